#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/questions/sample_questions.hh"

namespace sockgrade::questions {
namespace {

using testing::ElementsAre;

std::string judged_text(const std::string& text) {
    return word_of(judge_text(service_at_22(), answer_of({text})));
}

TEST(Text, IsRightHoweverItIsWritten) {
    for (const char* text : {"ssh", "SSH.", " \"Ssh\" ", "the SSH", "Secure Shell", "secure-shell (SSH)"})
        EXPECT_EQ(judged_text(text), "right") << text;
}

TEST(Text, SaysWhyACommonMistakeIsOne) {
    EXPECT_THAT(judge_text(service_at_22(), answer_of({"TELNET!"})).reasons, ElementsAre("That is port 23."));
}

TEST(Text, WhatNobodyForesawIsLeftForAPerson) {
    for (const char* text : {"remote login, encrypted", "not telnet", "ssh or telnet", "ssh telnet", "?"})
        EXPECT_EQ(judged_text(text), "unclear") << text;
    EXPECT_EQ(word_of(judge_text(service_at_22(), answer_of({"ssh", "telnet"}))), "unclear");
}

TEST(Text, AllOthersAreWrongWhereTheSpecSaysSo) {
    model::Question question = service_at_22();
    question.otherwise = "It is another one.";
    EXPECT_THAT(judge_text(question, answer_of({"mail"})).reasons, ElementsAre("It is another one."));
}

TEST(Text, PatternsThatOverlapDecideNothing) {
    model::Question question = service_at_22();
    question.wrong_texts.push_back({"s.*", true, "No."});
    EXPECT_EQ(word_of(judge_text(question, answer_of({"ssh"}))), "unclear");
}

}  // namespace
}  // namespace sockgrade::questions
