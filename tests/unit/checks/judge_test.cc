#include "checks/judge.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <string>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using testing::HasSubstr;

using What = model::Expect::What;

Case good_exchange() {
    return connected_server()
        .step("client", send("one"), {sent("one")})
        .step("client", expect(What::capitals), {received("ONE")});
}

TEST(Judge, AllRequirementsMet) {
    const Judgement judgement = good_exchange().judged();
    EXPECT_EQ(judgement.verdict, Verdict::passed);
    EXPECT_EQ(judgement.summary, "All requirements are met.");
    for (const model::Finding& finding : judgement.findings) {
        EXPECT_EQ(finding.status, Status::met);
        EXPECT_TRUE(finding.requirement.ends_with('.')) << finding.requirement;
    }
}

TEST(Judge, TheFirstFailureDecidesAndIsTheLastFinding) {
    Case bad = connected_server()
                   .step("client", send("one"), {sent("one")})
                   .step("client", expect(What::capitals), {received("one")})
                   .step("client", send("two"), {sent("two")})
                   .step("client", expect(What::capitals), {killed(SIGSEGV)}, WaitEnd::program_ended);
    expect_failed(bad, Cause::wrong_case);
    EXPECT_THAT(bad.judged().summary, HasSubstr("(wrong-case)"));
}

TEST(Judge, StepsThatWereNeverBegunAreNotPassed) {
    Case cut = good_exchange();
    cut.never("client", expect(What::capitals));
    EXPECT_EQ(cut.judged().verdict, Verdict::inconclusive);
    EXPECT_THAT(cut.judged().summary, HasSubstr("to its step 3 of 4"));
}

// The step got all that it asks before the program was stopped, or before we gave up.
TEST(Judge, ACaseThatBrokeOffIsNotPassed) {
    for (const auto& [how, cause] :
         {std::pair{WaitEnd::flooded, Cause::output_flood}, std::pair{WaitEnd::backstop, Cause::hung}}) {
        Case one(Role::server, Transport::tcp);
        one.step("client", model::Connect{}, {listening(), opened()}, how);
        one.never("client", expect(What::capitals));
        expect_failed(one, cause);
    }
    Case last(Role::server, Transport::tcp);
    last.step("client", model::Connect{}, {listening(), opened()}, WaitEnd::flooded);
    expect_failed(last, Cause::output_flood);
}

// The case was cut off in the middle of a step: as good as a backstop.
TEST(Judge, AStepThatDidNotEnd) {
    Case cut = good_exchange();
    cut.never(model::kProgram, model::Exits{}).happens(StepBegan{3});
    expect_failed(cut, Cause::hung);
}

TEST(Judge, WhatWeBrokeIsInconclusive) {
    Case trouble = good_exchange();
    trouble.happens(Trouble{"no more memory"});
    EXPECT_EQ(trouble.judged().verdict, Verdict::inconclusive);
    EXPECT_THAT(trouble.judged().summary, HasSubstr("no more memory"));
    // Even if something looks like a failure.
    Case both = connected_server().step("client", expect(What::capitals), {}, WaitEnd::quiet);
    both.happens(Trouble{"no more memory"});
    EXPECT_EQ(both.judged().verdict, Verdict::inconclusive);
    EXPECT_EQ(both.judged().cause, std::nullopt);
}

TEST(Judge, AnEmptyTranscriptSaysNothingAgainstTheProgram) {
    EXPECT_NE(Case(Role::server, Transport::tcp).judged().verdict, Verdict::failed);
}

TEST(Judge, AFaultThatFoundNothingIsInconclusive) {
    Case lossy = good_exchange();
    lossy.plan().faults.push_back({"drop", model::Direction::to_program, {2}, "", 1, 100});
    EXPECT_EQ(lossy.judged().verdict, Verdict::inconclusive);
    EXPECT_THAT(lossy.judged().summary, HasSubstr("'drop'"));
    EXPECT_EQ(
        Case(lossy).happens(FaultApplied{"drop", model::Direction::from_program, 2, 1, "x"}).judged().verdict,
        Verdict::inconclusive);
    EXPECT_EQ(
        Case(lossy).happens(FaultApplied{"drop", model::Direction::to_program, 2, 1, "x"}).judged().verdict,
        Verdict::passed);
}

// Two rules of one kind: each has to be seen.
TEST(Judge, OneRuleDoesNotStandForAnother) {
    Case lossy = good_exchange();
    FaultApplied first{"drop", model::Direction::to_program, 2, 1, "x", true};
    FaultApplied second = first;
    second.rule = 1;
    lossy.plan().faults.push_back({"drop", model::Direction::to_program, {2}, "", 1, 100});
    lossy.plan().faults.push_back({"drop", model::Direction::to_program, {3}, "", 1, 100});
    EXPECT_EQ(Case(lossy).happens(first).judged().verdict, Verdict::inconclusive);
    EXPECT_EQ(Case(lossy).happens(first).happens(second).judged().verdict, Verdict::passed);
}

TEST(Judge, AFailureNeedsNoFault) {
    Case silent = connected_server().step("client", expect(What::capitals), {}, WaitEnd::quiet);
    silent.plan().faults.push_back({"drop", model::Direction::to_program, {2}, "", 1, 100});
    expect_failed(silent, Cause::no_reply);
}

TEST(Judge, EvidenceAreNumbersOfEvents) {
    const Case bad = connected_server()
                         .step("client", send("one"), {sent("one")})
                         .step("client", expect(What::capitals), {received("one")});
    const model::Transcript& transcript = bad.transcript();
    const Judgement judgement = bad.judged();
    ASSERT_EQ(judgement.findings.back().evidence.size(), 2U);
    for (const std::size_t number : judgement.findings.back().evidence) {
        ASSERT_GE(number, 1U);
        ASSERT_LE(number, transcript.events.size());
    }
    EXPECT_TRUE(
        std::holds_alternative<Received>(transcript.events[judgement.findings.back().evidence[1] - 1].what));
}

TEST(Judge, IsAFunctionOfTheTranscript) {
    const Case one = good_exchange();
    EXPECT_EQ(words_of(one.judged()), words_of(one.judged()));
}

// --- The control run.

TEST(NeedsControl, OnlyWhereSomethingOfItsOwnIsUsed) {
    EXPECT_FALSE(needs_control(good_exchange().transcript()));
    EXPECT_FALSE(needs_control(Case(Role::server, Transport::tcp).transcript()));
    Case own_port(Role::server, Transport::tcp);
    own_port.step("client", model::Connect{}, {listening({"0.0.0.0", 9999})});
    EXPECT_TRUE(needs_control(own_port.transcript()));
    own_port.plan().given.names_port = false;
    EXPECT_FALSE(needs_control(own_port.transcript()));
}

TEST(NeedsControl, ForATextThatIsNotTheGivenOne) {
    Case sender = accepted_client(Role::sender);
    const auto says_hello = [](Case one) { return one.happens(received("hello", "server")).transcript(); };
    EXPECT_FALSE(needs_control(says_hello(sender))) << "nobody asks for the given one";
    sender.never("server", expect(model::Expect::What::given));
    EXPECT_FALSE(needs_control(sender.transcript()));
    EXPECT_FALSE(
        needs_control(Case(sender).happens(received("good morning and 42 apples\n", "server")).transcript()));
    EXPECT_TRUE(needs_control(says_hello(sender)));
}

TEST(NeedsControl, ForAHostThatIsNotTheGivenOne) {
    Case client(Role::client, Transport::tcp);
    client.plan().given.message = "x";
    client.step("server", model::Accept{}, {Opened{"server", {"192.168.1.7", 12000}, kPeer}});
    EXPECT_TRUE(needs_control(client.transcript()));
}

TEST(NeedsControl, Once) {
    Case own_port(Role::server, Transport::tcp);
    own_port.step("client", model::Connect{}, {listening({"0.0.0.0", 9999})});
    own_port.happens(control_event(own_port.transcript()));
    EXPECT_FALSE(needs_control(own_port.transcript()));
}

TEST(ControlEvent, WhatWasGivenAndWhatWasUsed) {
    Case sender = accepted_client(Role::sender);
    sender.happens(received("hello", "server"));
    const Control control = control_event(sender.transcript());
    EXPECT_EQ(control.given, kGiven);
    EXPECT_EQ(control.given_message, "good morning and 42 apples");
    EXPECT_EQ(control.used, kGiven);
    EXPECT_EQ(control.sent, "hello");
}

}  // namespace
}  // namespace sockgrade::checks
