#include "shrink/smallest.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace sockgrade::shrink {
namespace {

using plan::Only;
using plan::Places;

bool has(const Places& places, std::size_t place) {
    return std::find(places.begin(), places.end(), place) != places.end();
}
bool has_fault(const Only& only, std::size_t fault) { return !only.faults || has(*only.faults, fault); }
bool has_message(const Only& only, std::size_t step, std::size_t message) {
    const auto kept = only.messages.find(step);
    return kept == only.messages.end() || has(kept->second, message);
}
std::size_t bytes(const Only& only, plan::MessagePlace place, std::size_t all) {
    const auto found = only.bytes.find(place);
    return found == only.bytes.end() ? all : found->second;
}

plan::Parts three_faults_five_messages() {
    plan::Parts parts;
    parts.faults = 3;
    parts.messages = {{1, 5}};
    return parts;
}

// A program as a predicate, which also notes what it was asked.
class Program {
  public:
    template <class Fails>
    explicit Program(Fails fails)
        : try_([this, fails](const Only& only) {
              asked_.push_back(to_string(only));
              return fails(only) ? Outcome::fails : Outcome::passes;
          }) {}

    const Try& try_it() const { return try_; }
    const std::vector<std::string>& asked() const { return asked_; }

  private:
    std::vector<std::string> asked_;
    Try try_;
};

TEST(Smallest, LeavesOutWhatTheFailureDoesNotTake) {
    const Program program([](const Only& only) { return has_fault(only, 2) && has_message(only, 1, 4); });
    const Smallest found = find_smallest(three_faults_five_messages(), {}, program.try_it());
    EXPECT_EQ(to_string(found.only), "faults=2,messages.1=4");
    EXPECT_TRUE(found.is_complete);
}

TEST(Smallest, CanDoWithoutAnyFault) {
    const Program program([](const Only&) { return true; });
    const Smallest found = find_smallest(three_faults_five_messages(), {}, program.try_it());
    EXPECT_EQ(found.only.faults, Places{});
    EXPECT_EQ(found.only.messages.at(1).size(), 1U);
}

TEST(Smallest, StaysWhereEverythingIsNeeded) {
    const Program program([](const Only& only) { return only.is_everything(); });
    const Smallest found = find_smallest(three_faults_five_messages(), {}, program.try_it());
    EXPECT_TRUE(found.only.is_everything());
    EXPECT_TRUE(found.is_complete);
}

// With all five messages it takes fault 1 or fault 3; with one, fault 3 is enough and fault 1 is not.
TEST(Smallest, LooksAtTheFaultsAgainWhenThereAreFewerMessages) {
    const Program program([](const Only& only) {
        const bool is_long = has_message(only, 1, 1) && has_message(only, 1, 5);
        return is_long ? has_fault(only, 1) && has_fault(only, 3) : has_fault(only, 3);
    });
    const Smallest found = find_smallest(three_faults_five_messages(), {}, program.try_it());
    EXPECT_EQ(found.only.faults, Places{3});
}

TEST(Smallest, ThinsOutWhatAFaultHits) {
    plan::Parts parts;
    parts.faults = 1;
    parts.targets = {{1, {{1, 2, 3}, {4, 5}}}};
    const Program program([](const Only& only) {
        const auto targets = only.targets.find(1);
        return has_fault(only, 1) &&
               (targets == only.targets.end() || (has(targets->second, 2) && has(targets->second, 5)));
    });
    EXPECT_EQ(to_string(find_smallest(parts, {}, program.try_it()).only), "targets.1=2+5");
}

TEST(Smallest, FindsTheLengthAtWhichItBegins) {
    for (const std::size_t limit : {1U, 2U, 40U, 1023U, 1024U}) {
        plan::Parts parts;
        parts.lengths = {{{2, 1}, 1025, 1}};
        const Program program([limit](const Only& only) { return bytes(only, {2, 1}, 1025) > limit; });
        const Smallest found = find_smallest(parts, {}, program.try_it());
        EXPECT_EQ(bytes(found.only, {2, 1}, 1025), limit + 1);
        EXPECT_EQ(found.passes_with.at({2, 1}), limit);
        EXPECT_LE(program.asked().size(), 12U);
    }
}

TEST(Smallest, AFailureInAnotherWayIsNoLimitThatPasses) {
    plan::Parts parts;
    parts.lengths = {{plan::kGivenMessage, 100, 1}};
    const Smallest found = find_smallest(parts, {}, [](const Only& only) {
        return bytes(only, plan::kGivenMessage, 100) > 50 ? Outcome::fails : Outcome::differs;
    });
    EXPECT_EQ(to_string(found.only), "bytes.given=51");
    EXPECT_TRUE(found.passes_with.empty());
}

TEST(Smallest, DoesNotShortenWhatItLeftOut) {
    plan::Parts parts;
    parts.messages = {{1, 2}};
    parts.lengths = {{{1, 1}, 90, 1}, {{1, 2}, 90, 1}};
    const Program program([](const Only& only) { return has_message(only, 1, 2); });
    EXPECT_EQ(to_string(find_smallest(parts, {}, program.try_it()).only), "messages.1=2,bytes.1.2=1");
}

TEST(Smallest, GoesOnFromWhatWasLeftOutBefore) {
    const Program program([](const Only& only) { return has_fault(only, 2); });
    Only start;
    start.faults = {1, 2};
    start.messages = {{1, {4}}};
    EXPECT_EQ(to_string(find_smallest(three_faults_five_messages(), start, program.try_it()).only),
              "faults=2,messages.1=4");
}

TEST(Smallest, TriesNothingTwice) {
    const Program program(
        [](const Only& only) { return has_fault(only, 1) && has_fault(only, 3) && has_message(only, 1, 2); });
    find_smallest(three_faults_five_messages(), {}, program.try_it());
    std::vector<std::string> asked = program.asked();
    std::sort(asked.begin(), asked.end());
    EXPECT_EQ(std::adjacent_find(asked.begin(), asked.end()), asked.end());
    EXPECT_FALSE(asked.empty());
}

TEST(Smallest, SaysWhenItWasStopped) {
    std::size_t left = 4;
    const Smallest found = find_smallest(three_faults_five_messages(), {}, [&](const Only& only) {
        if (left == 0) return Outcome::stopped;
        --left;
        return has_fault(only, 2) ? Outcome::fails : Outcome::passes;
    });
    EXPECT_FALSE(found.is_complete);
    EXPECT_TRUE(has_fault(found.only, 2));
    EXPECT_FALSE(found.only.is_everything()) << "what was found until then counts";
}

TEST(Smallest, KnowsWhenThereIsNothingToLeaveOut) {
    EXPECT_FALSE(can_shrink({}, {}));
    EXPECT_TRUE(can_shrink(three_faults_five_messages(), {}));
    EXPECT_FALSE(can_shrink(three_faults_five_messages(), plan::only_from("faults=none,messages.1=4")));
    plan::Parts parts;
    parts.lengths = {{{1, 1}, 90, 1}};
    EXPECT_TRUE(can_shrink(parts, {}));
    EXPECT_FALSE(can_shrink(parts, plan::only_from("bytes.1.1=1")));
}

}  // namespace
}  // namespace sockgrade::shrink
