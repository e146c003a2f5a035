// Faults of streams: what they make of bytes, however these come.
#include "faults/stream.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "faults/pieces.hh"
#include "faults/stream_plan.hh"

namespace sockgrade::faults {
namespace {

using model::Direction;
using testing::ElementsAre;
using testing::IsEmpty;

model::FaultRule rule_at(const std::string& kind, std::size_t bytes) {
    model::FaultRule made;
    made.kind = kind;
    made.detail.bytes = bytes;
    return made;
}

StreamPlan plan(const std::vector<model::FaultRule>& rules, std::size_t connection = 1) {
    return {rules, Direction::to_program, connection};
}

Passage passage(std::vector<Portion> portions, Ending ending = Ending::none) {
    return {std::move(portions), ending};
}

TEST(StreamPlan, WithoutRulesBytesPassAsTheyCome) {
    StreamPlan none = plan({});
    const auto outcome = none.pass("hello");
    EXPECT_EQ(outcome.passage, passage({{"hello"}}));
    EXPECT_THAT(outcome.applied, IsEmpty());
    EXPECT_EQ(none.passed(), 5U);
}

TEST(StreamPlan, ACutEndsTheStreamAtItsByte) {
    StreamPlan cut = plan({rule_at("cut", 3)});
    const auto outcome = cut.pass("hello");
    EXPECT_EQ(outcome.passage, passage({{"hel", true}}, Ending::finish));
    EXPECT_THAT(outcome.applied, ElementsAre(0U));
    EXPECT_TRUE(cut.is_over());
    EXPECT_EQ(cut.passed(), 3U);
    EXPECT_EQ(cut.pass("more").passage, passage({}));
}

TEST(StreamPlan, HowTheBytesComeChangesNothing) {
    StreamPlan one_by_one = plan({rule_at("cut", 3)});
    EXPECT_EQ(one_by_one.pass("h").passage, passage({{"h"}}));
    EXPECT_EQ(one_by_one.pass("e").passage, passage({{"e"}}));
    EXPECT_FALSE(one_by_one.is_over());
    EXPECT_EQ(one_by_one.pass("l").passage, passage({{"l", true}}, Ending::finish))
        << "with the byte, not after it";

    StreamPlan pieces = plan({rule_at("pieces", 2)});
    EXPECT_EQ(pieces.pass("abc").passage, passage({{"ab", true}, {"c", false}}));
    EXPECT_EQ(pieces.pass("de").passage, passage({{"d", true}, {"e", false}}));
}

TEST(StreamPlan, AStreamThatIsTooShortIsNotCut) {
    StreamPlan cut = plan({rule_at("cut", 6)});
    EXPECT_THAT(cut.pass("hello").applied, IsEmpty());
    EXPECT_FALSE(cut.is_over());
}

TEST(StreamPlan, AResetWithoutBytesComesBeforeAny) {
    StreamPlan reset = plan({rule_at("reset", 0)});
    EXPECT_EQ(reset.pass("").passage, passage({}, Ending::reset));
    EXPECT_EQ(reset.passed(), 0U);

    StreamPlan late = plan({rule_at("reset", 4)});
    EXPECT_EQ(late.pass("").passage, passage({}));
    EXPECT_EQ(late.pass("hello").passage, passage({{"hell", true}}, Ending::reset));
}

TEST(StreamPlan, TheEarlierEndCounts) {
    const std::vector<model::FaultRule> rules{rule_at("reset", 4), rule_at("cut", 2)};
    StreamPlan both = plan(rules);
    EXPECT_EQ(both.pass("h").passage.ending, Ending::none);
    const auto outcome = both.pass("ello");
    EXPECT_EQ(outcome.passage, passage({{"e", true}}, Ending::finish));
    EXPECT_THAT(outcome.applied, ElementsAre(1U));
}

TEST(StreamPlan, PiecesGoOnUpToTheEnd) {
    StreamPlan both = plan({rule_at("pieces", 2), rule_at("cut", 3)});
    EXPECT_EQ(both.pass("hello").passage, passage({{"he", true}, {"l", true}}, Ending::finish));
    StreamPlan even = plan({rule_at("cut", 4), rule_at("pieces", 2)});
    EXPECT_EQ(even.pass("hello").passage, passage({{"he", true}, {"ll", true}}, Ending::finish));
}

TEST(StreamPlan, ARuleIsForItsDirectionAndConnection) {
    model::FaultRule other = rule_at("cut", 1);
    other.direction = Direction::from_program;
    EXPECT_EQ(plan({other}).pass("hello").passage, passage({{"hello"}}));
    model::FaultRule second = rule_at("cut", 1);
    second.numbers = {2};
    EXPECT_EQ(plan({second}, 1).pass("hello").passage, passage({{"hello"}}));
    EXPECT_EQ(plan({second}, 2).pass("hello").passage, passage({{"h", true}}, Ending::finish));
}

TEST(StreamPlan, TheFirstAttemptsAreRefused) {
    model::FaultRule refuse = rule_at("refuse", 0);
    refuse.times = 2;
    const std::vector<model::FaultRule> rules{rule_at("cut", 1), refuse};
    EXPECT_EQ(refused_by(rules, 1), 1U);
    EXPECT_EQ(refused_by(rules, 2), 1U);
    EXPECT_EQ(refused_by(rules, 3), rules.size());
}

TEST(Pieces, TheFirstSizesThenTheRestOrEach) {
    Passage whole = passage({{"abcdefg"}});
    EXPECT_TRUE(make_pieces({{1, 2}, 0})->apply(whole, 0));
    EXPECT_EQ(whole, passage({{"a", true}, {"bc", true}, {"defg", false}}));
    whole = passage({{"abcdefg"}});
    EXPECT_TRUE(make_pieces({{1}, 3})->apply(whole, 0));
    EXPECT_EQ(whole, passage({{"a", true}, {"bcd", true}, {"efg", true}}));
    whole = passage({{"abc"}});
    EXPECT_FALSE(make_pieces({{5}, 0})->apply(whole, 0)) << "shorter than its first piece";
}

TEST(StreamCatalog, EveryKindIsFoundAndSaysHowItIsWritten) {
    for (const StreamKind& kind : stream_catalog()) {
        EXPECT_EQ(find_stream(kind.name), &kind);
        EXPECT_FALSE(kind.summary.empty());
        EXPECT_FALSE(kind.step.empty());
    }
    EXPECT_EQ(find_stream("drop"), nullptr) << "a stream loses nothing";
}

}  // namespace
}  // namespace sockgrade::faults
