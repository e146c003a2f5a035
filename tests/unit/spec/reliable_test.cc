// What specs say of peers that acknowledge, and of programs that have to.
#include <gtest/gtest.h>

#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

const std::string kSender =
    "{ role: sender, transport: udp, retries: 3, message: { lines: { count: 4, text: \"{n} {word}\" } }, "
    "arguments: [\"{host}\", \"{port}\", \"{file}\"] }";
const std::string kReceiver = "{ role: receiver, transport: udp }";
const std::string kFields = "fields: { seq: \"{seq} \", ack: \"ACK {ack}\" }";

std::string sender(const std::string& steps, const std::string& faults = "") {
    return with_steps(kSender, steps,
                      kFields + (faults.empty() ? "" : "\nfaults:\n" + indented(faults, "  ")));
}
std::string receiver(const std::string& steps, const std::string& faults = "") {
    return with_steps(kReceiver, steps,
                      kFields + (faults.empty() ? "" : "\nfaults:\n" + indented(faults, "  ")));
}
const std::string kReceiverStory =
    "- receiver: { answer_each: \"ACK {seq}\" }\n"
    "- receiver: { expect: { all: lines, as: \"{i} {line}\", copies: any } }\n";
const std::string kSends =
    "- sender: { send_each: { count: 3, text: \"line {n}\", as: \"{i} {line}\" }, until: \"ACK {i}\", tries: "
    "4 }\n";

template <typename T>
T action(const std::string& spec, std::size_t step) {
    return std::get<T>(load(spec).cases.at(0).steps.at(step).action);
}

TEST(ReliableSpecs, APeerThatAcknowledges) {
    EXPECT_EQ(problems_of(sender(kReceiverStory)), "");
    const auto answer = action<model::AnswerEach>(sender(kReceiverStory), 0);
    EXPECT_EQ(answer.with, "ACK {seq}");
    ASSERT_EQ(answer.fields.size(), 1U);
    EXPECT_EQ(answer.fields[0].name, "seq");
    const auto expect = action<model::Expect>(sender(kReceiverStory), 1);
    EXPECT_EQ(expect.what, model::Expect::What::all);
    EXPECT_EQ(expect.message.as, "{i} {line}");
    EXPECT_EQ(expect.copies, 0U);
    EXPECT_EQ(
        action<model::AnswerEach>(sender("- receiver: { answer_each: same }\n- program: exits"), 0).with, "");
}

TEST(ReliableSpecs, APeerThatSendsUntilItIsAnswered) {
    EXPECT_EQ(problems_of(receiver(kSends)), "") << "that it is answered is expectation enough";
    const auto send = action<model::Send>(receiver(kSends), 0);
    EXPECT_EQ(send.messages.size(), 3U);
    EXPECT_EQ(send.messages[0].as, "{i} {line}");
    EXPECT_EQ(send.until, "ACK {i}");
    EXPECT_EQ(send.tries, 4U);
}

TEST(ReliableSpecs, ListsOfDatagrams) {
    const auto expect = action<model::Expect>(
        sender("- receiver: { expect: { all: { count: 10, text: \"Ping {n} ...\" }, order: any } }"), 0);
    EXPECT_EQ(expect.messages.size(), 10U);
    EXPECT_EQ(expect.order, model::Expect::Order::any);
    EXPECT_EQ(expect.copies, 1U);
}

TEST(ReliableSpecs, Patterns) {
    const auto prints = action<model::Prints>(
        receiver(kSends +
                 "- program: { prints: { pattern: \"late [0-9]+\", called: a late one, times: 2 } }"),
        1);
    EXPECT_EQ(prints.what, model::Prints::What::pattern);
    EXPECT_EQ(prints.pattern, "late [0-9]+");
    EXPECT_EQ(prints.called, "a late one");
    EXPECT_EQ(prints.times, 2U);
    expect_problem(receiver(kSends + "- program: { prints: { pattern: \"a(\" } }"),
                   "this is no regular expression");
    expect_problem(receiver(kSends + "- program: { prints: { pattern: \"\" } }"),
                   "expected a regular expression");
}

TEST(ReliableSpecs, SentencesAndReports) {
    const auto says = action<model::Prints>(
        receiver(kSends + "- program: { prints: { says: \"source 7, checksum ok\" } }"), 1);
    EXPECT_EQ(says.pattern, "says: source 7, checksum ok");
    const auto reports = action<model::Prints>(
        receiver(kSends + "- program: { prints: { reports: \"missing 2\", of: [missing, late] } }"), 1);
    EXPECT_EQ(reports.pattern, "reports of missing late: missing 2");
    EXPECT_EQ(reports.called, "\"missing 2\" and no other report of what is missing or late");
    expect_problem(receiver(kSends + "- program: { prints: { says: \"colour red\" } }"),
                   "expected names and what is said of them");
    expect_problem(receiver(kSends + "- program: { prints: { reports: \"lost 2\", of: [missing] } }"),
                   "expected reports such as");
}

TEST(ReliableSpecs, MistakesAreSaid) {
    expect_problem(sender("- receiver: { answer_each: \"ACK {sq}\" }\n- program: exits"),
                   "did you mean '{seq}'?");
    expect_problem(sender("- receiver: { answer_each: sme }\n- program: exits"), "did you mean 'same'?");
    expect_problem(
        sender("- receiver: { answer_each: same }\n- receiver: { answer_each: same }\n- program: exits"),
        "answers each datagram already");
    expect_problem(sender("- receiver: { expect: { all: lines, as: \"{i}\" } }"), "the place of the text");
    expect_problem(sender("- receiver: { expect: { all: { count: 2, text: x }, as: \"{line}\" } }"),
                   "here 'text' does");
    expect_problem(receiver("- sender: { send_each: [a], tries: 3 }\n- program: exits"),
                   "tries belongs to 'until'");
    expect_problem(receiver("- sender: { send_each: [a], until: \"ACK {seq}\" }"),
                   "{seq} stands for nothing here");
    expect_problem(
        with_steps(kTcpServer, "- client: connect\n- client: { answer_each: same }\n- client: expect-end"),
        "only datagrams come one by one");
    expect_problem(with_steps(kUdpServer, "- client: { expect: { all: lines } }"),
                   "the program is given no message");
    expect_problem(
        with_steps("{ role: sender, transport: udp, message: { lines: { count: 2, text: \"a\\nb\" } }, "
                   "arguments: [\"{file}\"] }",
                   "- receiver: { expect: { all: lines } }"),
        "a line has no line end in it");
    expect_problem(with_steps("{ role: sender, transport: udp, message: { lines: { count: 2, text: a } } }",
                              "- receiver: { expect: { all: lines } }"),
                   "the program is given one line");
}

// A right program must get over whatever the link does.
TEST(ReliableSpecs, NoMoreLossesThanTries) {
    EXPECT_EQ(problems_of(sender(kReceiverStory, "- drop: { from: program, seq: 1, times: 2 }")), "");
    expect_problem(sender(kReceiverStory,
                          "- drop: { from: program, seq: 1, times: 3 }\n- drop: { to: program, ack: 1 }"),
                   "can be lost 4 times here, and it is sent again only 3 times");
    EXPECT_EQ(
        problems_of(receiver(kSends, "- drop: { to: program, seq: 1 }\n- drop: { from: program, ack: 1 }")),
        "");
    expect_problem(
        receiver(kSends, "- drop: { to: program, seq: 1, times: 3 }\n- drop: { from: program, ack: 1 }"),
        "can be lost 4 times here, and it is sent again only 3 times");
    expect_problem(receiver(kSends, "- drop: { to: program, index: 1 }"), "moves every index");
}

TEST(ReliableSpecs, WhatAPeerAnswersHasNoKnownNumber) {
    EXPECT_EQ(problems_of(sender(kReceiverStory, "- duplicate: { to: program, n: 7 }")), "");
}

}  // namespace
}  // namespace sockgrade::spec
