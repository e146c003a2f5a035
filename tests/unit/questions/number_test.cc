#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "questions/read_number.hh"
#include "tests/unit/questions/sample_questions.hh"

namespace sockgrade::questions {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ReadNumber, TakesOneNumberBesideOtherWords) {
    EXPECT_THAT(read_number("8"), ElementsAre(8));
    EXPECT_THAT(read_number(" 8 bytes."), ElementsAre(8));
    EXPECT_THAT(read_number("port 443 (HTTPS)"), ElementsAre(443));
    EXPECT_THAT(read_number("32bit for IPv4"), ElementsAre(32));
    EXPECT_THAT(read_number("-1"), ElementsAre(-1));
    EXPECT_THAT(read_number("= +7"), ElementsAre(7));
    EXPECT_THAT(read_number("007"), ElementsAre(7));
}

TEST(ReadNumber, KnowsTheSignsBetweenDigits) {
    EXPECT_THAT(read_number("65,535"), ElementsAre(65535, 65.535));
    EXPECT_THAT(read_number("65.535"), ElementsAre(65535, 65.535));
    EXPECT_THAT(read_number("65 535"), ElementsAre(65535));
    EXPECT_THAT(read_number("65'535"), ElementsAre(65535));
    EXPECT_THAT(read_number("1,000,000"), ElementsAre(1000000));
    EXPECT_THAT(read_number("1.234,5"), ElementsAre(1234.5));
    EXPECT_THAT(read_number("0.5"), ElementsAre(0.5));
    EXPECT_THAT(read_number("0,5"), ElementsAre(0.5));
}

TEST(ReadNumber, TakesAShortNumberInWords) {
    EXPECT_THAT(read_number("Two"), ElementsAre(2));
    EXPECT_THAT(read_number("eight bytes"), ElementsAre(8));
    EXPECT_THAT(read_number("the one that listens"), IsEmpty());
}

TEST(ReadNumber, GuessesNothing) {
    for (const char* text :
         {"", "many", "2 or 3", "0-65535", "2^16", "192.168.1.7", "IPv4", "x86", "1.2.3", "one or two"})
        EXPECT_THAT(read_number(text), IsEmpty()) << text;
    EXPECT_THAT(read_number(std::string(100'000, '9')), IsEmpty());
}

std::string judged_number(const std::string& text) {
    return word_of(judge_number(largest_port(), answer_of({text})));
}

TEST(Number, IsRightInAnyOfItsReadings) {
    for (const char* text : {"65535", "65,535", "65.535", "port 65 535", "\"65535\""})
        EXPECT_EQ(judged_number(text), "right") << text;
}

TEST(Number, SaysWhyACommonMistakeIsOne) {
    EXPECT_THAT(judge_number(largest_port(), answer_of({"65.536"})).reasons,
                ElementsAre("Counting begins with 0."));
    EXPECT_THAT(judge_number(largest_port(), answer_of({"17"})).reasons,
                ElementsAre("It is another number."));
}

TEST(Number, WhatIsNoneIsLeftForAPerson) {
    EXPECT_EQ(judged_number("2^16 - 1"), "unclear");
    EXPECT_EQ(word_of(judge_number(largest_port(), answer_of({"1", "2"}))), "unclear");
}

TEST(Number, MayBeARange) {
    model::Question question = largest_port();
    question.right_numbers = {{0.1, 0.3, ""}};
    EXPECT_EQ(word_of(judge_number(question, answer_of({"0,3"}))), "right");
    EXPECT_EQ(word_of(judge_number(question, answer_of({"0.31"}))), "wrong");
}

}  // namespace
}  // namespace sockgrade::questions
