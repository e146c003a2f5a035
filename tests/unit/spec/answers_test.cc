// Whatever stands in a student's answers.yaml: read, or told with its line; never thrown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "spec/read_answers.hh"

namespace sockgrade::spec {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Items = std::vector<std::string>;

model::AnswerSheet sheet_from(const std::string& text) {
    return read_answers(text, "answers.yaml", {"first", "port", "why-loop"});
}
Items items_in(const std::string& text, const std::string& id = "first") {
    const model::AnswerSheet sheet = sheet_from(text);
    const auto found = sheet.answers.find(id);
    return found == sheet.answers.end() ? Items{"(none)"} : found->second.items;
}

TEST(Answers, AreTextsOrLists) {
    EXPECT_THAT(items_in("first: b\nport: 65535\n"), ElementsAre("b"));
    EXPECT_THAT(items_in("first: b\nport: 65535\n", "port"), ElementsAre("65535"));
    EXPECT_THAT(items_in("first: [a, c]"), ElementsAre("a", "c"));
    EXPECT_THAT(items_in("first:\n  - a\n  - c\n"), ElementsAre("a", "c"));
    EXPECT_THAT(items_in("first: no"), ElementsAre("no"));
    EXPECT_THAT(items_in("first: |\n  one: two\n  three\n"), ElementsAre("one: two\nthree\n"));
    EXPECT_THAT(items_in("first:"), IsEmpty());
    EXPECT_THAT(items_in("\xef\xbb\xbf"
                         "first: b\r\n"),
                ElementsAre("b"));
}

TEST(Answers, KeysMayBeWrittenOtherwise) {
    EXPECT_THAT(items_in("Why_Loop: so", "why-loop"), ElementsAre("so"));
    EXPECT_THAT(items_in("answers:\n  first: b\n"), ElementsAre("b"));
    EXPECT_EQ(sheet_from("exercise: TCP receiver\nfirst: b").exercise, "tcp-receiver");
}

TEST(Answers, OfAWrongTypeAreMarked) {
    for (const char* text : {"first: { b: yes }", "first: [a, [b]]", "first:\n  b: it is\n"}) {
        EXPECT_FALSE(sheet_from(text).answers.at("first").is_readable) << text;
        EXPECT_THAT(sheet_from(text).unreadable, IsEmpty()) << text;
    }
}

TEST(Answers, GivenTwiceAreToldAndNotChosenFrom) {
    const model::AnswerSheet sheet = sheet_from("first: a\nport: 1\nfirst: b\n");
    EXPECT_FALSE(sheet.answers.at("first").is_readable);
    EXPECT_THAT(sheet.remarks, ElementsAre("answers.yaml:3: \"first\" is answered twice, first in line 1"));
    EXPECT_THAT(items_in("first:\nfirst: b\n"), ElementsAre("b"));
    EXPECT_THAT(sheet_from("first: b\nfirst: b\n").remarks, IsEmpty());
}

// What is no YAML for a colon, a tab or a quote says plainly enough what the answer is.
TEST(Answers, InWhatIsNearlyYamlAreReadLineByLine) {
    const model::AnswerSheet sheet =
        sheet_from("first: b\nwhy-loop: The receiver: it waits\n\tfor all\nport: \"65535\n");
    EXPECT_THAT(sheet.unreadable, IsEmpty());
    EXPECT_THAT(sheet.answers.at("first").items, ElementsAre("b"));
    EXPECT_THAT(sheet.answers.at("why-loop").items, ElementsAre("The receiver: it waits\nfor all"));
    EXPECT_THAT(sheet.answers.at("port").items, ElementsAre("65535"));
    EXPECT_THAT(sheet.remarks, ElementsAre(AllOf(HasSubstr("answers.yaml:2:23: not YAML"),
                                                 HasSubstr("the answers were read line by line"))));
}

TEST(Answers, AreNotSwallowedByAQuote) {
    const model::AnswerSheet sheet = sheet_from("first: 'b\nport: 65535\nwhy-loop: so\n");
    EXPECT_THAT(sheet.answers.at("first").items, ElementsAre("b"));
    EXPECT_THAT(sheet.answers.at("port").items, ElementsAre("65535"));
    EXPECT_THAT(items_in("first: 'b\nport: 65535\nwhy-loop: it''s so'\n", "port"), ElementsAre("65535"));
    EXPECT_THAT(sheet.remarks, ElementsAre(HasSubstr("quote is missing")));
}

TEST(Answers, ReadLineByLineLoseWhatIsYamls) {
    EXPECT_THAT(items_in("first: b # the second\nport: @\n"), ElementsAre("b"));
    EXPECT_THAT(items_in("first:\n  - a\n  - c\nport: @\n"), ElementsAre("- a\n- c"));
    EXPECT_THAT(items_in("first: |\n  text # with a sign\nport: @\n"), ElementsAre("text # with a sign"));
    EXPECT_THAT(items_in("first:\nport: @\n"), IsEmpty());
    EXPECT_FALSE(sheet_from("first: a\nport: @\nfirst: b\n").answers.at("first").is_readable);
}

TEST(Answers, ThatAreNoneAreToldWithTheLine) {
    EXPECT_THAT(sheet_from("").unreadable, HasSubstr("this file of answers is empty"));
    EXPECT_THAT(sheet_from("- b\n- c\n").unreadable, HasSubstr("answers.yaml:1:1: expected a line for each"));
    EXPECT_THAT(sheet_from("hello\n").unreadable, HasSubstr("with a space behind the colon"));
    EXPECT_THAT(sheet_from("ok: 1\nfirst: gr\xfc\xdf\n").unreadable,
                HasSubstr("answers.yaml:2:1: not UTF-8"));
    EXPECT_THAT(sheet_from("\xff\xfe\x66\x00").unreadable, HasSubstr("not UTF-8"));
    EXPECT_THAT(sheet_from(std::string(10 << 20, 'a')).unreadable,
                HasSubstr("no file of answers is that long"));
}

TEST(Answers, ThatAreBombsDoNoHarm) {
    std::string aliases = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 20; ++i) {
        aliases += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int j = 0; j < 9; ++j) aliases += "*a" + std::to_string(i - 1) + ", ";
        aliases += "x]\n";
    }
    EXPECT_THAT(sheet_from(aliases).unreadable, HasSubstr("too large"));
    EXPECT_THAT(sheet_from("deep: " + std::string(100'000, '[')).unreadable, HasSubstr("nested too deeply"));
    EXPECT_THAT(sheet_from("many:\n" + std::string(300, ' ') + "- a").unreadable, IsEmpty());
    std::string list = "first: [";
    for (int i = 0; i < 1000; ++i) list += "a, ";
    EXPECT_FALSE(sheet_from(list + "a]").answers.at("first").is_readable);
}

}  // namespace
}  // namespace sockgrade::spec
