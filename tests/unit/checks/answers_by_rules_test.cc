// A peer that reacts by rules, and what must hold of what it remembers.
#include <gmock/gmock.h>

#include "tests/unit/checks/transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using testing::HasSubstr;

model::Message late(const std::string& text) {
    model::Message made = checks::text("");
    made.text = made.late = text;
    return made;
}

// Takes the numbers 0, 1, 2 in their order, and any other number without counting it.
model::Whenever counting() {
    model::Whenever made;
    model::Rule in_order;
    in_order.gets.message = late("{next}");
    in_order.now = {{.name = "next", .late = "{= next + 1}"}, {.name = "newest", .late = "{next}"}};
    model::Rule other;
    other.gets.message = text("(?P<seq>\\d+)");
    other.gets.is_pattern = true;
    other.now = {{.name = "newest", .late = "{seq}"}};
    made.rules = {in_order, other};
    made.remembers = {{.name = "next", .bytes = "0"}, {.name = "newest", .bytes = "0"}};
    made.always = {{"newest < next + 2", "At most two are on their way."}};
    made.at_the_end = {{"next == 3", "All three arrive."}};
    return made;
}

std::vector<model::Finding> findings_of(const std::vector<model::event::What>& came,
                                        WaitEnd how = WaitEnd::quiet) {
    Case one(Role::sender, Transport::udp);
    one.step("receiver", counting(), came, how);
    auto findings = one.judged().findings;
    if (findings.size() > 3) findings.erase(findings.begin(), findings.end() - 3);
    return findings;
}
Received got(const std::string& bytes) { return received(bytes, "receiver"); }

TEST(AnswersByRules, AreMetByWhoKeepsToThem) {
    for (const model::Finding& finding : findings_of({got("0"), got("1"), got("1"), got("2")}))
        EXPECT_EQ(finding.status, Status::met) << finding.requirement;
}

TEST(AnswersByRules, WhatNoRuleFitsIsWrong) {
    Case one(Role::sender, Transport::udp);
    one.step("receiver", counting(), {got("0"), got("x")});
    const Judgement judgement = one.judged();
    EXPECT_EQ(judgement.verdict, Verdict::failed);
    EXPECT_EQ(judgement.cause, Cause::wrong_content);
}

// What the link has done to it is no mistake of the program.
TEST(AnswersByRules, WhatAFaultHasChangedIsNobodysMistake) {
    FaultApplied corrupted{"corrupt", model::Direction::from_program, 1, 1, "0", false, {}, 0, "receiver"};
    corrupted.instead = "x";
    for (const model::Finding& finding : findings_of({corrupted, got("x"), got("0"), got("1"), got("2")}))
        EXPECT_EQ(finding.status, Status::met) << finding.requirement;
}

TEST(AnswersByRules, TheDatagramIsNamedThatBreaksWhatHolds) {
    const auto findings = findings_of({got("0"), got("2"), got("3"), got("1"), got("2")});
    const model::Finding& broken = findings.back();
    EXPECT_EQ(broken.requirement, "At most two are on their way.");
    EXPECT_EQ(broken.status, Status::not_met);
    EXPECT_EQ(broken.got, "\"3\"");
    EXPECT_EQ(broken.evidence, std::vector<std::size_t>{4});
    EXPECT_THAT(broken.detail, HasSubstr("next = 1 and newest = 3"));
}

TEST(AnswersByRules, WhatIsMissingInTheEndIsSaid) {
    const auto findings = findings_of({got("0"), got("1")});
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[2].status, Status::not_met);
    EXPECT_EQ(findings[2].requirement, "All three arrive.");
    EXPECT_EQ(findings[2].got, "next = 2 and newest = 1");
    EXPECT_EQ(findings[2].cause, Cause::missing);
}

}  // namespace
}  // namespace sockgrade::checks
