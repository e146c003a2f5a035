#include "reports/markup.hh"

#include <gtest/gtest.h>

namespace sockgrade::reports::html {
namespace {

TEST(Markup, TextBecomesMarkupOnce) {
    EXPECT_EQ(text("<a href=\"x\">'&#::").str(), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#35;&#58;:");
    EXPECT_EQ(text("a\nb\x1b\u202e").str(), "a\\nb\\x1b\\u{202e}");
    EXPECT_EQ(lines("a\nb").str(), "a\nb");
    EXPECT_EQ(name("x").str(), "<bdi>x</bdi>");
}

TEST(Markup, AnElementIsClosedAndItsAttributesAreQuoted) {
    EXPECT_EQ(element("b", {{"class", "\"><script>"}}, "x").str(),
              "<b class=\"&quot;&gt;&lt;script&gt;\">x</b>");
    EXPECT_EQ(element("p", element("b", "x") + text(" y")).str(), "<p><b>x</b> y</p>\n");
    EXPECT_EQ(void_element("meta", {{"charset", "utf-8"}}).str(), "<meta charset=\"utf-8\" />\n");
    EXPECT_EQ(element("pre", lines("\nx")).str(), "<pre>\n\nx</pre>\n") << "the first line end would be lost";
}

TEST(Markup, ALinkHasNoSchemeAndNoHost) {
    EXPECT_EQ(relative_link("students/Ann Lee/tcp.html"), "students/Ann%20Lee/tcp.html");
    EXPECT_EQ(relative_link("javascript:alert(1)"), "javascript%3Aalert%281%29");
    EXPECT_EQ(relative_link("//example.org/x"), "%2F/example.org/x");
    EXPECT_EQ(relative_link("a?b#c%\"<\xc3\xa9"), "a%3Fb%23c%25%22%3C%C3%A9");
}

}  // namespace
}  // namespace sockgrade::reports::html
