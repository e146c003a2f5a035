#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "fault_rules.hh"
#include "faults/selection.hh"
#include "model/answer.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;

using testing::ElementsAreArray;

std::optional<std::size_t> seq(const std::string& datagram) {
    return value_of(field("seq", "", " ", {}), datagram);
}
std::optional<std::size_t> ack(const std::string& datagram, bool anywhere = false) {
    return value_of(field("ack", "ACK ", "", {}, anywhere), datagram);
}

TEST(ValueOf, IsTheNumberAtItsPlace) {
    EXPECT_EQ(seq("3 line"), 3U);
    EXPECT_EQ(seq("007 line"), 7U);
    EXPECT_EQ(ack("ACK 12"), 12U);
    EXPECT_EQ(ack("ACK 12 and more"), 12U);
    EXPECT_EQ(seq("999999999999999999 x"), 999'999'999'999'999'999U);
}

TEST(ValueOf, IsNothingElsewhere) {
    EXPECT_EQ(seq("line 3 "), std::nullopt);
    EXPECT_EQ(seq("3"), std::nullopt);
    EXPECT_EQ(seq("3x "), std::nullopt);
    EXPECT_EQ(seq("-3 x"), std::nullopt);
    EXPECT_EQ(seq("1000000000000000000 x"), std::nullopt) << "19 digits";
    EXPECT_EQ(seq(""), std::nullopt);
    EXPECT_EQ(ack("NACK 3"), std::nullopt);
    EXPECT_EQ(ack("ACK x"), std::nullopt);
}

TEST(ValueOf, MayStandAnywhere) {
    EXPECT_EQ(ack("seq 4, ACK 5, ACK 6", true), 5U);
    EXPECT_EQ(ack("ACK x ACK 6", true), 6U) << "the first where a number stands";
    EXPECT_EQ(ack("nothing", true), std::nullopt);
}

// Whatever a program sends must not hold up the link.
TEST(ValueOf, TakesLinearTime) {
    const std::string ones(65'507, '1');
    for (int i = 0; i < 100; ++i) EXPECT_EQ(value_of(field("x", "1", "2", {}, true), ones), std::nullopt);
}

FaultRule drop_seq(std::vector<std::size_t> values) {
    FaultRule lossy = rule("drop");
    lossy.fields = {field("seq", "", " ", std::move(values))};
    return lossy;
}

TEST(Selection, AsksForAField) {
    EXPECT_THAT(delivered({drop_seq({3})}, {"1 a", "3 b", "x", "4 c"}), ElementsAre("1 a", "x", "4 c"));
    EXPECT_THAT(delivered({drop_seq({1, 4})}, {"1 a", "3 b", "4 c"}), ElementsAre("3 b"));
}

// A copy is one with the same number, though its time stamp is another.
TEST(Selection, CopiesAreToldByTheField) {
    EXPECT_THAT(delivered({drop_seq({3})}, {"3 at 10:00", "3 at 10:01", "3 at 10:02"}),
                ElementsAre("3 at 10:01", "3 at 10:02"));
    FaultRule twice = drop_seq({3});
    twice.times = 2;
    EXPECT_THAT(delivered({twice}, {"3 at 10:00", "3 at 10:01", "3 at 10:02"}), ElementsAre("3 at 10:02"));
}

TEST(Selection, AFieldsDrawDoesNotHangOnTheRest) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const FaultRule half = with_percent(drop_seq({3}), 50);
        EXPECT_EQ(delivered({half}, {"3 now"}, seed).size(), delivered({half}, {"3 later"}, seed).size());
    }
}

TEST(Selection, TakesTheCopiesThatAreListed) {
    FaultRule some = rule("drop");
    some.copies = {1, 3};
    EXPECT_THAT(delivered({some}, {"a", "a", "b", "a", "a", "b"}), ElementsAre("a", "a", "b"));
}

TEST(Selection, AnIndexCountsEverythingThatArrives) {
    FaultRule third = rule("drop");
    third.indices = {3};
    EXPECT_THAT(delivered({third}, {"a", "a", "a", "b"}), ElementsAre("a", "a", "b"));
}

TEST(Selection, AnIndexCountsEachPeerByItself) {
    FaultRule second = rule("drop");
    second.indices = {2};
    FaultPlan plan({second}, 1);
    EXPECT_EQ(plan.pass(Direction::to_program, 0, "a", 0).deliver.size(), 1U);
    EXPECT_EQ(plan.pass(Direction::to_program, 1, "b", 1).deliver.size(), 1U);
    EXPECT_EQ(plan.pass(Direction::to_program, 0, "c", 0).deliver.size(), 0U);
    EXPECT_EQ(plan.pass(Direction::to_program, 1, "d", 1).deliver.size(), 0U);
}

// The same words from another peer are not a copy.
TEST(Selection, EachPeersDatagramIsItsOwn) {
    FaultPlan plan({rule("drop")}, 1);
    EXPECT_EQ(plan.pass(Direction::to_program, 0, "hello", 0).deliver.size(), 0U);
    EXPECT_EQ(plan.pass(Direction::to_program, 1, "hello", 1).deliver.size(), 0U);
    EXPECT_EQ(plan.pass(Direction::to_program, 0, "hello", 0).deliver.size(), 1U);
}

TEST(Selection, AllWordsHaveToFit) {
    FaultRule strict = drop_seq({3});
    strict.containing = "last";
    strict.numbers = {2};
    EXPECT_THAT(delivered({strict}, {"3 last", "3 first", "3 last"}),
                ElementsAreArray({"3 last", "3 first", "3 last"}));
    EXPECT_THAT(delivered({strict}, {"1 last", "3 last"}), ElementsAre("1 last"));
}

model::Formatted block(const std::string& number) {
    using Kind = model::FormatField::Kind;
    return {"data",
            {{.name = "op", .kind = Kind::u1, .is = "3"},
             {.name = "block", .kind = Kind::u1},
             {.name = "body", .kind = Kind::rest}},
            {{.name = "block", .bytes = number}}};
}

TEST(Formats, AskForWhatFieldsOfBytesSay) {
    FaultRule drop = rule("drop");
    drop.formatted = block("2");
    EXPECT_EQ(delivered({drop}, {"\3\1a", "\3\2a", "\4\2a", "\3\2b", "3"}),
              (Texts{"\3\1a", "\4\2a", "\3\2b", "3"}))
        << "what says the same in the field is a copy";
    drop.times = 2;
    EXPECT_EQ(delivered({drop}, {"\3\2a", "\3\2b", "\3\2c"}), (Texts{"\3\2c"}));
}

TEST(Formats, WithoutFieldsHitEachMessageOfTheirKind) {
    FaultRule drop = rule("drop");
    drop.formatted = block("2");
    drop.formatted->values.clear();
    EXPECT_EQ(delivered({drop}, {"\3\1a", "\3\2a", "\3\1a", "\4\1a"}), (Texts{"\3\1a", "\4\1a"}));
}

TEST(Formats, EndWhatAFaultBegan) {
    model::FaultDetail detail;
    detail.until.formatted = block("2");
    EXPECT_EQ(delivered({with_detail(rule("delay", {1}), detail)}, {"first", "\3\1x", "\3\2x", "last"}),
              (Texts{"\3\1x", "\3\2x", "first", "last"}));
}

}  // namespace
}  // namespace sockgrade::faults
