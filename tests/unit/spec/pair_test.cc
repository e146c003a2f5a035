// Pairs: two exercises in place of a program, whose specs stand beside the pair's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/places.hh"
#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

using testing::HasSubstr;

const char* const kReliable = "{ sender: udp-reliable-sender, receiver: udp-reliable-receiver }";
const char* const kTcp = "{ client: tcp-capitalize-client, server: tcp-capitalize-server }";

std::string pair_text(const std::string& pair, const std::string& steps, const std::string& more = "") {
    return "exercise: e\ntitle: t\npair: " + pair +
           "\nfields: { seq: \"{seq} \", ack: \"ACK {ack}\" }\ncases:\n" +
           "  - id: c\n    title: t\n    steps:\n" + indented(steps, "      ") + indented(more, "    ");
}

model::Spec load_pair(const std::string& text) {
    return load_spec_text(text, in_source("specs/x.yaml"), kNames);
}

std::string pair_problems(const std::string& text) {
    try {
        load_pair(text);
    } catch (const SpecError& error) {
        return error.what();
    }
    return "";
}

const std::string kSteps =
    "- receiver: { expect: { all: lines, as: \"{i} {line}\", copies: any } }\n"
    "- receiver: { answer_each: \"ACK {seq}\" }\n- sender: { exits: 0 }\n"
    "- receiver: { prints: { each: sent, once: true } }";

TEST(Pair, HasTheSpecsOfBothPrograms) {
    const model::Spec spec = load_pair(pair_text(kReliable, kSteps));
    ASSERT_TRUE(spec.is_pair());
    EXPECT_EQ(spec.halves[0].exercise, "udp-reliable-sender");
    EXPECT_EQ(spec.halves[1].program.role, model::Role::receiver);
    EXPECT_EQ(spec.program.role, model::Role::sender);
    EXPECT_EQ(spec.cases.front().steps.size(), 4U);
    EXPECT_EQ(spec.cases.front().steps[2].actor, "sender");
    EXPECT_TRUE(std::holds_alternative<model::Exits>(spec.cases.front().steps[2].action));
}

TEST(Pair, FaultsAreBetweenTheRoles) {
    const model::Spec spec =
        load_pair(pair_text(kReliable, kSteps,
                            "faults:\n  - drop: { from: sender, seq: 1 }\n  - drop: { to: sender, ack: 2 }\n"
                            "  - drop: { from: receiver, ack: 3 }\n  - drop: { to: receiver, seq: 4 }"));
    std::vector<model::Direction> directions;
    for (const model::FaultRule& rule : spec.cases.front().faults) directions.push_back(rule.direction);
    using enum model::Direction;
    EXPECT_EQ(directions, (std::vector{from_program, to_program, to_program, from_program}));
}

TEST(Pair, NeedsTwoThatFit) {
    const auto problems = [](const std::string& pair) { return pair_problems(pair_text(pair, kSteps)); };
    EXPECT_THAT(problems("{ sender: udp-reliable-sender }"), HasSubstr("'receiver' is missing"));
    EXPECT_THAT(problems("{ sender: udp-sender, receiver: tcp-receiver }"),
                HasSubstr("one of the two programs uses TCP"));
    EXPECT_THAT(problems("{ sender: udp-receiver, receiver: udp-sender }"), HasSubstr("is a receiver"));
    EXPECT_THAT(problems("{ sender: no-such, receiver: udp-receiver }"), HasSubstr("cannot read the spec"));
    EXPECT_THAT(problems("{ sender: pair-udp-reliable, receiver: udp-receiver }"),
                HasSubstr("a pair itself"));
    EXPECT_THAT(problems("{ sendre: udp-sender, receiver: udp-receiver }"), HasSubstr("sendre"));
    EXPECT_THAT(pair_problems("exercise: e\ntitle: t\ncases: []"),
                HasSubstr("expected one of program and pair"));
    EXPECT_THAT(
        pair_problems("exercise: e\ntitle: t\nprogram: " + kTcpServer + "\npair: " + kTcp + "\ncases: []"),
        HasSubstr("exclude each other"));
}

TEST(Pair, ItsActorsAreTheTwoRoles) {
    const auto problems = [](const std::string& steps) { return pair_problems(pair_text(kReliable, steps)); };
    EXPECT_THAT(problems("- program: exits"),
                HasSubstr("the actors of this pair are 'sender' and 'receiver'"));
    EXPECT_THAT(problems("- recever: expect-anything"), HasSubstr("did you mean 'receiver'"));
    EXPECT_THAT(problems("- receiver: { send: hello }"), HasSubstr("are both programs"));
    EXPECT_THAT(problems("- receiver: expect-anything\n- receiver: close"), HasSubstr("are both programs"));
    EXPECT_THAT(problems("- sender: expect-anything"), HasSubstr("are both programs"));
    EXPECT_THAT(problems("- receiver: expect-anything\n- receiver: prints-the-reply"),
                HasSubstr("gets no reply"));
    EXPECT_THAT(problems("- receiver: expect-anything\n- sender: { prints: { each: sent } }"),
                HasSubstr("write 'prints-the-reply'"));
    EXPECT_THAT(problems("- receiver: expect-anything\n- receiver: { prints: hello }"),
                HasSubstr("are both programs"));
    EXPECT_THAT(pair_problems(pair_text(kTcp, "- server: expect-anything")),
                HasSubstr("it has to accept first"));
}

TEST(Pair, RefusesFaultsThatARightSenderCouldNotGetOver) {
    EXPECT_THAT(
        pair_problems(pair_text(kReliable, kSteps, "faults:\n  - drop: { from: sender, seq: 1, times: 6 }")),
        HasSubstr("so that a right program can't fail by bad luck"));
    EXPECT_THAT(pair_problems(pair_text(kReliable, kSteps, "faults:\n  - drop: { from: program, seq: 1 }")),
                HasSubstr("the programs of this pair are 'sender' and 'receiver'"));
    EXPECT_THAT(pair_problems(pair_text(kReliable, kSteps, "faults:\n  - rebind: { from: sender, seq: 1 }")),
                HasSubstr("'rebind' is for what comes to the sender"));
    EXPECT_THAT(pair_problems(pair_text(kTcp, "- server: accept\n- server: expect-anything",
                                        "faults:\n  - drop: { from: client, n: 1 }")),
                HasSubstr("these programs use tcp"));
    expect_problem(with_steps(kUdpServer, "- a: { send: x }\n- a: { expect: { each: sent } }",
                              "faults:\n  - drop: { from: sender, n: 1 }"),
                   "expected program, not");
}

}  // namespace
}  // namespace sockgrade::spec
