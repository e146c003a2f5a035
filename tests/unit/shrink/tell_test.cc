#include "shrink/tell.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sockgrade::shrink {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

model::FaultRule hits(std::string kind, std::size_t number) {
    model::FaultRule rule;
    rule.kind = std::move(kind);
    rule.numbers = {number};
    return rule;
}

model::Plan plan_with(std::vector<model::FaultRule> faults, std::vector<std::string> messages) {
    model::Plan plan;
    plan.faults = std::move(faults);
    model::Send send;
    for (std::string& bytes : messages) send.messages.push_back({{}, {}, {}, std::move(bytes)});
    plan.steps = {{"client", send, 1}};
    return plan;
}

Smallest found(const char* only) {
    Smallest smallest;
    if (*only != '\0') smallest.only = plan::only_from(only);
    return smallest;
}

TEST(Tell, SaysWhatRemainsAndWhatWasLeftOut) {
    const model::Plan whole = plan_with({hits("drop", 2), hits("duplicate", 4)}, {"a", "b", "c", "d", "e"});
    const model::Plan smallest = plan_with({hits("duplicate", 1)}, {"d"});
    const Story story = tell(whole, smallest, {}, found("faults=2,messages.1=4"), 3, 17);
    EXPECT_EQ(story.text,
              "It fails in the same way, each of 3 times, with 1 message in place of 5 and when all that the "
              "network does is to duplicate datagram 1 on its way to the program.");
    EXPECT_THAT(story.remains,
                ElementsAre("1 message of step 1",
                            "the network will duplicate datagram 1 on its way to the program"));
    EXPECT_THAT(story.left_out, ElementsAre("4 messages of step 1",
                                            "the network would drop datagram 2 on its way to the program"));
}

TEST(Tell, SaysThatItTakesNoFault) {
    const model::Plan whole = plan_with({hits("drop", 2)}, {"a", "b"});
    const Story story = tell(whole, plan_with({}, {"a", "b"}), {}, found("faults=none"), 3, 17);
    EXPECT_EQ(story.text, "It fails in the same way, each of 3 times, without any fault.");
}

TEST(Tell, SaysTheLengthAtWhichItBegins) {
    const model::Plan whole = plan_with({}, {std::string(2000, 'a')});
    Smallest smallest = found("bytes.1.1=1025");
    smallest.passes_with[{1, 1}] = 1024;
    const Story story = tell(whole, plan_with({}, {std::string(1025, 'a')}), {}, smallest, 3, 17);
    EXPECT_EQ(
        story.text,
        "It fails in the same way, each of 3 times, with a message of 1025 bytes in place of 2000. With a "
        "message of 1024 it passes, with one of 1025 bytes it fails.");
}

TEST(Tell, SaysWhenNothingCouldBeLeftOut) {
    const model::Plan whole = plan_with({hits("drop", 2)}, {"a", "b"});
    Smallest smallest;
    Story story = tell(whole, whole, {}, smallest, 3, 17);
    EXPECT_EQ(story.text, "Nothing of it can be left out: with less it does not fail in this way.");
    EXPECT_THAT(story.left_out, IsEmpty());
    smallest.is_complete = false;
    story = tell(whole, whole, {}, smallest, 3, 60);
    EXPECT_EQ(story.text, "That is the smallest found in 60 runs; there may be a smaller one.");
}

TEST(Tell, DoesNotCountWhatWasLeftOutBefore) {
    const model::Plan whole = plan_with({hits("drop", 1), hits("drop", 2)}, {"a", "b", "c"});
    const Story story = tell(whole, plan_with({}, {"b"}), plan::only_from("faults=2,messages.1=2+3"),
                             found("faults=none,messages.1=2"), 3, 17);
    EXPECT_THAT(story.text, HasSubstr("with 1 message in place of 2"));
    EXPECT_THAT(story.left_out, ElementsAre("1 message of step 1",
                                            "the network would drop datagram 2 on its way to the program"));
}

}  // namespace
}  // namespace sockgrade::shrink
