#include "by_hand/fault_words.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hh"

namespace sockgrade::by_hand {
namespace {

using model::Direction;
using model::FaultRule;
using model::Transport;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::vector<FaultRule> udp(const std::string& kind, const std::string& text,
                           const std::vector<model::Field>& fields = {}) {
    return rules_of(kind, text, Transport::udp, fields);
}

std::string refusal(const std::string& kind, const std::string& text, Transport transport = Transport::udp) {
    try {
        rules_of(kind, text, transport, {});
    } catch (const UsageError& error) {
        return error.what();
    }
    return "taken";
}

TEST(FaultWords, AChanceIsOneOfBothDirections) {
    const auto rules = udp("drop", "30%");
    ASSERT_THAT(rules, SizeIs(2));
    EXPECT_EQ(rules[0].direction, kToServer);
    EXPECT_EQ(rules[1].direction, kToClient);
    EXPECT_EQ(rules[0].percent, 30U);
    EXPECT_EQ(rules[0].times, SIZE_MAX) << "whoever sends again may lose that too";
}

TEST(FaultWords, ANumberNamesADatagramAndMoreMayFollow) {
    const auto rules = udp("drop", "2,3,to=server");
    ASSERT_THAT(rules, SizeIs(1));
    EXPECT_THAT(rules[0].numbers, ElementsAre(2U, 3U));
    EXPECT_NE(rules[0].times, SIZE_MAX) << "a named one gets through when it is sent again";
    EXPECT_EQ(udp("drop", "n=2,3,to=server"), rules);
    EXPECT_EQ(udp("drop", "2,3,from=client"), rules);
}

TEST(FaultWords, TimesHaveUnits) {
    EXPECT_EQ(udp("delay", "200ms,to=client")[0].detail.ms, 200U);
    EXPECT_EQ(udp("delay", "2s,to=client")[0].detail.ms, 2000U);
    EXPECT_EQ(udp("delay", "ms=2s,to=client"), udp("delay", "2s,to=client"));
}

TEST(FaultWords, AFieldHasValuesOfItsOwn) {
    const auto rules = udp("drop", "seq=3,5,to=server", {field_of("seq={seq} ")});
    ASSERT_THAT(rules, SizeIs(1));
    ASSERT_THAT(rules[0].fields, SizeIs(1));
    EXPECT_THAT(rules[0].fields[0].values, ElementsAre(3U, 5U));
}

TEST(FaultWords, WhatIsNotUnderstoodIsNamed) {
    EXPECT_THAT(refusal("drop", "sometimes"),
                HasSubstr("--drop \"sometimes\": \"sometimes\" says nothing here"));
    EXPECT_THAT(refusal("drop", "2,,3"), HasSubstr("an empty word"));
    EXPECT_THAT(refusal("drop", "to=sender"), HasSubstr("expected to=server or to=client"));
    EXPECT_THAT(refusal("drop", "130%"), HasSubstr("130%"));
    EXPECT_THAT(refusal("drop", "coppy=2"), HasSubstr("copy"));
    EXPECT_THAT(refusal("cut", "0", Transport::tcp), HasSubstr("expected a number from 1"));
    EXPECT_THAT(refusal("cut", "a\x1b[2J=x", Transport::tcp), testing::Not(HasSubstr("\x1b")));
    EXPECT_THAT(refusal("drop", "2", Transport::tcp), HasSubstr("no fault 'drop' of a TCP connection"));
    EXPECT_THROW(field_of("seq"), UsageError);
}

TEST(FaultWords, OfAFileTheProgramIsTheOneThatIsNamed) {
    const std::string text = "faults:\n  - drop: { to: program, n: 2 }\n";
    EXPECT_EQ(rules_of_file(text, "faults.yaml", false).at(0).direction, kToServer);
    EXPECT_EQ(rules_of_file(text, "faults.yaml", true).at(0).direction, kToClient);
    EXPECT_THROW(rules_of_file("faults:\n  - dropp: { to: program, n: 2 }\n", "faults.yaml", false),
                 SpecError);
}

TEST(FaultWords, AreSaidInPlainWords) {
    EXPECT_THAT(in_words(udp("drop", "2,to=server")[0], Transport::udp), HasSubstr("drop"));
    EXPECT_THAT(in_words(udp("drop", "30%,to=client")[0], Transport::udp), HasSubstr("30%"));
}

}  // namespace
}  // namespace sockgrade::by_hand
