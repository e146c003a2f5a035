// Plans with parts left out: what stays must be a story that a right program passes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hh"
#include "plan/plan.hh"
#include "tests/unit/plan/spec_of.hh"

namespace sockgrade::plan {
namespace {

using model::Direction;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::MatchesRegex;

model::FaultRule rule(std::string kind, std::vector<std::size_t> numbers,
                      Direction direction = Direction::to_program) {
    model::FaultRule one;
    one.kind = std::move(kind);
    one.direction = direction;
    one.numbers = std::move(numbers);
    return one;
}

// A UDP peer that sends all of these, and then expects an answer to each.
model::Spec sends(std::vector<Message> messages, std::vector<model::FaultRule> faults = {}) {
    model::CaseSpec one = case_of("a", std::move(messages));
    one.steps.erase(one.steps.begin());
    model::Expect each;
    each.what = model::Expect::What::each;
    one.steps.back().action = each;
    one.faults = std::move(faults);
    model::Spec spec = spec_of({one});
    spec.program.transport = model::Transport::udp;
    return spec;
}

model::Plan planned(const model::Spec& spec, const char* only = nullptr) {
    PlanOptions options;
    options.seed = 7;
    if (only != nullptr) options.only = only_from(only);
    return plan_cases(spec, options).at(0);
}

std::string last_word(const std::string& text) { return text.substr(text.rfind(' ') + 1); }

TEST(LeaveOut, OneFaultMovesNoOther) {
    const model::Spec spec = sends({text("a"), text("b"), text("c")},
                                   {rule("drop", {2}), rule("duplicate", {3}), rule("reorder", {1})});
    const model::Plan whole = planned(spec);
    const model::Plan part = planned(spec, "faults=1+3");
    EXPECT_THAT(part.faults, ElementsAre(whole.faults[0], whole.faults[2]));
    EXPECT_EQ(part.steps, whole.steps);
    EXPECT_EQ(part.stream_seed, whole.stream_seed);
    EXPECT_THAT(planned(spec, "faults=none").faults, IsEmpty());
}

// A receiver that counts must not wait for a number that nobody sends.
TEST(LeaveOut, MessagesThatStayAreCountedAnewAndKeepTheirWords) {
    const model::Spec spec = sends({text("{n} of {word}"), text("{n} of {word}"), text("{n} of {word}")});
    const std::vector<std::string> whole = sent(planned(spec));
    const std::vector<std::string> part = sent(planned(spec, "messages.1=2+3"));
    ASSERT_EQ(part.size(), 2U);
    EXPECT_THAT(part[0], MatchesRegex("1 of [a-z]+"));
    EXPECT_THAT(part[1], MatchesRegex("2 of [a-z]+"));
    EXPECT_EQ(last_word(part[0]), last_word(whole[1]));
    EXPECT_EQ(last_word(part[1]), last_word(whole[2]));
}

TEST(LeaveOut, AFaultGoesWithItsMessage) {
    model::FaultRule until = rule("reorder", {2});
    until.detail.until.number = 4;
    const model::Spec spec = sends(
        std::vector<Message>(5, text("{n} {word}")),
        {rule("drop", {2, 4}), rule("duplicate", {3}), rule("drop", {4}, Direction::from_program), until});
    const auto numbers = [&](const char* only) {
        std::vector<std::string> all;
        for (const model::FaultRule& one : planned(spec, only).faults) {
            all.push_back(one.kind);
            for (const std::size_t number : one.numbers) all.back() += ' ' + std::to_string(number);
            if (one.detail.until.number > 0)
                all.back() += " until " + std::to_string(one.detail.until.number);
        }
        return all;
    };
    EXPECT_THAT(numbers("messages.1=2+3+4+5"),
                ElementsAre("drop 1 3", "duplicate 2", "drop 3", "reorder 1 until 3"));
    EXPECT_THAT(numbers("messages.1=4"), ElementsAre("drop 1", "drop 1"));
    EXPECT_THAT(numbers("messages.1=1"), IsEmpty());
}

TEST(LeaveOut, AFaultThatAsksForAFieldFollowsTheNumberInIt) {
    model::FaultRule to_program = rule("drop", {});
    to_program.fields = {{"seq", "DATA ", "", false, {1, 3}}};
    model::FaultRule from_program = rule("drop", {}, Direction::from_program);
    from_program.fields = {{"ack", "ACK ", "", false, {3}}};
    model::FaultRule containing = rule("duplicate", {});
    containing.containing = "DATA 2";
    const model::Spec spec =
        sends(std::vector<Message>(4, text("DATA {n} {word}")), {to_program, from_program, containing});
    const auto part = planned(spec, "messages.1=3+4").faults;
    ASSERT_EQ(part.size(), 2U) << "what was DATA 4 is DATA 2 now, but not the one that was meant";
    EXPECT_THAT(part[0].fields[0].values, ElementsAre(1));
    EXPECT_THAT(part[1].fields[0].values, ElementsAre(1));
    const auto other = planned(spec, "messages.1=4").faults;
    EXPECT_THAT(other, IsEmpty());
}

TEST(LeaveOut, WhatAClientSendsIsNotCountedByWhatItIsSent) {
    model::Spec spec = sends({text("a"), text("b")}, {rule("drop", {2}, Direction::from_program)});
    spec.program.role = model::Role::client;
    EXPECT_THAT(planned(spec, "messages.1=2").faults,
                ElementsAre(rule("drop", {2}, Direction::from_program)));
}

TEST(LeaveOut, AnIndexFollowsItsMessageWhereItIsClearWhichItIs) {
    model::FaultRule third = rule("drop", {});
    third.indices = {3};
    model::Spec spec = sends({text("a"), text("b"), text("c")}, {third});
    EXPECT_THAT(planned(spec, "messages.1=2+3").faults.at(0).indices, ElementsAre(2));
    spec.cases[0].steps.push_back({"other", model::Send{{text("d")}}, 4});
    EXPECT_THAT(planned(spec, "messages.1=2+3").faults, IsEmpty());
}

TEST(LeaveOut, AFaultIsThinnedOut) {
    model::FaultRule twice = rule("drop", {1, 2});
    twice.times = 3;
    const model::Spec spec = sends({text("a"), text("b"), text("c")}, {twice});
    const model::FaultRule part = planned(spec, "targets.1=2+4").faults.at(0);
    EXPECT_THAT(part.numbers, ElementsAre(2));
    EXPECT_THAT(part.copies, ElementsAre(2)) << "the second of the first three";
}

TEST(LeaveOut, ALongMessageIsCut) {
    const model::Spec spec = sends({words("500")});
    const std::string whole = sent(planned(spec))[0];
    const std::string part = sent(planned(spec, "bytes.1.1=100"))[0];
    EXPECT_EQ(part.size(), 100U);
    EXPECT_EQ(part.substr(0, 99), whole.substr(0, 99));
    for (const char* bytes : {"bytes.1.1=1", "bytes.1.1=5", "bytes.1.1=6", "bytes.1.1=7", "bytes.1.1=8"})
        EXPECT_NE(sent(planned(spec, bytes))[0].back(), ' ');
}

TEST(LeaveOut, TheGivenMessageIsCutInTheArgumentsToo) {
    model::Spec spec = sends({text("a")});
    spec.program.arguments = {"{message}"};
    spec.cases[0].message = words("50");
    const model::Plan part = planned(spec, "bytes.given=12");
    EXPECT_EQ(part.given.message.size(), 12U);
    EXPECT_THAT(part.given.arguments, ElementsAre(part.given.message));
    spec.cases[0].message = text("not {word} words");
    EXPECT_THROW(planned(spec, "bytes.given=3"), UsageError) << "the spec may mean each of its words";
}

TEST(LeaveOut, WhatALaterStepSpellsOutStays) {
    model::Spec spec = sends({text("ADD 1"), text("ADD 2"), words("40")});
    EXPECT_EQ(parts_of(spec, planned(spec)).messages, (std::map<std::size_t, std::size_t>{{1, 3}}));
    model::Expect sum;
    sum.what = model::Expect::What::bytes;
    sum.message = text("SUM 3");
    spec.cases[0].steps.push_back({"client", sum, 4});
    EXPECT_TRUE(parts_of(spec, planned(spec)).is_nothing());
    EXPECT_THROW(planned(spec, "messages.1=1"), UsageError);
}

// A sender that sends each line until it is acknowledged.
model::Spec sends_lines(std::vector<model::FaultRule> faults) {
    model::Spec spec = sends({}, std::move(faults));
    spec.program.role = model::Role::sender;
    spec.program.arguments = {"{message}"};
    spec.program.message = {Message::Form::lines, "line {n} of {word}", "6", {}};
    model::Expect lines;
    lines.what = model::Expect::What::all;
    lines.message.as = "{i} {line}";
    spec.cases[0].steps = {{"receiver", model::AnswerEach{"ACK {seq}", {{"seq"}}}, 1},
                           {"receiver", lines, 2}};
    return spec;
}

model::FaultRule with_field(std::string kind, Direction direction, std::string before,
                            std::vector<std::size_t> values) {
    model::FaultRule one = rule(std::move(kind), {}, direction);
    one.fields = {{"number", std::move(before), "", false, std::move(values)}};
    return one;
}

TEST(LeaveOut, LinesThatStayAreCountedAnewAndTheirFaultsGoWithThem) {
    const model::Spec spec = sends_lines({with_field("drop", Direction::from_program, "", {2, 4}),
                                          with_field("duplicate", Direction::to_program, "ACK ", {4}),
                                          with_field("drop", Direction::to_program, "ACK ", {0}),
                                          rule("reorder", {5}, Direction::from_program)});
    const model::Plan whole = planned(spec);
    const model::Plan part = planned(spec, "messages.given=4+5");
    EXPECT_THAT(part.given.message, MatchesRegex("line 1 of [a-z]+\nline 2 of [a-z]+\n"));
    EXPECT_THAT(part.given.arguments, ElementsAre(part.given.message));
    const auto& expected = std::get<model::Expect>(part.steps[1].action).messages;
    const auto& before = std::get<model::Expect>(whole.steps[1].action).messages;
    ASSERT_EQ(expected.size(), 2U);
    EXPECT_EQ(expected[1].bytes, "1 line 2 of " + last_word(before[4].bytes));
    ASSERT_EQ(part.faults.size(), 3U);
    EXPECT_THAT(part.faults[0].fields[0].values, ElementsAre(1));
    EXPECT_THAT(part.faults[1].fields[0].values, ElementsAre(1));
    EXPECT_THAT(part.faults[2].numbers, ElementsAre(2));
}

TEST(LeaveOut, LinesStayThatNothingIsKnownAbout) {
    model::Spec spec = sends_lines({});
    EXPECT_EQ(parts_of(spec, planned(spec)).messages, (std::map<std::size_t, std::size_t>{{kGivenStep, 6}}));
    std::get<model::Expect>(spec.cases[0].steps[1].action).what = model::Expect::What::anything;
    EXPECT_TRUE(parts_of(spec, planned(spec)).is_nothing());
}

TEST(LeaveOut, AnswersThatAreWaitedForGoWithTheirMessages) {
    model::Spec spec = sends(std::vector<Message>(3, text("{n} {word}")));
    auto& send = std::get<model::Send>(spec.cases[0].steps[0].action);
    send.until = "ACK {i}";
    send.tries = 4;
    const model::Plan part = planned(spec, "messages.1=2+3");
    EXPECT_THAT(std::get<model::Send>(part.steps[0].action).answers, ElementsAre("ACK 0", "ACK 1"));
}

TEST(LeaveOut, WhatItsLengthDecidesStays) {
    model::Spec spec = sends({words("500")});
    ASSERT_FALSE(parts_of(spec, planned(spec)).is_nothing());
    auto& send = std::get<model::Send>(spec.cases[0].steps[0].action);
    send.break_off = {model::BreakOff::How::cut, 200};
    EXPECT_TRUE(parts_of(spec, planned(spec)).is_nothing());
    send.break_off = {};
    spec.cases[0].message = words("90000");
    spec.cases[0].steps.push_back({"client", model::StopReading{}, 3});
    EXPECT_TRUE(parts_of(spec, planned(spec)).is_nothing());
}

TEST(LeaveOut, CutMessagesStayDifferent) {
    const model::Spec spec = sends({words("60"), words("60"), words("60")});
    const model::Plan whole = planned(spec);
    const Parts parts = parts_of(spec, whole);
    ASSERT_EQ(parts.lengths.size(), 3U);
    Only shortest;
    for (const Length& length : parts.lengths) shortest.bytes[length.message] = length.least;
    const std::vector<std::string> all = sent(planned(spec, to_string(shortest).c_str()));
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), 3U);
}

}  // namespace
}  // namespace sockgrade::plan
