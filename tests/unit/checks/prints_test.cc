#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <string>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

model::Prints each_sent(model::Expect::Order order = model::Expect::Order::kept) {
    model::Prints prints;
    prints.what = model::Prints::What::sent;
    prints.order = order;
    return prints;
}

Case udp_receiver() {
    Case one(Role::receiver, Transport::udp);
    one.happens(call(Call::bind, Transport::udp, {"0.0.0.0", 12000}));
    return one;
}

// These are sent, and that is printed.
Case prints_after(const std::vector<std::string>& messages, const std::string& output,
                  WaitEnd how = WaitEnd::satisfied) {
    std::vector<model::event::What> sends;
    for (const std::string& message : messages) sends.emplace_back(sent(message, "sender"));
    return udp_receiver()
        .step("sender", send(""), sends)
        .step(model::kProgram, each_sent(), {printed(output)}, how);
}

TEST(Prints, TheMessageSomewhereInTheOutput) {
    expect_passed(prints_after({"hello there\n"}, "Received from ('127.0.0.1', 40000): b'hello there'\n"));
}

TEST(Prints, NotPrinted) {
    expect_failed(prints_after({"hello there"}, "ready\n", WaitEnd::quiet), Cause::missing, "\"ready\\n\"");
    expect_failed(prints_after({"hello there"}, "hello ther", WaitEnd::quiet), Cause::missing);
    expect_failed(prints_after({"hello there"}, "HELLO THERE", WaitEnd::quiet), Cause::wrong_case);
}

TEST(Prints, OutputCountsWheneverItCame) {
    Case one = udp_receiver().step("sender", send(""),
                                   {sent("hello", "sender"), printed("hel"), error_output("lo")});
    expect_passed(one.step(model::kProgram, each_sent()));
}

TEST(Prints, EachMessageInItsOrder) {
    expect_passed(prints_after({"one is here", "two is here"}, "one is here\ntwo is here\n"));
    expect_failed(prints_after({"one is here", "two is here"}, "two is here\none is here\n"),
                  Cause::wrong_order);
    expect_failed(prints_after({"one is here", "two is here"}, "one is here\n", WaitEnd::quiet),
                  Cause::missing, "two is here");
}

TEST(Prints, AStreamHoweverItWasCut) {
    const auto prints = [](const std::vector<std::string>& pieces, const std::string& output) {
        model::Prints stream;
        stream.what = model::Prints::What::stream;
        std::vector<model::event::What> all;
        for (const std::string& piece : pieces) all.emplace_back(sent(piece, "sender"));
        return Case(Role::receiver, Transport::tcp)
            .step("sender", send(""), all)
            .step(model::kProgram, stream, {printed(output)}, WaitEnd::quiet);
    };
    expect_passed(prints({"h", "el", "l", "o bob"}, "From 127.0.0.1: hello bob\n"));
    expect_passed(prints({"hello", " bob"}, "hel\nlo bo\nb\n"));
    expect_passed(prints({"hello\nbob\n"}, "1: hello\n2: bob\n"));
    expect_failed(prints({"h", "el", "l", "o bob"}, "hello\n"), Cause::missing, "\"hello bob\"");
}

TEST(Prints, StandardErrorMayBeReadBeforeWhatWasPrintedEarlier) {
    const auto with = [](const std::vector<model::event::What>& output) {
        Case one = udp_receiver().step("sender", send(""), {sent("one", "sender"), sent("two", "sender")});
        for (const model::event::What& what : output) one.happens(what);
        return one.step(model::kProgram, each_sent());
    };
    expect_passed(with({error_output("two again\n"), printed("one\ntwo\n")}));
    expect_failed(with({error_output("two again\n"), printed("two\none\n")}), Cause::wrong_order);
    expect_failed(with({error_output("two\none\n"), printed("ready\n")}), Cause::wrong_order);
}

TEST(Prints, AnyOrderWhereTheSpecSaysSo) {
    expect_passed(
        udp_receiver()
            .step("sender", send(""), {sent("one is here", "sender"), sent("two is here", "sender")})
            .step(model::kProgram, each_sent(model::Expect::Order::any),
                  {printed("two is here one is here")}));
}

TEST(Prints, OnceWhereTheSpecSaysSo) {
    model::Prints once = each_sent();
    once.each_once = true;
    const auto with = [&](const std::string& output) {
        return udp_receiver()
            .step("sender", send(""), {sent("hello", "sender")})
            .step(model::kProgram, once, {printed(output)});
    };
    expect_passed(with("hello\n"));
    expect_failed(with("hello\nhello\n"), Cause::extra, "2 times");
    // A log on standard error is no second print.
    expect_passed(udp_receiver()
                      .step("sender", send(""), {sent("hello", "sender")})
                      .step(model::kProgram, once, {printed("hello\n"), error_output("got hello again\n")}));
    expect_failed(udp_receiver()
                      .step("sender", send(""), {sent("hello", "sender")})
                      .step(model::kProgram, once, {error_output("hello\n"), error_output("hello\n")}),
                  Cause::extra);
}

TEST(Prints, WhatWasLostOnTheWayIsNotAsked) {
    Case lossy = udp_receiver();
    lossy.plan().faults.push_back({"drop", model::Direction::to_program, {2}, "", 1, 100});
    lossy.step("sender", send(""),
               {sent("one", "sender"), sent("two", "sender"),
                FaultApplied{"drop", model::Direction::to_program, 2, 1, "two", true}});
    expect_passed(Case(lossy).step(model::kProgram, each_sent(), {printed("one\n")}));
    // A copy that was sent again did arrive.
    lossy.happens(sent("two", "sender"));
    expect_failed(Case(lossy).step(model::kProgram, each_sent(), {printed("one\n")}, WaitEnd::quiet),
                  Cause::missing);
}

TEST(Prints, AnEmptyDatagramLeavesNothingToPrint) { expect_passed(prints_after({"", "hello"}, "hello")); }

// The buffer of the first receive is printed to its end again.
TEST(Prints, TheRemainderOfALongerMessageIsStale) {
    const Case stale = udp_receiver()
                           .step("sender", send(""), {sent("a rather long word and marzipan", "sender")})
                           .step(model::kProgram, each_sent(), {printed("a rather long word and marzipan\n")})
                           .step("sender", send(""), {sent("short one", "sender")})
                           .step(model::kProgram, each_sent(), {printed("short oneong word and marzipan\n")});
    expect_failed(stale, Cause::extra, "\"marzipan\" belongs to an earlier, longer message");
}

TEST(Prints, AProgramThatKeepsAHistoryIsNotStale) {
    const std::string first = "a rather long word and marzipan";
    expect_passed(udp_receiver()
                      .step("sender", send(""), {sent(first, "sender")})
                      .step(model::kProgram, each_sent(), {printed(first + "\n")})
                      .step("sender", send(""), {sent("short one", "sender")})
                      .step(model::kProgram, each_sent(), {printed("so far: " + first + ", short one\n")}));
}

TEST(Prints, WhyNothingCame) {
    Case crash = udp_receiver().step("sender", send(""), {sent("hello", "sender")});
    expect_failed(crash.step(model::kProgram, each_sent(), {killed(SIGSEGV)}, WaitEnd::program_ended),
                  Cause::crashed);
}

TEST(Prints, AReplyWhole) {
    model::Prints reply;
    reply.what = model::Prints::What::reply;
    const auto with = [&](const std::string& output, WaitEnd how = WaitEnd::satisfied) {
        return accepted_client()
            .step("server", model::Reply{}, {sent("GOOD MORN", "server"), sent("ING QXZ", "server")})
            .step(model::kProgram, reply, {printed(output)}, how);
    };
    expect_passed(with("From server: GOOD MORNING QXZ"));
    expect_failed(with("GOOD MORN", WaitEnd::quiet), Cause::missing);
    expect_failed(with("good morning qxz", WaitEnd::quiet), Cause::wrong_case);
}

TEST(Prints, WithoutAReplyThereIsNothingToPrint) {
    model::Prints reply;
    reply.what = model::Prints::What::reply;
    expect_failed(accepted_client().step(model::kProgram, reply, {}, WaitEnd::quiet), Cause::missing,
                  "nothing was printed");
}

TEST(Prints, AFixedText) {
    model::Prints fixed;
    fixed.what = model::Prints::What::message;
    fixed.message = text("ready\n");
    expect_passed(udp_receiver().step(model::kProgram, fixed, {printed("now ready to go")}));
    expect_failed(udp_receiver().step(model::kProgram, fixed, {}, WaitEnd::quiet), Cause::missing);
}

// A datagram may have a number before its text, which is the wire's business.
TEST(Prints, TheTextWithoutItsNumber) {
    model::Send numbered = send("0 first line");
    numbered.messages[0].as = "{i} {line}";
    numbered.messages[0].content = "first line";
    expect_passed(udp_receiver()
                      .step("sender", numbered, {sent("0 first line", "sender")})
                      .step(model::kProgram, each_sent(), {printed("first line\n")}));
    expect_failed(udp_receiver()
                      .step("sender", numbered, {sent("0 first line", "sender")})
                      .step(model::kProgram, each_sent(), {printed("0\n")}, WaitEnd::quiet),
                  Cause::missing, "\"first line\"");
}

// Printed when the next datagram is there already, and without its number: none of it is stale.
TEST(Prints, TheTextWithoutItsNumberLate) {
    model::Send numbered = send("0 line 1 of marzipan");
    numbered.messages[0].as = "{i} {line}";
    numbered.messages[0].content = "line 1 of marzipan";
    for (const auto& [next, content] : {std::pair<std::string, std::string>{"1 ", ""},
                                        std::pair<std::string, std::string>{"1 a fox", "a fox"}}) {
        model::Message message = numbered.messages[0];
        message.text = message.bytes = next;
        message.content = content;
        model::Send both = numbered;
        both.messages.push_back(message);
        expect_passed(
            udp_receiver()
                .step("sender", both, {sent("0 line 1 of marzipan", "sender"), sent(next, "sender")})
                .step(model::kProgram, each_sent(),
                      {printed("0 b'line 1 of marzipan'\n1 b'" + content + "'\n")}));
    }
}

model::Prints pattern(const std::string& pattern, std::optional<std::size_t> times = std::nullopt) {
    model::Prints prints;
    prints.what = model::Prints::What::pattern;
    prints.pattern = pattern;
    prints.called = "a time-out";
    prints.times = times;
    return prints;
}
Case prints_pattern(const std::string& output, const model::Prints& prints,
                    WaitEnd how = WaitEnd::satisfied) {
    return udp_receiver()
        .step("sender", send(""), {sent("x", "sender")})
        .step(model::kProgram, prints, {printed(output)}, how);
}

TEST(PrintsAPattern, AsOftenAsItSays) {
    expect_passed(prints_pattern("timed out\ntimed out\n", pattern("timed out")));
    expect_passed(prints_pattern("timed out\ntimed out\n", pattern("timed out", 2)));
    expect_passed(prints_pattern("ok\n", pattern("timed out", 0)));
    expect_failed(prints_pattern("timed out\n", pattern("timed out", 2), WaitEnd::quiet), Cause::missing,
                  "It was printed once only");
    expect_failed(prints_pattern("timed out\ntimed out\n", pattern("timed out", 1)), Cause::extra,
                  "It was printed 2 times");
    expect_failed(prints_pattern("timed out\n", pattern("timed out", 0)), Cause::extra,
                  "The program does not print a time-out.");
    expect_failed(prints_pattern("", pattern("timed out"), WaitEnd::quiet), Cause::missing, "a time-out");
}

TEST(PrintsAPattern, ColoursAreNoPartOfIt) {
    expect_passed(prints_pattern("\x1b[31mtimed\x1b[0m out\n", pattern("timed out")));
}

TEST(PrintsReports, TheseAndNoOthers) {
    model::Prints prints = pattern("reports of missing doubled late: missing 2, late 2");
    prints.called = "missing 2, late 2";
    expect_passed(prints_pattern("Missing: packet 2\n2 is late\n", prints));
    expect_failed(prints_pattern("missing 2\n", prints, WaitEnd::quiet), Cause::missing, "missing 2, late 2");
    expect_failed(prints_pattern("missing 2\nlate 2\nlate 3\n", prints, WaitEnd::quiet), Cause::extra,
                  "reports what is not so");
}

TEST(PrintsSentences, InWhicheverWords) {
    const model::Prints prints = pattern("says: source 12345, destination 53, length 20, checksum ok");
    expect_passed(prints_pattern("src=12345 dst=53 len=20 bytes, result: checksum ok\n", prints));
    expect_failed(prints_pattern("src=12345 dst=53 len=20, checksum not ok\n", prints, WaitEnd::quiet),
                  Cause::missing, "not ok");
}

TEST(PrintsAPattern, AClientMayHaveEndedByThen) {
    const auto client = [](int status) {
        Case one(Role::client, Transport::udp);
        one.step(
            "server", expect(model::Expect::What::anything),
            {call(Call::sendto, Transport::udp, kGiven), opened("server"), received("Ping 1 x", "server")});
        return one.step(model::kProgram, pattern("timed out"), {printed("a loss of 0%\n"), exited(status)},
                        WaitEnd::program_ended);
    };
    expect_failed(client(0), Cause::missing, "it ended with exit status 0");
    expect_failed(client(1), Cause::exited_early);
}

}  // namespace
}  // namespace sockgrade::checks
