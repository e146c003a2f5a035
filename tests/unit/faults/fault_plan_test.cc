#include "faults/fault_plan.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/random.hh"
#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSubsetOf;

// The payloads that a rule of this kind hit, whatever became of them.
std::set<std::string> hit_by(const std::string& kind, const std::vector<FaultRule>& rules, const Texts& sent,
                             std::uint64_t seed = 1) {
    FaultPlan plan(rules, seed);
    std::set<std::string> hit;
    for (const std::string& text : sent)
        for (const Applied& applied : plan.pass(Direction::to_program, 0, text).applied)
            if (applied.kind == kind) hit.insert(applied.datagram.bytes);
    return hit;
}

TEST(FaultPlan, WithoutRulesEverythingPassesAsItIs) {
    FaultPlan plan({}, 1);
    const auto outcome = plan.pass(Direction::to_program, 3, "hello");
    ASSERT_EQ(outcome.deliver.size(), 1U);
    EXPECT_EQ(outcome.deliver[0].bytes, "hello");
    EXPECT_EQ(outcome.deliver[0].flow, 3U);
    EXPECT_THAT(outcome.applied, IsEmpty());
    EXPECT_EQ(plan.unfired(), 0U);
}

TEST(FaultPlan, TellsWhatItDid) {
    FaultPlan plan({rule("drop", {2}), rule("duplicate", {1}, Direction::from_program)}, 1);
    EXPECT_EQ(plan.unfired(), 2U);
    EXPECT_THAT(plan.pass(Direction::to_program, 0, "a").applied, IsEmpty());
    const auto applied = plan.pass(Direction::to_program, 0, "b").applied;
    ASSERT_EQ(applied.size(), 1U);
    EXPECT_EQ(applied[0].kind, "drop");
    EXPECT_EQ(applied[0].direction, Direction::to_program);
    EXPECT_EQ(applied[0].datagram.number, 2U);
    EXPECT_EQ(applied[0].datagram.occurrence, 1U);
    EXPECT_EQ(plan.unfired(), 1U);
    EXPECT_EQ(plan.pass(Direction::from_program, 0, "b").applied.size(), 1U);
    EXPECT_EQ(plan.unfired(), 0U);
}

TEST(FaultPlan, CountsEachDirectionByItself) {
    FaultPlan plan({rule("drop", {2}, Direction::from_program)}, 1);
    EXPECT_THAT(delivered(plan, {"a", "b"}, Direction::to_program), ElementsAre("a", "b"));
    EXPECT_THAT(delivered(plan, {"c", "b"}, Direction::from_program), ElementsAre("c"));
}

TEST(FaultPlan, ZeroPercentNeverAHundredAlways) {
    EXPECT_THAT(hit_by("drop", {with_percent(rule("drop"), 0)}, numbered(3000)), IsEmpty());
    EXPECT_EQ(hit_by("drop", {with_percent(rule("drop"), 100)}, numbered(3000)).size(), 3000U);
}

TEST(FaultPlan, HitsAsOftenAsItSays) {
    constexpr std::size_t kCount = 4000;
    for (const unsigned percent : {1U, 10U, 50U, 99U}) {
        for (const std::uint64_t seed : {1ULL, 2ULL, 0xffff'ffff'ffff'ffffULL}) {
            const auto hits = static_cast<double>(
                hit_by("drop", {with_percent(rule("drop"), percent)}, numbered(kCount), seed).size());
            const double p = percent / 100.0;
            const double sigma = std::sqrt(kCount * p * (1 - p));
            EXPECT_NEAR(hits, kCount * p, 5 * sigma) << percent << " % with seed " << seed;
        }
    }
}

TEST(FaultPlan, TheSameSeedHitsTheSameAnotherSeedOthers) {
    const std::vector<FaultRule> rules = {with_percent(rule("drop"), 50)};
    EXPECT_EQ(hit_by("drop", rules, numbered(200), 7), hit_by("drop", rules, numbered(200), 7));
    EXPECT_NE(hit_by("drop", rules, numbered(200), 7), hit_by("drop", rules, numbered(200), 8));
}

// Whoever arrives first, however late: the decision hangs on the payload, not on the moment.
TEST(FaultPlan, TheOrderOfArrivalDoesNotMatter) {
    Texts texts = numbered(200);
    const std::vector<FaultRule> rules = {with_percent(rule("drop"), 50)};
    const auto before = hit_by("drop", rules, texts);
    std::reverse(texts.begin(), texts.end());
    EXPECT_EQ(hit_by("drop", rules, texts), before);
}

TEST(FaultPlan, ARarerRuleHitsASubset) {
    const auto rare = hit_by("drop", {with_percent(rule("drop"), 20)}, numbered(500));
    const auto frequent = hit_by("drop", {with_percent(rule("drop"), 60)}, numbered(500));
    EXPECT_THAT(rare, IsSubsetOf(frequent));
}

TEST(FaultPlan, ARuleMoreNeverMovesAnother) {
    const FaultRule half = with_percent(rule("drop"), 50);
    const std::vector<FaultRule> others = {with_percent(rule("duplicate"), 50), rule("duplicate", {1, 5, 9}),
                                           rule("reorder", {2, 3}),
                                           with_percent(rule("drop", {}, Direction::from_program), 50)};
    const Texts sent = numbered(300);
    const auto alone = hit_by("drop", {half}, sent);
    for (const FaultRule& other : others) {
        EXPECT_EQ(hit_by("drop", {other, half}, sent), alone) << other.kind << " before it";
        EXPECT_EQ(hit_by("drop", {half, other}, sent), alone) << other.kind << " behind it";
    }
    EXPECT_NE(hit_by("duplicate", {with_percent(rule("duplicate"), 50)}, sent), alone) << "kinds draw apart";
}

// Whatever the rules are: what is delivered and what is held is what came, less the lost and with the
// doubled.
TEST(FaultPlan, NothingIsInventedAndNothingDisappears) {
    RandomStream random(20240229);
    const std::array<std::string, 3> kinds = {"drop", "duplicate", "reorder"};
    for (int round = 0; round < 300; ++round) {
        std::vector<FaultRule> rules;
        for (std::uint64_t i = random.below(5); i > 0; --i) {
            FaultRule one = rule(kinds.at(random.below(kinds.size())));
            for (std::uint64_t n = random.below(4); n > 0; --n) one.numbers.push_back(1 + random.below(12));
            one.percent = static_cast<unsigned>(random.below(101));
            one.times = random.below(3);
            rules.push_back(std::move(one));
        }
        FaultPlan plan(rules, random.next());
        std::multiset<std::string> came;
        std::multiset<std::string> went;
        std::set<std::string> lost;
        std::set<std::string> doubled;
        for (int i = 0; i < 40; ++i) {
            const std::string text = "m" + std::to_string(random.below(15));
            came.insert(text);
            auto outcome = plan.pass(Direction::to_program, 0, text);
            for (const Applied& applied : outcome.applied) {
                if (applied.kind == "drop") lost.insert(text);
                if (applied.kind == "duplicate") doubled.insert(text);
            }
            for (const Passing& passing : outcome.deliver) went.insert(passing.bytes);
        }
        for (const Passing& passing : plan.release(Direction::to_program)) went.insert(passing.bytes);
        for (const std::string& text : std::set<std::string>(came.begin(), came.end())) {
            if (!lost.contains(text)) {
                EXPECT_GE(went.count(text), came.count(text)) << text << ", round " << round;
            }
            if (!doubled.contains(text)) {
                EXPECT_LE(went.count(text), came.count(text)) << text << ", round " << round;
            }
        }
        for (const std::string& text : went) EXPECT_TRUE(came.contains(text));
    }
}

}  // namespace
}  // namespace sockgrade::faults
