#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using Happenings = std::vector<model::event::What>;

model::Expect all_of(const std::vector<std::string>& texts, std::size_t copies = 0) {
    model::Expect expect;
    expect.what = model::Expect::What::all;
    expect.copies = copies;
    for (const std::string& one : texts) expect.messages.push_back(text(one));
    return expect;
}
const model::Expect kThree = all_of({"0 a", "1 b", "2 c"});

Case sender(const std::vector<std::string>& datagrams, const model::Expect& expect = kThree,
            WaitEnd how = WaitEnd::satisfied) {
    Case one(Role::sender, Transport::udp);
    Happenings happenings{call(Call::sendto, Transport::udp, kGiven), opened("receiver")};
    for (const std::string& datagram : datagrams) happenings.emplace_back(received(datagram, "receiver"));
    return one.step("receiver", expect, happenings, how);
}

TEST(SendsAll, EachInOrder) {
    expect_passed(sender({"0 a", "1 b", "2 c"}));
    expect_passed(sender({"0 a\n", "1 b\r\n", "2 c"}));
}

TEST(SendsAll, AgainIsFineWhereTheSpecSaysSo) {
    expect_passed(sender({"0 a", "0 a", "1 b", "0 a", "2 c", "2 c"}));
    expect_failed(sender({"0 a", "0 a", "1 b", "2 c"}, all_of({"0 a", "1 b", "2 c"}, 1)), Cause::extra,
                  "2 times");
}

TEST(SendsAll, OfABeginningOnlyThatIsCompared) {
    const model::Expect pings = all_of({"Ping 1 ...", "Ping 2 ..."}, 1);
    expect_passed(sender({"Ping 1 12:00", "Ping 2 12:01"}, pings));
    expect_failed(sender({"PING 1 12:00"}, pings), Cause::wrong_case);
    expect_failed(sender({"Ping 0 12:00"}, pings), Cause::wrong_content);
}

TEST(SendsAll, OneThatComesTooEarly) {
    expect_failed(sender({"0 a", "2 c", "1 b"}), Cause::wrong_order, "\"1 b\"");
    model::Expect any = kThree;
    any.order = model::Expect::Order::any;
    expect_passed(sender({"2 c", "0 a", "1 b"}, any));
}

TEST(SendsAll, OneIsMissing) {
    expect_failed(sender({"0 a", "1 b"}, kThree, WaitEnd::quiet), Cause::missing, "\"2 c\"");
    expect_failed(sender({}, kThree, WaitEnd::quiet), Cause::missing);
}

TEST(SendsAll, WhatCameInItsPlace) {
    expect_failed(sender({"0 A", "1 b"}, kThree, WaitEnd::quiet), Cause::wrong_case);
    expect_failed(sender({"1 a"}, kThree, WaitEnd::quiet), Cause::wrong_content, "\"0 a\"");
    expect_failed(sender({"0 a", "1 b", "2 c", "END"}).step(model::kProgram, model::Exits{}, {exited(0)}),
                  Cause::extra, "\"END\"");
}

TEST(SendsAll, AnOpenEnd) {
    expect_passed(sender({"Ping 1 12.5", "Ping 2 13.5"}, all_of({"Ping 1 ...", "Ping 2 ..."}, 1)));
    expect_failed(sender({"Ping 1 12.5", "Ping 3 13.5"}, all_of({"Ping 1 ...", "Ping 2 ..."}, 1)),
                  Cause::wrong_content);
}

// What decided is what went wrong first, not what followed.
TEST(SendsAll, TheFirstMistakeCounts) {
    expect_failed(sender({"0 a", "2 c", "x"}), Cause::wrong_order);
    expect_failed(sender({"x", "2 c", "1 b"}), Cause::wrong_content);
}

model::Send until_acknowledged() {
    model::Send send{{text("0 a"), text("1 b")}, false, {}, false, model::From::anywhere};
    send.until = "ACK {i}";
    send.tries = 3;
    send.answers = {"ACK 0", "ACK 1"};
    return send;
}

Case receiver(const Happenings& happenings, WaitEnd how = WaitEnd::satisfied) {
    Case one(Role::receiver, Transport::udp);
    one.happens(call(Call::bind, Transport::udp, {"0.0.0.0", 12000}));
    return one.step("sender", until_acknowledged(), happenings, how);
}
Sent sends(const char* bytes) { return sent(bytes, "sender"); }
Received gets(const char* bytes) { return received(bytes, "sender"); }

TEST(Acknowledges, EachMessage) {
    expect_passed(receiver({sends("0 a"), gets("ACK 0"), sends("1 b"), gets("ACK 1\n")}));
    expect_passed(
        receiver({sends("0 a"), sends("0 a"), gets("ACK 0"), gets("ACK 0"), sends("1 b"), gets("ACK 1")}));
    // Before it, something else: a greeting is no answer, and takes none away.
    expect_passed(
        receiver({gets("hello"), sends("0 a"), gets("hm"), gets("ACK 0"), sends("1 b"), gets("ACK 1")}));
}

// What is left of a buffer in C is put aside, as everywhere, and named.
TEST(Acknowledges, WithNulsBehindIt) {
    using namespace std::string_literals;
    const Case padded =
        receiver({sends("0 a"), received("ACK 0\0\0"s, "sender"), sends("1 b"), gets("ACK 1")});
    expect_passed(padded);
    EXPECT_THAT(notes_of(padded.judged()), testing::Contains(testing::HasSubstr("2 NUL bytes")));
}

TEST(Acknowledges, Silence) {
    expect_failed(
        receiver({sends("0 a"), gets("ACK 0"), sends("1 b"), sends("1 b"), sends("1 b")}, WaitEnd::quiet),
        Cause::no_reply, "\"ACK 1\" as the answer to \"1 b\"");
}

TEST(Acknowledges, AnotherNumber) {
    expect_failed(receiver({sends("0 a"), gets("ACK 1")}, WaitEnd::quiet), Cause::wrong_content, "\"ACK 1\"");
    expect_failed(receiver({sends("0 a"), gets("ack 0")}, WaitEnd::quiet), Cause::wrong_case);
    // The number of the message before, sent once more, is none for this one.
    expect_failed(receiver({sends("0 a"), gets("ACK 0"), sends("1 b"), gets("ACK 0")}, WaitEnd::quiet),
                  Cause::wrong_content);
}

TEST(Acknowledges, AnAnswerBeforeTheMessageIsNone) {
    expect_failed(receiver({sends("0 a"), gets("ACK 0"), gets("ACK 1"), sends("1 b")}, WaitEnd::quiet),
                  Cause::no_reply);
}

TEST(Acknowledges, AProgramThatEnds) {
    expect_failed(receiver({sends("0 a"), error_output("Traceback (most recent call last):\n"), exited(1)},
                           WaitEnd::program_ended),
                  Cause::crashed);
}

}  // namespace
}  // namespace sockgrade::checks
