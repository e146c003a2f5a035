#include "plan/pair.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sockgrade::plan {
namespace {

using testing::ElementsAre;

model::Spec reliable_pair() {
    model::Spec sender;
    sender.exercise = "sender";
    sender.program.role = model::Role::sender;
    sender.program.transport = model::Transport::udp;
    sender.program.arguments = {"{host}", "{port}", "{file}"};
    sender.program.message = model::Message{model::Message::Form::lines, "line {n} of {word}", "2", ""};
    model::Spec receiver;
    receiver.exercise = "receiver";
    receiver.program.role = model::Role::receiver;
    receiver.program.transport = model::Transport::udp;
    receiver.program.arguments = {"{port}"};
    receiver.program.otherwise = {{}};
    model::Expect all;
    all.what = model::Expect::What::all;
    all.message.as = "{i} {line}";
    model::CaseSpec one;
    one.id = "c";
    one.steps = {{"receiver", all, 0}, {"receiver", model::Prints{}, 0}, {"sender", model::Exits{0}, 0}};
    one.faults.emplace_back().kind = "drop";
    model::Spec spec;
    spec.exercise = "pair";
    spec.program = sender.program;
    spec.cases = {one};
    spec.halves = {sender, receiver};
    return spec;
}

TEST(PlanPairs, BothHaveTheSameAddress) {
    const auto pairs = plan_pairs(reliable_pair(), {});
    ASSERT_EQ(pairs.size(), 1U);
    const model::PairPlan& pair = pairs.front();
    EXPECT_EQ(pair.dialling.given.address, pair.listening.given.address);
    const std::string port = std::to_string(pair.dialling.given.address.port);
    EXPECT_THAT(pair.dialling.given.arguments, ElementsAre("127.0.0.1", port, "{file}"));
    EXPECT_THAT(pair.listening.given.arguments, ElementsAre(port));
    EXPECT_EQ(pair.listening.role, model::Role::receiver);
    // Saved transcripts are named after these.
    EXPECT_EQ(model::full_id(pair.dialling), "c/sender");
    EXPECT_EQ(model::full_id(pair.listening), "c/receiver");
}

TEST(PlanPairs, EachHasItsOwnSteps) {
    const model::PairPlan pair = plan_pairs(reliable_pair(), {}).front();
    ASSERT_EQ(pair.dialling.steps.size(), 2U);
    const auto& expected = std::get<model::Expect>(pair.dialling.steps[0].action);
    ASSERT_EQ(expected.messages.size(), 2U);
    EXPECT_EQ(pair.dialling.steps[1].actor, model::kProgram);
    ASSERT_EQ(pair.listening.steps.size(), 2U);
    EXPECT_EQ(pair.listening.steps[0].actor, "sender");
    EXPECT_EQ(std::get<model::Send>(pair.listening.steps[0].action).messages, expected.messages);
    EXPECT_EQ(pair.dialling.faults.size(), 1U);
    EXPECT_TRUE(pair.listening.faults.empty());
}

TEST(PlanPairs, OtherArguments) {
    const model::PairPlan pair = plan_pairs(reliable_pair(), {}, {std::vector<std::string>{}}).front();
    EXPECT_TRUE(pair.listening.given.arguments.empty());
    EXPECT_EQ(pair.dialling.given.arguments.size(), 3U);
}

TEST(PlanPairs, APortThatOneOfThemHasIsToldToBoth) {
    PlanOptions options;
    options.port = 12000;
    const model::PairPlan pair = plan_pairs(reliable_pair(), options).front();
    EXPECT_EQ(pair.dialling.given.address.port, 12000);
    EXPECT_EQ(pair.listening.given.address.port, 12000);
    EXPECT_EQ(pair.dialling.given.arguments.at(1), "12000");
}

TEST(PlanPairs, EachIsTypedItsOwnLines) {
    PlanOptions options;
    options.typed_order = {"host", "port", "message"};
    const model::PairPlan pair = plan_pairs(reliable_pair(), options, {std::nullopt, {"host port"}}).front();
    EXPECT_EQ(pair.dialling.given.typed_order.size(), 3U);
    EXPECT_EQ(pair.listening.given.typed_order, std::vector<std::string>{"host port"});
}

}  // namespace
}  // namespace sockgrade::plan
