// Diagnoses of when a program sends, waits, closes and ends.
#include <cerrno>
#include <csignal>

#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

TEST(WaitsForHalfClose, TheReplyCameAfterIt) {
    const auto silent = [](event::Coaxed::With with) {
        FailedCase one(Role::server, kTcp, Cause::no_reply);
        return one.sent("client", "hello")
            .proof()
            .add(event::Coaxed{"client", with})
            .received("client", "HELLO")
            .proof()
            .step("client", expect(model::Expect::What::capitals));
    };
    EXPECT_THAT(said(waits_for_half_close, silent(event::Coaxed::With::half_close)),
                HasSubstr("only after the client had said"));
    EXPECT_EQ(said(waits_for_half_close, silent(event::Coaxed::With::newline)), "");
}

TEST(EndsAtAnEmptyDatagram, TheLastThingThatCame) {
    const auto after = [](const std::string& bytes) {
        FailedCase one(Role::receiver, kUdp, Cause::exited_early);
        return one.sent("quiet", bytes)
            .exited(0)
            .step("quiet", model::Send{})
            .sent("sender", "and then")
            .proof()
            .step(model::kProgram, model::Prints{}, WaitEnd::program_ended);
    };
    EXPECT_THAT(said(ends_at_an_empty_datagram, after("")), HasSubstr("a datagram without any bytes"));
    EXPECT_EQ(said(ends_at_an_empty_datagram, after("bye")), "");
}

TEST(DiesWhenAClientLeaves, WithoutAWordOrByAReset) {
    const auto left = [](const std::string& said_before, bool reset) {
        FailedCase one(Role::server, kTcp, Cause::exited_early);
        one.opened("shy", 40000);
        if (!said_before.empty()) one.sent("shy", said_before);
        return one.add(event::Closed{"shy", reset})
            .exited(1)
            .step("talker", model::Connect{}, WaitEnd::program_ended);
    };
    EXPECT_THAT(said(dies_when_a_client_leaves, left("", false)),
                HasSubstr("the peer 'shy' left without having sent anything"));
    EXPECT_THAT(said(dies_when_a_client_leaves, left("", true)),
                HasSubstr("the peer 'shy' reset its connection"));
    EXPECT_EQ(said(dies_when_a_client_leaves, left("hello", false)), "");
}

TEST(StopsAfterOne, EndedAfterItServed) {
    const auto next = [](bool served, int status) {
        FailedCase one(Role::server, kTcp, Cause::exited_early);
        one.opened("first", 40000).sent("first", "hello");
        if (served) one.received("first", "HELLO");
        return one.exited(status)
            .add(event::NotOpened{"second", {"", 0}, ECONNREFUSED})
            .step("second", model::Connect{}, WaitEnd::program_ended);
    };
    EXPECT_THAT(said(stops_after_one, next(true, 0)), HasSubstr("served one connection, and then it ended"));
    EXPECT_EQ(said(stops_after_one, next(false, 0)), "");
    EXPECT_EQ(said(stops_after_one, next(true, 1)), "");
}

TEST(StopsAfterOne, AReceiverThatPrinted) {
    const auto next = [](const std::string& output) {
        FailedCase one(Role::receiver, kUdp, Cause::exited_early);
        return one.sent("first", "hello bob\n")
            .prints(output)
            .exited(0)
            .sent("second", "and then")
            .proof()
            .step(model::kProgram, model::Prints{}, WaitEnd::program_ended);
    };
    EXPECT_THAT(said(stops_after_one, next("hello bob\n")), HasSubstr("served one datagram"));
    EXPECT_EQ(said(stops_after_one, next("ready\n")), "");
}

TEST(StopsAfterOne, OrAfterSeveral) {
    FailedCase one(Role::receiver, kUdp, Cause::exited_early);
    one.sent("first", "hello bob")
        .prints("hello bob\n")
        .sent("second", "hello eve")
        .prints("hello eve\n")
        .exited(0);
    one.sent("third", "and then").proof().step(model::kProgram, model::Prints{}, WaitEnd::program_ended);
    EXPECT_THAT(said(stops_after_one, one), HasSubstr("served 2 datagrams, and then it ended"));
}

// Its end may be noticed before its last output has been read.
TEST(StopsAfterOne, WhatItPrintedIsReadAfterItsEnd) {
    FailedCase one(Role::receiver, kTcp, Cause::exited_early);
    one.opened("first", 40000)
        .sent("first", "hello bob\n")
        .exited(0)
        .add(event::NotOpened{"second", {"", 0}, ECONNREFUSED})
        .step("second", model::Connect{}, WaitEnd::program_ended)
        .prints("hello bob\n");
    EXPECT_THAT(said(stops_after_one, one), HasSubstr("served one connection, and then it ended"));
}

TEST(ServesOneAtATime, AnotherIsStillConnected) {
    const auto talks = [](bool silent_stays) {
        FailedCase one(Role::server, kTcp, Cause::no_reply);
        one.opened("silent", 40000);
        if (!silent_stays) one.add(event::Closed{"silent", false});
        return one.opened("talker", 40001)
            .sent("talker", "hello")
            .proof()
            .step("talker", expect(model::Expect::What::capitals), WaitEnd::quiet,
                  Waits{{WaitCall::recvfrom, 4}});
    };
    EXPECT_THAT(said(serves_one_at_a_time, talks(true)),
                HasSubstr("The peer 'silent' is connected and says nothing"));
    EXPECT_EQ(said(serves_one_at_a_time, talks(false)), "");
}

TEST(ServesOneAtATime, SeveralButNotAll) {
    const auto waits = [](const Waits& blocked) {
        FailedCase one(Role::server, kTcp, Cause::no_reply);
        one.opened("a", 40000)
            .sent("a", "half")
            .opened("b", 40001)
            .opened("c", 40002)
            .sent("c", "hello")
            .proof();
        return one.step("c", expect(model::Expect::What::capitals), WaitEnd::quiet, blocked);
    };
    EXPECT_THAT(said(serves_one_at_a_time, waits(Waits{{WaitCall::recvfrom, 4}})),
                HasSubstr("has sent \"half\" without a line end"));
    EXPECT_THAT(said(serves_one_at_a_time, waits(Waits{{WaitCall::recvfrom, 4}, {WaitCall::recvfrom, 5}})),
                HasSubstr("3 clients are connected, and your program waits for 2 of them"));
    EXPECT_EQ(said(serves_one_at_a_time,
                   waits(Waits{{WaitCall::recvfrom, 4}, {WaitCall::recvfrom, 5}, {WaitCall::recvfrom, 6}})),
              "");
}

TEST(StopsAfterOne, WithOneOfSeveral) {
    const auto leaves = [](bool both) {
        FailedCase one(Role::server, kTcp, Cause::exited_early);
        one.opened("first", 40000).sent("first", "a").received("first", "A").opened("second", 40001);
        if (both) one.sent("second", "b").received("second", "B");
        return one.add(event::Closed{"first", false})
            .exited(0)
            .step("second", expect(model::Expect::What::capitals), WaitEnd::program_ended);
    };
    EXPECT_THAT(said(stops_after_one, leaves(true)),
                HasSubstr("then your program ended, while the peer 'second' was still connected"));
    EXPECT_THAT(said(stops_after_one, leaves(false)), HasSubstr("served one connection, and then it ended"));
}

FailedCase still_running(const std::string& program, const Waits& blocked) {
    FailedCase one(Role::sender, kTcp, Cause::hung);
    return one.started(program)
        .received("receiver", "hello")
        .step(model::kProgram, model::Exits{}, WaitEnd::quiet, blocked);
}

TEST(WaitsForAReply, InACallThatReceives) {
    EXPECT_THAT(said(waits_for_a_reply, still_running("/usr/bin/python3", kWaitsInRecv)),
                HasSubstr("Leave out the recv()"));
    EXPECT_EQ(said(waits_for_a_reply, still_running("/usr/bin/python3", Waits{{WaitCall::pause}})), "");
}

TEST(KeepsItsSocketOpen, InAnyOtherCall) {
    EXPECT_THAT(said(keeps_its_socket_open, still_running("/tmp/sender", Waits{{WaitCall::pause}})),
                HasSubstr("it stays in pause()"));
    EXPECT_THAT(said(keeps_its_socket_open, still_running("/usr/bin/node", Waits{{WaitCall::epoll_wait}})),
                HasSubstr("socket.end()"));
    EXPECT_EQ(said(keeps_its_socket_open, still_running("/tmp/sender", kWaitsInRecv)), "");
    // Something else was awaited of it than its end.
    FailedCase silent(Role::client, kUdp, Cause::hung);
    silent.received("server", "hello")
        .step(model::kProgram, model::Prints{}, WaitEnd::backstop, Waits{{WaitCall::poll}});
    EXPECT_EQ(said(keeps_its_socket_open, silent), "");
}

TEST(GoesOnAfterItsInput, SendsWhatNobodyTyped) {
    const auto sends = [](bool ended_before) {
        FailedCase one(Role::client, kUdp, Cause::hung);
        one.add(event::Typed{"hello\n"}).received("server", "hello");
        if (ended_before) one.add(event::Coaxed{"", event::Coaxed::With::end_of_input});
        one.received("server", "");
        return one.step(model::kProgram, model::Exits{}, WaitEnd::quiet, kWaitsInRecv);
    };
    EXPECT_THAT(said(goes_on_after_its_input, sends(true)), HasSubstr("then it sent an empty message"));
    EXPECT_EQ(said(goes_on_after_its_input, sends(false)), "");
}

TEST(LeavesTheConnectionOpen, WhenTheOtherSideIsDone) {
    const auto waits = [](bool done, const Waits& blocked, model::Expect::What what) {
        FailedCase one(Role::server, kTcp, Cause::hung);
        one.opened("client", 40000).sent("client", "hello\n").received("client", "HELLO\n");
        if (done) one.add(event::Finished{"client", false});
        return one.step("client", expect(what), WaitEnd::quiet, blocked);
    };
    const auto end = model::Expect::What::end;
    EXPECT_THAT(
        said(leaves_the_connection_open, waits(true, Waits{{WaitCall::accept, 3}}, end)),
        AllOf(HasSubstr("The client was done"), HasSubstr("went on to accept() on the listening socket")));
    EXPECT_THAT(said(leaves_the_connection_open, waits(false, Waits{{WaitCall::accept, 3}}, end)),
                HasSubstr("The client has its reply and waits for the end of the connection"));
    EXPECT_EQ(said(leaves_the_connection_open, waits(false, Waits{{WaitCall::recvfrom, 4}}, end)), "");
    EXPECT_EQ(said(leaves_the_connection_open, waits(true, {}, end)), "");
    EXPECT_EQ(said(leaves_the_connection_open,
                   waits(true, Waits{{WaitCall::accept, 3}}, model::Expect::What::capitals)),
              "");
}

TEST(ReplyIsOnlyPrinted, TheCapitalsAreInTheOutput) {
    const auto printed = [](const std::string& output) {
        FailedCase one(Role::server, kTcp, Cause::no_reply);
        return one.sent("client", "hello")
            .proof()
            .prints(output)
            .step("client", expect(model::Expect::What::capitals), WaitEnd::quiet);
    };
    EXPECT_THAT(said(reply_is_only_printed, printed("HELLO\n")),
                HasSubstr("printed \"HELLO\", but the client got nothing"));
    EXPECT_EQ(said(reply_is_only_printed, printed("hello\n")), "");
    EXPECT_EQ(said(reply_is_only_printed, replied("hello", "", Cause::no_reply)), "");
}

TEST(SendsNothingInIt, AnEmptyDatagram) {
    EXPECT_THAT(said(sends_nothing_in_it, delivered("hello", "", Cause::missing, false, kUdp)),
                HasSubstr("not a single byte"));
    EXPECT_EQ(said(sends_nothing_in_it, delivered("hello", "h", Cause::missing, false, kUdp)), "");
}

TEST(NeverSends, ConnectedOnly) {
    const auto connected = [](const Waits& blocked) {
        FailedCase one(Role::client, kTcp, Cause::missing);
        return one.call(Call::connect, {"127.0.0.1", kPort})
            .step("server", expect(model::Expect::What::given), WaitEnd::quiet, blocked);
    };
    EXPECT_THAT(said(never_sends, connected(kWaitsInRecv)), HasSubstr("send() comes before recv()"));
    EXPECT_EQ(said(never_sends, connected(Waits{{WaitCall::read, 0}})), "");
    auto ended = FailedCase(Role::sender, kTcp, Cause::exited_early)
                     .call(Call::connect, {"127.0.0.1", kPort})
                     .exited(0)
                     .step("receiver", expect(model::Expect::What::given), WaitEnd::program_ended);
    EXPECT_THAT(said(never_sends, ended), HasSubstr("connected and ended, but it sent nothing"));
    // It says itself what happened.
    auto failed = FailedCase(Role::sender, kTcp, Cause::exited_early)
                      .call(Call::connect, {"127.0.0.1", kPort})
                      .errors("no\n")
                      .exited(1)
                      .step("receiver", expect(model::Expect::What::given), WaitEnd::program_ended);
    EXPECT_EQ(said(never_sends, failed), "");
}

TEST(ClosesBeforeItReads, BeforeAnythingCame) {
    const auto closed = [](bool sent_before) {
        FailedCase one(Role::receiver, kTcp, Cause::missing);
        one.opened("sender", 40000);
        if (sent_before) one.sent("sender", "hello");
        one.add(event::Finished{"sender", true});
        if (!sent_before) one.sent("sender", "hello");
        return one.step(model::kProgram, model::Prints{}, WaitEnd::quiet);
    };
    EXPECT_THAT(said(closes_before_it_reads, closed(false)),
                HasSubstr("before anything had been sent on it"));
    EXPECT_EQ(said(closes_before_it_reads, closed(true)), "");
    const FailedCase stranger =
        FailedCase(Role::receiver, kTcp, Cause::missing)
            .add(event::Opened{"neighbour", {"192.168.7.9", 40000}, {"192.168.7.2", kPort}})
            .add(event::Finished{"neighbour", true});
    EXPECT_THAT(said(closes_before_it_reads, stranger), HasSubstr("turn some away"));
}

TEST(SendsNothingBack, ItHasReadTheMessage) {
    const auto printed = [](const std::string& program, const std::string& output) {
        FailedCase one(Role::server, kTcp, Cause::closed_early);
        return one.started(program)
            .sent("client", "hello")
            .proof()
            .prints(output)
            .step("client", expect(model::Expect::What::capitals), WaitEnd::quiet);
    };
    EXPECT_THAT(said(sends_nothing_back, printed("/usr/bin/java", "Client says: hello\n")),
                HasSubstr("call flush()"));
    EXPECT_EQ(said(sends_nothing_back, printed("/usr/bin/java", "Waiting\n")), "");
}

TEST(Spins, AtWorkAndNotWaiting) {
    const auto ran = [](WaitEnd how, const Waits& blocked) {
        return FailedCase(Role::server, kTcp, Cause::hung)
            .step(model::kProgram, model::Exits{}, how, blocked);
    };
    EXPECT_THAT(said(spins, ran(WaitEnd::backstop, Waits{{WaitCall::none}})),
                HasSubstr("never came to rest"));
    EXPECT_EQ(said(spins, ran(WaitEnd::backstop, Waits{{WaitCall::sleep}})), "");
    EXPECT_EQ(said(spins, ran(WaitEnd::quiet, Waits{{WaitCall::none}})), "");
    // A thread of several, when its client has gone; before that it may be at work.
    const Waits kThread{{WaitCall::accept, 3}, {WaitCall::none}};
    FailedCase left(Role::server, kTcp, Cause::hung);
    left.add(event::Finished{"client", false});
    EXPECT_THAT(said(spins, left.step(model::kProgram, model::Exits{}, WaitEnd::backstop, kThread)),
                HasSubstr("a part of it kept the processor busy"));
    EXPECT_EQ(said(spins, ran(WaitEnd::backstop, kThread)), "");
}

TEST(BlockedIn, NamesTheCall) {
    const auto waits = [](Cause cause, const Waits& blocked) {
        return FailedCase(Role::server, kTcp, cause)
            .step("client", model::Connect{}, WaitEnd::quiet, blocked);
    };
    EXPECT_THAT(said(blocked_in, waits(Cause::never_listened, Waits{{WaitCall::read, 5}})),
                HasSubstr("waits in read() on descriptor 5"));
    EXPECT_EQ(said(blocked_in, waits(Cause::never_listened, {})), "");
    EXPECT_EQ(said(blocked_in, waits(Cause::wrong_content, Waits{{WaitCall::read, 5}})), "");
}

// --- How it ended.

FailedCase crashed_with(const std::string& errors) {
    return FailedCase(Role::server, kTcp, Cause::crashed)
        .errors(errors)
        .exited(1)
        .step("client", model::Connect{}, WaitEnd::program_ended);
}

std::string trace(const std::string& code, const std::string& error) {
    return "Traceback (most recent call last):\n  File \"/home/x/server.py\", line 7, in <module>\n    " +
           code + "\n    ~~~~^^^^\n" + error + "\n";
}

TEST(PythonError, NamesTheLineAndHelps) {
    const std::string one =
        said(python_error,
             crashed_with(trace("s.send(text)", "TypeError: a bytes-like object is required, not 'str'")));
    EXPECT_THAT(one, HasSubstr("Python stopped in server.py at line 7: TypeError: a bytes-like object is "
                               "required, not 'str' (s.send(text))"));
    EXPECT_THAT(one, HasSubstr("text.encode()"));
    EXPECT_THAT(said(python_error, crashed_with(trace("a, b = c.recv(10)",
                                                      "ValueError: too many values to unpack (expected 2)"))),
                HasSubstr("recv() returns one value"));
    EXPECT_THAT(said(python_error, crashed_with(trace("x()", "KeyError: 'x'"))),
                HasSubstr("Look at that line"));
    EXPECT_THAT(said(python_error, crashed_with("  File \"/x/a.py\", line 3\n    print(\"hi\n          "
                                                "^\nSyntaxError: unterminated string literal\n")),
                HasSubstr("a.py at line 3: SyntaxError"));
    EXPECT_EQ(said(python_error, crashed_with("TypeError: but no traceback\n")), "");
    EXPECT_EQ(said(python_error, crashed_with(trace("x()", "KeyboardInterrupt"))), "");
}

// A server goes on without the thread whose client has just asked.
TEST(EndsAThreadByAnError, WhereAClientWaitsForThatThread) {
    const std::string error =
        "Exception in thread Thread-1 (serve):\n" + trace("db[key]", "KeyError: b'key'");
    const auto asked = [](FailedCase one) { return one.opened("client", 40000).sent("client", "GET key\n"); };
    const auto failed = [](FailedCase one) {
        one.proof().findings[0].step = 0;
        return said(ends_a_thread_by_an_error, one.step("client", model::Expect{}));
    };
    const FailedCase server(Role::server, kTcp, Cause::no_reply);
    EXPECT_THAT(failed(asked(server).errors(error)),
                AllOf(HasSubstr("A thread of your program ended"), HasSubstr("at line 7: KeyError")));
    EXPECT_EQ(failed(asked(FailedCase(server).errors(error))), "")
        << "that thread had another client, before this one asked";
    EXPECT_EQ(failed(asked(server).errors(trace("db[key]", "KeyError: b'key'"))), "");
    EXPECT_EQ(failed(asked(FailedCase(Role::server, kTcp, Cause::closed_early)).errors(error)), "")
        << "nobody waits: the connection ended with the thread";
}

TEST(PythonError, TheLineIsTheStudentsOwn) {
    EXPECT_THAT(said(python_error, crashed_with("Traceback (most recent call last):\n  File "
                                                "\"/x/server.py\", line 4, in <module>\n    run()\n"
                                                "  File \"/usr/lib/python3.11/socketserver.py\", line 233, "
                                                "in run\n    poll()\nOSError: no\n")),
                HasSubstr("server.py at line 4: OSError: no (run())"));
}

TEST(Python2Source, WhatOnlyPython2Knows) {
    EXPECT_THAT(said(python2_source,
                     crashed_with(trace("x = raw_input()", "NameError: name 'raw_input' is not defined"))),
                HasSubstr("Line 7 of server.py is Python 2"));
    EXPECT_EQ(said(python2_source, crashed_with(trace("x = raw()", "NameError: name 'raw' is not defined"))),
              "");
}

TEST(JavaError, NamesTheStudentsLine) {
    const std::string said_of =
        said(java_error,
             crashed_with("Exception in thread \"main\" java.net.ConnectException: Connection refused\n"
                          "\tat java.base/sun.nio.ch.Net.connect(Native Method)\n"
                          "\tat TCPClient.main(TCPClient.java:12)\n"));
    EXPECT_THAT(
        said_of,
        HasSubstr("Java stopped at TCPClient.java:12: java.net.ConnectException: Connection refused"));
    EXPECT_THAT(said_of, HasSubstr("Nobody listens"));
    EXPECT_EQ(said(java_error, crashed_with("Exception: something\n")), "");
}

TEST(CCrash, BySignal) {
    const auto killed = [](int signal) {
        return FailedCase(Role::server, kTcp, Cause::crashed)
            .killed(signal)
            .step("client", model::Connect{}, WaitEnd::program_ended);
    };
    EXPECT_THAT(said(c_crash, killed(SIGSEGV)), HasSubstr("SIGSEGV"));
    EXPECT_THAT(said(c_crash, killed(SIGPIPE)), HasSubstr("MSG_NOSIGNAL"));
    FailedCase beyond(Role::server, kTcp, Cause::crashed);
    beyond.errors("server.c:9: index 1024 is beyond the end of an array of the type 'char [1024]'\n")
        .killed(SIGABRT)
        .step("client", model::Connect{}, WaitEnd::program_ended);
    EXPECT_THAT(said(c_crash, beyond), HasSubstr("It stopped at server.c:9: index 1024"));
    EXPECT_EQ(said(c_crash, killed(SIGTERM)), "");
    EXPECT_EQ(said(c_crash, crashed_with("x")), "");
}

TEST(GaveUpWithAMessage, TheLineThatSaysWhy) {
    EXPECT_THAT(said(gave_up_with_a_message, crashed_with("ready\nconnect: Connection refused\n")),
                HasSubstr("exit status 1, and said: connect: Connection refused"));
    auto well = FailedCase(Role::server, kTcp, Cause::exited_early)
                    .errors("bye\n")
                    .exited(0)
                    .step("client", model::Connect{}, WaitEnd::program_ended);
    EXPECT_EQ(said(gave_up_with_a_message, well), "");
    auto chat = FailedCase(Role::server, kTcp, Cause::exited_early)
                    .prints("done\n")
                    .exited(1)
                    .step("client", model::Connect{}, WaitEnd::program_ended);
    EXPECT_EQ(said(gave_up_with_a_message, chat), "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
