#include "base/normal_form.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/pattern.hh"

namespace sockgrade {
namespace {

using testing::ElementsAre;

TEST(NormalForm, PutsCapitalsSpacesAndPunctuationAside) {
    for (const char* text : {"SOCK_STREAM", " sock  stream ", "\"Sock-Stream\".", "the\tSOCK\nSTREAM",
                             "\u201eSOCK\u2013STREAM\u201c", "sock\u00a0stream\u2026", "(sock, stream)"})
        EXPECT_EQ(normal_form(text), "sock stream") << text;
}

TEST(NormalForm, KeepsWordsApart) {
    EXPECT_EQ(normal_form("127.0.0.1"), "127 0 0 1");
    EXPECT_NE(normal_form("12.70.0.1"), normal_form("127.0.0.1"));
}

TEST(NormalForm, KeepsOtherLetters) { EXPECT_EQ(normal_form("Größe, 端口!"), "größe 端口"); }

TEST(NormalForm, DropsArticlesWhereSomethingIsLeft) {
    EXPECT_EQ(normal_form("The receiver"), "receiver");
    EXPECT_EQ(normal_form("A"), "a");
    EXPECT_EQ(normal_form("..."), "");
}

TEST(WordsOf, KeepsArticles) { EXPECT_THAT(words_of("A, c"), ElementsAre("a", "c")); }

TEST(FitsWhole, TakesAllOfTheTextAndNoCapitals) {
    EXPECT_TRUE(fits_whole("(secure shell|SSH)", "ssh"));
    EXPECT_FALSE(fits_whole("ssh", "not ssh"));
    EXPECT_FALSE(fits_whole("ssh(", "ssh("));
}

}  // namespace
}  // namespace sockgrade
