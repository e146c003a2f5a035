#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/questions/sample_questions.hh"

namespace sockgrade::questions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string choice_of_one(const std::string& text) {
    return word_of(judge_choice(one_of_three(), answer_of({text})));
}
std::string choice_of_all(const std::string& text) {
    return word_of(judge_choice(two_of_four(), answer_of({text})));
}

TEST(ChooseOne, TakesItsLetterHoweverItIsWritten) {
    for (const char* text : {"b", "B", " b ", "b)", "(b)", "b.", "[b]", "\"b\"", "Answer b", "option: B"})
        EXPECT_EQ(choice_of_one(text), "right") << text;
}

TEST(ChooseOne, TakesTheTextInPlaceOfTheLetter) {
    for (const char* text : {"The receiver", "receiver", "the RECEIVER.", "b) The receiver", "B. receiver"})
        EXPECT_EQ(choice_of_one(text), "right") << text;
    EXPECT_EQ(choice_of_one("the sender"), "wrong");
}

TEST(ChooseOne, TakesAReasonBehindTheLetter) {
    EXPECT_EQ(choice_of_one("b) because a sender has to find somebody"), "right");
    EXPECT_EQ(choice_of_one("b) a sender has to find somebody"), "right");
    EXPECT_EQ(choice_of_one("a) since I start it"), "wrong");
}

TEST(ChooseOne, TakesABeginningThatNoOtherAnswerHas) {
    model::Question question = one_of_three();
    question.choices = {{"The sender, since it speaks", false, "No."},
                        {"The receiver: it listens", true, ""},
                        {"10.1.2.3", false, "No."},
                        {"Nobody, or else it fails", false, "No."},
                        {"Nobody: all at once", false, "No."}};
    const auto judged = [&](const char* text) { return word_of(judge_choice(question, answer_of({text}))); };
    EXPECT_EQ(judged("the receiver"), "right");
    EXPECT_EQ(judged("The sender."), "wrong");
    for (const char* text : {"nobody", "10", "rec", "the receiver listens", "not the receiver"})
        EXPECT_EQ(judged(text), "unclear") << text;
}

TEST(ChooseOne, SaysWhyTheChosenOneIsWrong) {
    EXPECT_THAT(judge_choice(one_of_three(), answer_of({"a"})).reasons, ElementsAre("It would find nobody."));
}

TEST(ChooseOne, SeveralAreWrong) {
    for (const char* text : {"a, b", "b and c", "a b"}) EXPECT_EQ(choice_of_one(text), "wrong") << text;
    EXPECT_EQ(word_of(judge_choice(one_of_three(), answer_of({"a", "b"}))), "wrong");
    EXPECT_EQ(word_of(judge_choice(one_of_three(), answer_of({"b", "b"}))), "right");
}

TEST(ChooseOne, ALetterThatIsNotThereIsWrong) {
    const Judged judged = judge_choice(one_of_three(), answer_of({"d"}));
    EXPECT_EQ(judged.outcome, Outcome::wrong);
    EXPECT_THAT(judged.reasons, ElementsAre("There is no answer d; the letters are a to c."));
}

// None of these may be called wrong: each may be a right answer in other words.
TEST(ChooseOne, WhatCannotBeToldIsLeftForAPerson) {
    for (const char* text : {"the one that waits", "a) the receiver", "b) or c) perhaps", "b) and c) because",
                             "b) a) both", "2", "not b", "!", "b) it is c"})
        EXPECT_EQ(choice_of_one(text), "unclear") << text;
}

TEST(ChooseAll, TakesLettersInAnyOrderAndForm) {
    for (const char* text : {"a, c", "c a", "ac", "CA", "[a, c]", "a and c", "A) C)", "a;c", "- a\n- c",
                             "10.1.2.3, 192.168.1.7", "192.168.1.7 and a", "- 10.1.2.3\n- 192.168.1.7"})
        EXPECT_EQ(choice_of_all(text), "right") << text;
    EXPECT_EQ(word_of(judge_choice(two_of_four(), answer_of({"a", "c"}))), "right");
    EXPECT_EQ(word_of(judge_choice(two_of_four(), answer_of({"192.168.1.7", "10.1.2.3"}))), "right");
}

TEST(ChooseAll, MissingOnesAreNotNamed) {
    const Judged judged = judge_choice(two_of_four(), answer_of({"a"}));
    EXPECT_EQ(judged.outcome, Outcome::wrong);
    EXPECT_THAT(judged.reasons, ElementsAre("Not all that belong to it are chosen."));
}

TEST(ChooseAll, EachWrongOneSaysWhy) {
    EXPECT_THAT(judge_choice(two_of_four(), answer_of({"a", "b", "c", "d"})).reasons,
                ElementsAre("b) That one is public.", "d) That one is not in the range."));
}

TEST(ChooseAll, AWordOfSuchLettersIsNoRow) {
    EXPECT_EQ(choice_of_all("bad"), "wrong");
    EXPECT_EQ(choice_of_all("dada"), "unclear");
    EXPECT_EQ(choice_of_all("all but 8.8.8.8"), "unclear");
    EXPECT_EQ(choice_of_all("10.1.2.3, and some others"), "unclear");
    EXPECT_EQ(choice_of_all("10.1.2.3, 8.8.8.8"), "wrong");
}

TEST(Choice, SaysHowToWriteItWhenItCannotBeTold) {
    EXPECT_THAT(judge_choice(one_of_three(), answer_of({"who knows"})).reasons.front(),
                HasSubstr("Write its letter."));
}

}  // namespace
}  // namespace sockgrade::questions
