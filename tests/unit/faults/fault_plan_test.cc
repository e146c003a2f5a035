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

// One of each kind, on half of what comes.
std::vector<FaultRule> one_of_each_kind() {
    std::vector<FaultRule> rules;
    for (const FaultKind& kind : catalog()) {
        FaultRule one = with_percent(rule(std::string(kind.name)), 50);
        one.detail.bytes = 4;
        one.detail.text = "x";
        one.detail.most = 5;
        rules.push_back(std::move(one));
    }
    return rules;
}

// Which datagrams a kind hits is decided without a look at what others do. Only what is lost before leaves
// nothing to hit.
TEST(FaultPlan, NoKindMovesAnother) {
    const Texts sent = numbered(200);
    for (const FaultRule& watched : one_of_each_kind()) {
        const auto alone = hit_by(watched.kind, {watched}, sent);
        for (const FaultRule& other : one_of_each_kind()) {
            if (other.kind == watched.kind) continue;
            auto expected = alone;
            if (find(other.kind)->harm == Harm::loses && find(watched.kind)->harm != Harm::loses)
                for (const std::string& lost : hit_by(other.kind, {other}, sent)) expected.erase(lost);
            EXPECT_EQ(hit_by(watched.kind, {watched, other}, sent), expected)
                << other.kind << " moves " << watched.kind;
        }
    }
}

// No kind shares another's luck: of two at a half each, a quarter has both.
TEST(FaultPlan, KindsDrawApart) {
    constexpr std::size_t kCount = 4000;
    const Texts sent = numbered(kCount);
    for (const char* other : {"duplicate", "delay", "corrupt", "stranger"}) {
        const auto drops = hit_by("drop", {with_percent(rule("drop"), 50)}, sent);
        FaultRule second = with_percent(rule(other), 50);
        second.detail.text = "x";
        const auto others = hit_by(other, {second}, sent);
        const auto both = std::count_if(drops.begin(), drops.end(),
                                        [&](const std::string& text) { return others.contains(text); });
        EXPECT_NEAR(static_cast<double>(both), kCount / 4.0, 5 * std::sqrt(kCount * 0.25 * 0.75)) << other;
    }
}

TEST(FaultPlan, DirectionsAndPeersDrawApart) {
    const FaultRule to = with_percent(rule("drop"), 50);
    const FaultRule from = with_percent(rule("drop", {}, Direction::from_program), 50);
    FaultPlan plan({to, from}, 1);
    std::vector<std::vector<bool>> fates(3);
    for (const std::string& text : numbered(64)) {
        fates[0].push_back(plan.pass(Direction::to_program, 0, text, 0).deliver.empty());
        fates[1].push_back(plan.pass(Direction::to_program, 0, text, 1).deliver.empty());
        fates[2].push_back(plan.pass(Direction::from_program, 0, text, 0).deliver.empty());
    }
    EXPECT_NE(fates[0], fates[1]);
    EXPECT_NE(fates[0], fates[2]);
    EXPECT_NE(fates[1], fates[2]);
}

// The link's own numbers have no say: a program that dials twice meets the same faults.
TEST(FaultPlan, TheFlowHasNoSay) {
    FaultPlan one({with_percent(rule("drop"), 50)}, 1);
    FaultPlan other({with_percent(rule("drop"), 50)}, 1);
    for (const std::string& text : numbered(64))
        EXPECT_EQ(one.pass(Direction::to_program, 0, text).deliver.size(),
                  other.pass(Direction::to_program, 9, text).deliver.size());
}

// Chance none: nothing of any kind is left of it (and nothing armed in advance).
TEST(FaultPlan, NoChanceIsNoFault) {
    std::vector<FaultRule> rules = one_of_each_kind();
    for (FaultRule& one : rules) one.percent = 0;
    FaultPlan plan(rules, 1);
    for (const std::string& text : numbered(500)) {
        const auto outcome = plan.pass(Direction::to_program, 0, text);
        ASSERT_EQ(outcome.deliver.size(), 1U);
        EXPECT_EQ(outcome.deliver[0].bytes, text);
        EXPECT_EQ(outcome.deliver[0].way, Way::usual);
        EXPECT_EQ(outcome.deliver[0].wait.count(), 0);
        EXPECT_THAT(outcome.applied, IsEmpty());
    }
    EXPECT_THAT(plan.release(Direction::to_program).deliver, IsEmpty());
    EXPECT_EQ(plan.unfired(), rules.size());
}

// The values are part of what a seed means: a stored case is drawn the same next year.
TEST(FaultPlan, ASeedsDrawsStayTheSame) {
    std::string fates;
    FaultPlan plan({with_percent(rule("drop"), 50)}, 42);
    for (const std::string& text : numbered(64))
        fates += plan.pass(Direction::to_program, 0, text).deliver.empty() ? '-' : '+';
    EXPECT_EQ(fates, "+---+-+-+-+-++-+--+-+--++-+-++---+-++-+-+-+--++++--+++++-++++-++");
}

// received = sent - dropped + doubled + played back + empty ones put before, whatever the rules are.
TEST(FaultPlan, NothingIsInventedAndNothingDisappears) {
    RandomStream random(20240229);
    const std::array<std::string, 8> kinds = {"drop",   "duplicate", "reorder", "delay",
                                              "replay", "blackhole", "corrupt", "stranger"};
    for (int round = 0; round < 500; ++round) {
        std::vector<FaultRule> rules;
        for (std::uint64_t i = random.below(6); i > 0; --i) {
            FaultRule one = rule(kinds.at(random.below(kinds.size())));
            for (std::uint64_t n = random.below(4); n > 0; --n) one.numbers.push_back(1 + random.below(12));
            one.percent = static_cast<unsigned>(random.below(101));
            one.times = random.below(3);
            one.detail.after = random.below(4);
            one.detail.most = 1 + random.below(4);
            one.detail.window = random.below(2) * 3;
            one.detail.text = "stranger";
            rules.push_back(std::move(one));
        }
        FaultPlan plan(rules, random.next());
        std::ptrdiff_t expected = 0;
        std::ptrdiff_t came = 0;
        const auto count = [&](const FaultPlan::Outcome& outcome) {
            came += static_cast<std::ptrdiff_t>(outcome.deliver.size());
            std::ptrdiff_t copies = 1;  // of this datagram, so far
            for (const Applied& applied : outcome.applied) {
                if (applied.lost) {
                    expected -= copies;
                    copies = 0;
                }
                if (applied.kind == "duplicate") ++copies;
                if (applied.kind == "duplicate" || applied.kind == "replay" || applied.kind == "stranger")
                    ++expected;
            }
        };
        for (int i = 0; i < 40; ++i) {
            ++expected;
            count(plan.pass(Direction::to_program, 0, "m" + std::to_string(random.below(15))));
        }
        count(plan.release(Direction::to_program));
        EXPECT_EQ(came, expected) << "round " << round;
        EXPECT_THAT(plan.release(Direction::to_program).deliver, IsEmpty());
    }
}

}  // namespace
}  // namespace sockgrade::faults
