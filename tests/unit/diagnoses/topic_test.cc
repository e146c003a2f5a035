// A diagnosis speaks where its kind of case is, and not in a spec of another protocol.
#include "diagnoses/topic.hh"

#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

using What = model::Expect::What;

std::vector<std::string> names_of(const FailedCase& one) {
    std::vector<std::string> names;
    for (const model::Diagnosis& found : diagnose({one.transcript, one.findings, one.cause}))
        names.push_back(found.id);
    return names;
}

// A server was to reply `wanted`, written out in its spec, to `question`.
FailedCase worked_out(const std::string& question, const std::string& wanted, const std::string& got,
                      Cause cause) {
    FailedCase one(Role::server, kTcp, cause);
    one.opened("client", 40000).sent("client", question).proof().received("client", got).proof();
    model::Expect expectation = expect(What::bytes);
    expectation.message.bytes = wanted;
    return one.step("client", expectation);
}

TEST(Topic, CapitalsAreOfServersThatMakeThemAndOfTheirClients) {
    EXPECT_TRUE(is_about(Topic::capitals, replied("a", "b", Cause::wrong_content).transcript.plan));
    EXPECT_FALSE(is_about(Topic::capitals, worked_out("a", "a", "b", Cause::wrong_content).transcript.plan));
    EXPECT_TRUE(is_about(Topic::anything, worked_out("a", "a", "b", Cause::wrong_content).transcript.plan));
}

TEST(Topic, AnEchoServerIsNotTalkedToAboutCapitals) {
    EXPECT_EQ(names_of(worked_out("Hello 1\n", "Hello 1\n", "HELLO 1\n", Cause::wrong_case)),
              (std::vector<std::string>{"writes_other_capitals"}));
    EXPECT_TRUE(names_of(worked_out("Hello\n", "Hello\n", "(ELLO\n", Cause::wrong_content)).empty());
}

TEST(Topic, WhatIsWorkedOutIsNotCutByABuffer) {
    EXPECT_TRUE(
        names_of(worked_out("ADD 12000 345\n", "RESULT 12345\n", "RESULT 1", Cause::missing)).empty());
    EXPECT_TRUE(
        names_of(worked_out("ADD 12000 345\n", "RESULT 12345\n", "RESULT 1234", Cause::missing)).empty());
    EXPECT_TRUE(names_of(worked_out("ADD 12000 345\n", "RESULT 12345\n", "RESULT", Cause::missing)).empty());
    EXPECT_EQ(names_of(worked_out("Hello, World 123", "Hello, World 123", "Hello, W", Cause::missing)),
              (std::vector<std::string>{"cuts_text_at"}));
}

model::Message numbered(const std::string& text) {
    model::Message message;
    message.bytes = message.content = text;
    message.as = "{i} {line}";
    return message;
}

// Lines that are acknowledged, one of which gets lost.
model::Plan lines(model::Expect::Order order, bool loses_one) {
    model::Plan plan;
    plan.role = Role::sender;
    plan.transport = kUdp;
    plan.steps.push_back({"receiver", model::AnswerEach{"ACK {seq}", {}}, 0});
    model::Expect all = expect(What::all);
    all.messages = {numbered("0 apple"), numbered("1 river")};
    all.order = order;
    plan.steps.push_back({"receiver", all, 0});
    if (loses_one) plan.faults.emplace_back();
    return plan;
}

TEST(Topic, OneAtATimeIsWhereNothingMayOvertakeWhatWasLost) {
    using Order = model::Expect::Order;
    EXPECT_TRUE(is_about(Topic::one_at_a_time, lines(Order::kept, true)));
    EXPECT_FALSE(is_about(Topic::one_at_a_time, lines(Order::any, true)));
    EXPECT_FALSE(is_about(Topic::one_at_a_time, lines(Order::kept, false)));
    EXPECT_TRUE(is_about(Topic::numbered_lines, lines(Order::any, true)));
    EXPECT_FALSE(is_about(Topic::echoed_datagrams, lines(Order::kept, true)));
}

}  // namespace
}  // namespace sockgrade::diagnoses
