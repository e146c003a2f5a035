// How a program ends, and how its connection does: exits, closes, keeps_running, sends_nothing_more,
// sends_no_copies, sends_exactly.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>
#include <string>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using testing::Contains;
using testing::HasSubstr;

using What = model::Expect::What;
using Happenings = std::vector<model::event::What>;

Case exits(const Happenings& happenings, WaitEnd how = WaitEnd::satisfied,
           std::optional<int> status = std::nullopt) {
    return connected_server().step(model::kProgram, model::Exits{status}, happenings, how,
                                   Waits{{WaitCall::accept, 3}});
}

TEST(Exits, ByItselfWithAnyStatus) {
    expect_passed(exits({exited(0)}));
    expect_passed(exits({exited(3)}));
}

TEST(Exits, AStatusThatNobodyAskedForIsNamed) {
    EXPECT_THAT(notes_of(exits({exited(0)}).judged()), testing::IsEmpty());
    EXPECT_THAT(notes_of(exits({exited(3)}).judged()), Contains(HasSubstr("exit status 3")));
    const std::string trace = "Traceback (most recent call last):\n  File \"a.py\", line 9\nTypeError: no\n";
    EXPECT_THAT(notes_of(exits({Printed{true, trace}, exited(1)}).judged()),
                Contains(HasSubstr("nobody caught: \"TypeError: no\"")));
    // Whoever was left in the middle may say so; but not with a trace.
    EXPECT_THAT(notes_of(exits({Closed{"client", false}, exited(3)}).judged()), testing::IsEmpty());
}

TEST(Exits, WithTheStatusThatIsAskedFor) {
    expect_passed(exits({exited(3)}, WaitEnd::satisfied, 3));
    expect_failed(exits({exited(1)}, WaitEnd::satisfied, 0), Cause::exited_early, "exit status 1");
}

TEST(Exits, NotByASignal) { expect_failed(exits({killed(SIGSEGV)}), Cause::crashed, "SIGSEGV"); }

// A write to a peer that has closed: C programs die of it, and rightly so.
TEST(Exits, SigpipeAfterOurCloseIsNoCrash) {
    const Case late = exits({Closed{"client", false}, killed(SIGPIPE)});
    expect_passed(late);
    EXPECT_THAT(notes_of(late.judged()), Contains(HasSubstr("SIGPIPE")));
    expect_failed(exits({killed(SIGPIPE)}), Cause::crashed);
    expect_failed(exits({Closed{"client", false}, killed(SIGPIPE)}, WaitEnd::satisfied, 0), Cause::crashed);
}

TEST(Exits, StillThere) {
    expect_failed(exits({}, WaitEnd::quiet), Cause::hung, "waiting in accept() on the listening socket");
    expect_failed(exits({}, WaitEnd::backstop), Cause::hung);
    // That we stopped it in the end says nothing.
    expect_failed(exits({}, WaitEnd::quiet).happens(Ended{{Termination::How::stopped, 0, ""}}), Cause::hung);
}

Case may_go_on(model::Exits::Or otherwise, const Happenings& happenings, WaitEnd how = WaitEnd::satisfied) {
    model::Exits action;
    action.failure = otherwise == model::Exits::Or::goes_on;
    action.otherwise = otherwise;
    return connected_server().step(model::kProgram, action, happenings, how, Waits{{WaitCall::none}});
}

TEST(ExitsOrWaits, ButDoesNotGoRoundAndRound) {
    constexpr auto kWaits = model::Exits::Or::waits;
    expect_passed(may_go_on(kWaits, {exited(0)}));
    expect_passed(may_go_on(kWaits, {exited(1)}));
    expect_passed(may_go_on(kWaits, {}, WaitEnd::quiet));
    expect_failed(may_go_on(kWaits, {}, WaitEnd::backstop), Cause::hung, "its own code");
    // One that asks all the time whether somebody comes has left that connection, all the same.
    expect_passed(may_go_on(kWaits, {Finished{"client", true}}, WaitEnd::backstop));
    expect_failed(may_go_on(kWaits, {Finished{"client", false}}, WaitEnd::backstop), Cause::hung);
    expect_failed(may_go_on(kWaits, {killed(SIGSEGV)}), Cause::crashed);
}

TEST(ExitsOrGoesOn, ButNotAsIfAllWereWell) {
    constexpr auto kGoesOn = model::Exits::Or::goes_on;
    expect_passed(may_go_on(kGoesOn, {}));
    expect_passed(may_go_on(kGoesOn, {}, WaitEnd::backstop));
    expect_passed(may_go_on(kGoesOn, {exited(1)}));
    expect_failed(may_go_on(kGoesOn, {exited(0)}), Cause::exited_early, "Status 0 says that all went well");
    expect_failed(may_go_on(kGoesOn, {killed(SIGSEGV)}), Cause::crashed);
}

TEST(Exits, LeavingOthersBehind) {
    expect_failed(exits({exited(0)}).happens(LeftProcesses{2}), Cause::left_processes);
    expect_failed(exits({killed(SIGABRT)}).happens(LeftProcesses{2}), Cause::crashed);
}

TEST(Exits, NeverStarted) {
    Case broken(Role::server, Transport::tcp);
    broken.step("client", model::Connect{}, {Ended{{Termination::How::not_started, ENOEXEC, "exec"}}},
                WaitEnd::program_ended);
    expect_failed(broken, Cause::build_failed, "exec");
}

// A place from which nothing may be started, an interpreter that this user can't read: not the program's
// doing.
TEST(Exits, WhatKeepsAProgramFromBeingStartedIsTheMachines) {
    for (const int error : {EACCES, ENOENT, EPERM}) {
        Case broken(Role::server, Transport::tcp);
        broken.step("client", model::Connect{}, {Ended{{Termination::How::not_started, error, "exec"}}},
                    WaitEnd::program_ended);
        EXPECT_EQ(broken.judged().verdict, model::Verdict::inconclusive) << error;
        EXPECT_THAT(broken.judged().summary, HasSubstr("the program could not be started: exec: "));
    }
}

// localhost stands for ::1 where IPv6 is switched off.
TEST(Exits, AnAddressThatOnlyItsNameHasIsTheMachines) {
    const auto server = [](int error, const char* host) {
        Case one(Role::server, Transport::tcp);
        one.step(
            "client", model::Connect{},
            {model::event::SocketCall{Call::bind, Transport::tcp, {host, 12000}, error, false}, exited(1)},
            WaitEnd::program_ended);
        return one.judged().verdict;
    };
    EXPECT_EQ(server(EADDRNOTAVAIL, "::1"), model::Verdict::inconclusive);
    EXPECT_EQ(server(EADDRINUSE, "::1"), model::Verdict::failed);
    EXPECT_EQ(server(EADDRNOTAVAIL, "10.1.2.3"), model::Verdict::failed);
}

Case closes(const Happenings& happenings, WaitEnd how = WaitEnd::quiet) {
    return connected_server().step("client", expect(What::end), happenings, how);
}

TEST(Closes, ByFinOrReset) {
    expect_passed(closes({Finished{"client", true}}));
    const Case reset = closes({sent("more"), ResetSeen{"client", ECONNRESET}});
    expect_passed(reset);
    EXPECT_THAT(notes_of(reset.judged()), Contains(HasSubstr("RST")));
}

// Nothing was left unread, so the program wanted the reset, and what it had sent may be lost by that.
TEST(Closes, ByAResetThatNothingUnreadCaused) {
    expect_failed(closes({ResetSeen{"client", ECONNRESET}}), Cause::reset, "a reset (RST)");
    model::Expect line = expect(What::bytes);
    line.message = text("hello\n");
    line.frame.until = model::Frame::Until::end;
    expect_failed(
        connected_server().step("client", line, {received("hello\n"), ResetSeen{"client", ECONNRESET}}),
        Cause::reset);
    expect_passed(connected_server().step("client", line, {received("hello\n"), Finished{"client", true}}));
}

TEST(Closes, ItsOwnConnectionNotOurs) {
    expect_failed(closes({Finished{"client", false}}), Cause::hung);
    expect_failed(closes({Finished{"other", true}}), Cause::hung);
}

TEST(KeepsRunning, UnlessItEndedByItself) {
    expect_passed(connected_server().step(model::kProgram, model::IsRunning{}));
    expect_passed(connected_server()
                      .step(model::kProgram, model::IsRunning{})
                      .happens(Ended{{Termination::How::stopped, 0, ""}}));
    expect_failed(connected_server().step(model::kProgram, model::IsRunning{}, {exited(0)}),
                  Cause::exited_early);
    expect_failed(connected_server().step(model::kProgram, model::IsRunning{}, {killed(SIGPIPE)}),
                  Cause::crashed);
}

// daemon(), and a crash whose children are left.
TEST(KeepsRunning, WhereOneThatItStartedGoesOn) {
    const auto running = [](const Ended& end) {
        return connected_server().step(model::kProgram, model::IsRunning{}, {end}).happens(LeftProcesses{1});
    };
    expect_passed(running(exited(0)));
    expect_failed(running(exited(1)), Cause::exited_early);
    expect_failed(running(killed(SIGSEGV)), Cause::crashed);
}

TEST(SendsNothingMore, ButSomethingCame) {
    expect_passed(connected_server().step("client", expect(What::nothing), {}, WaitEnd::quiet));
    expect_failed(connected_server().step("client", expect(What::nothing), {received("bye")}), Cause::extra,
                  "\"bye\"");
}

Case copies(const Case& began, const Happenings& happenings) {
    return Case(began).step("client", expect(What::once), happenings, WaitEnd::quiet);
}

TEST(SendsNoCopies, OfADatagram) {
    Case udp(Role::server, Transport::udp);
    udp.happens(call(Call::bind, Transport::udp, kGiven));
    expect_passed(copies(udp, {received("hello"), received(""), received(""), received("bob")}));
    expect_passed(copies(udp, {received("hello"), received("hello", "another")}));
    expect_failed(copies(udp, {received("hello"), received("bob"), received("hello\n")}), Cause::extra,
                  "more than once");
}

// The handouts of clients and senders say: and nothing else.
TEST(SendsNoCopies, AndNothingBesidesTheMessage) {
    Case udp(Role::sender, Transport::udp);
    udp.plan().given.message = "good morning";
    const auto with = [&](Happenings happenings) {
        happenings.insert(happenings.begin(), Opened{"client", kGiven, kPeer});
        return copies(udp, happenings);
    };
    expect_passed(with({received("good morning\n"), received("")}));
    expect_failed(with({received("12"), received("good morning")}), Cause::extra, "\"12\", too");
    expect_failed(with({received("good morning"), received("END")}), Cause::extra, "\"END\", too");
    // It was asked for a name, and a text of its own is its own affair.
    expect_passed(with({Typed{"Ada\n"}, received("Ada"), received("good morning")}));
    expect_passed(with({received("hello"), received("END")}));
}

TEST(SendsNoCopies, NorOnAnotherConnection) {
    Case tcp = accepted_client(Role::sender);
    const Happenings twice = {received("good morning and 42 apples", "server"),
                              received("good morning and 42 apples", "server 2")};
    expect_failed(Case(tcp).step("server", expect(What::once), twice, WaitEnd::quiet), Cause::extra,
                  "more than once");
}

// Who was asked twice may answer twice.
TEST(SendsNoCopies, OfAnAnswerUnlessItWasAskedForAgain) {
    model::Send numbered = send("0 first line");
    numbered.answers = {"ACK 0"};
    const auto asked = [&](const Happenings& happenings) {
        Case udp(Role::server, Transport::udp);
        udp.happens(call(Call::bind, Transport::udp, kGiven));
        udp.step("client", numbered, happenings);
        return copies(udp, {});
    };
    expect_passed(asked({sent("0 first line"), received("ACK 0")}));
    expect_passed(asked({sent("0 first line"), sent("0 first line"), received("ACK 0"), received("ACK 0")}));
    expect_failed(asked({sent("0 first line"), received("ACK 0"), received("ACK 0\n")}), Cause::extra,
                  "more than once");
}

TEST(SendsNoCopies, OfALine) {
    const Case tcp = connected_server();
    expect_passed(copies(tcp, {received("hello"), received("hello\nbob")}));
    expect_failed(copies(tcp, {received("hel"), received("lo\nhello\n")}), Cause::extra, "more than once");
    expect_failed(copies(tcp, {received("hello\n"), received("hello")}), Cause::extra, "more than once");
}

TEST(SendsExactly, ThisText) {
    const auto with = [](const std::string& bytes) {
        return connected_server().step("client", expect(What::bytes, "READY\n"), {received(bytes)});
    };
    expect_passed(with("READY\n"));
    expect_passed(with("READY\r\n"));
    expect_failed(with("ready\n"), Cause::wrong_case);
    expect_failed(with("READY NOW\n"), Cause::extra);
    expect_failed(connected_server().step("client", expect(What::bytes, "READY\n"), {}, WaitEnd::quiet),
                  Cause::no_reply);
}

TEST(SendsSomething, WhateverItIs) {
    expect_passed(accepted_client().step("server", expect(What::anything), {received("x", "server")}));
    expect_failed(accepted_client().step("server", expect(What::anything), {}, WaitEnd::quiet),
                  Cause::missing);
}

TEST(ExitsInFailure, ByItsOwnDecision) {
    const auto fails = [](const Happenings& happenings, WaitEnd how = WaitEnd::satisfied) {
        return connected_server().step(model::kProgram, model::Exits{std::nullopt, true}, happenings, how);
    };
    expect_passed(fails({error_output("Error: connect ECONNREFUSED 127.0.0.1:12000\n"), exited(1)}));
    expect_failed(fails({exited(0)}), Cause::exited_early, "all went well");
    expect_failed(fails({}, WaitEnd::quiet), Cause::hung, "still running");
    expect_failed(fails({Closed{"client", false}, killed(SIGPIPE)}), Cause::crashed, "SIGPIPE");
    for (const char* stack :
         {"Traceback (most recent call last):\n  File\n", "\tat Client.main(Client.java:5)\n",
          "    at Socket.emit (node:events:517:28)\n", "goroutine 1 [running]:\n"})
        expect_failed(fails({error_output(stack), exited(1)}), Cause::crashed, "the trace of an error");
}

TEST(KeepsPrinting, UntilItFallsSilent) {
    const auto beats = [](WaitEnd how) {
        return Case(Role::receiver, Transport::udp)
            .step(model::kProgram, model::KeepsPrinting{}, {call(Call::bind, Transport::udp, kGiven)}, how,
                  Waits{{WaitCall::recvfrom, 3}});
    };
    expect_passed(beats(WaitEnd::satisfied));
    expect_failed(beats(WaitEnd::quiet), Cause::missing, "recvfrom()");
    Case flood(Role::receiver, Transport::udp);
    flood.step(model::kProgram, model::KeepsPrinting{},
               {call(Call::bind, Transport::udp, kGiven), printed(std::string(100'000, '.'))});
    expect_failed(flood, Cause::output_flood, "without a pause");
    // What it pours out tells more than that it did not end.
    Case endless(Role::client, Transport::tcp);
    endless.step(model::kProgram, model::Exits{}, {printed(std::string(100'000, '.'))}, WaitEnd::backstop,
                 Waits{{WaitCall::none}});
    expect_failed(endless, Cause::output_flood, "poured out");
}

TEST(SendsFixedReply, OfItsOwnAndTheSameForAll) {
    const auto replies = [](const std::string& first, const std::string& second) {
        Case one = connected_server();
        one.step("client", send("hello"), {sent("hello")});
        one.step("client", expect(What::fixed), {received(first)});
        one.step("other", model::Connect{}, {opened("other")});
        one.step("other", send("and hello"), {sent("and hello", "other")});
        return one.step("other", expect(What::fixed), {received(second, "other")});
    };
    expect_passed(replies("welcome\n", "welcome"));
    expect_failed(replies("welcome 1", "welcome 2"), Cause::wrong_content, "the same");
    expect_failed(replies("Hello\n", "x"), Cause::wrong_content, "sent back");
    expect_failed(replies("\n", "x"), Cause::missing);
}

TEST(SendsFixedReply, AfterTheRequest) {
    Case early = connected_server();
    early.step("client", send("hello"), {received("welcome"), sent("hello")});
    early.step("client", expect(What::fixed), {}, WaitEnd::quiet);
    expect_failed(early, Cause::wrong_order, "did not wait");

    Case late = connected_server();
    late.step("client", send("hello"), {sent("hello")});
    late.step("client", expect(What::fixed),
              {Coaxed{"client", Coaxed::With::half_close}, received("welcome")});
    expect_failed(late, Cause::no_reply, "half-close");
}

TEST(SendsHttpResponse, Whole) {
    const auto answers = [](const std::string& bytes) {
        Case one = connected_server();
        one.step("client", send("GET / HTTP/1.0\r\n\r\n"), {sent("GET / HTTP/1.0\r\n\r\n")});
        return one.step("client", expect(What::http), {received(bytes)});
    };
    expect_passed(answers("HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
    expect_failed(answers("HTTP/1.0 200 OK\nContent-Length: 5\n\nhello"), Cause::wrong_content);
    expect_failed(answers("HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nhello"), Cause::extra);
    expect_failed(answers("HTTP/1.0 200 OK\r\nContent-Length: 6\r\n\r\nhello"), Cause::missing);
    Case silent = connected_server();
    silent.step("client", expect(What::http), {}, WaitEnd::quiet);
    expect_failed(silent, Cause::no_reply);
}

}  // namespace
}  // namespace sockgrade::checks
