// Diagnoses of what a program printed.
#include <cerrno>
#include <csignal>

#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

TEST(PrintsBytesLiteral, WhereTheTextCannotBeFound) {
    EXPECT_THAT(said(prints_bytes_literal, shown("gr\xc3\xbc\xc3\x9f"
                                                 "e",
                                                 "b'gr\\xc3\\xbc\\xc3\\x9fe'\n")),
                HasSubstr("print(data.decode())"));
    EXPECT_EQ(said(prints_bytes_literal, shown("gr\xc3\xbc\xc3\x9f"
                                               "e",
                                               "gr??e\n")),
              "");
    EXPECT_EQ(said(prints_bytes_literal, shown("hello bob", "b'hello bob'\n", Cause::extra)), "");
}

TEST(ShowsAnObject, NamesIt) {
    EXPECT_THAT(said(shows_an_object, shown("good", "Received: <Buffer 67 6f 6f 64>\n")),
                HasSubstr("toString()"));
    EXPECT_THAT(said(shows_an_object, client_shown("hello", "XELLO", "Reply: [B@4783da3f\n")),
                HasSubstr("new String(buffer, 0, n)"));
    EXPECT_EQ(said(shows_an_object, shown("good", "Received: Buffer\n")), "");
    EXPECT_EQ(said(shows_an_object, shown("good", "<Buffer 67 6f 6f 64> good\n")), "");
}

TEST(PrintsTheRequest, InsteadOfTheReply) {
    EXPECT_THAT(said(prints_the_request, client_shown("hello bob", "XWQ BOB", "Reply: hello bob\n")),
                HasSubstr("printed what it had sent: \"hello bob\""));
    EXPECT_EQ(said(prints_the_request, client_shown("hello bob", "XWQ BOB", "Reply: hello\n")), "");
    EXPECT_EQ(said(prints_the_request, client_shown("hello bob", "XWQ BOB", "hello bob: XWQ BOB\n")), "");
}

TEST(CapitalizesByItself, ItsOwnWord) {
    EXPECT_THAT(said(capitalizes_by_itself, client_shown("hello bob", "XWQVZ BOB", "HELLO BOB\n")),
                HasSubstr("printed \"HELLO BOB\""));
    EXPECT_EQ(said(capitalizes_by_itself, client_shown("hello bob", "XWQVZ BOB", "Hello bob\n")), "");
}

TEST(PrintsTheLength, ANumberOfItsOwn) {
    EXPECT_THAT(said(prints_the_length, shown("good morning", "received 12 bytes\n")),
                HasSubstr("how many bytes came (12)"));
    EXPECT_EQ(said(prints_the_length, shown("good morning", "received 120 bytes from 10.0.12.1\n")), "");
    EXPECT_EQ(said(prints_the_length, shown("good morning", "12: good morn\n")), "");
}

TEST(PrintsTheAddress, OfThePeer) {
    EXPECT_THAT(said(prints_the_address,
                     shown("good morning", "('127.0.0.1', 40000)\n", Cause::missing, Transport::udp)),
                HasSubstr("recvfrom() returns two values"));
    EXPECT_EQ(said(prints_the_address,
                   shown("good morning", "('127.0.0.1', 40001)\n", Cause::missing, Transport::udp)),
              "");
    EXPECT_EQ(said(prints_the_address, shown("good morning", "('127.0.0.1', 40000)\n")), "");
}

TEST(NotFlushed, KeptInTheBufferOfC) {
    const auto waiting = [](const std::string& program, const std::string& text) {
        FailedCase one(Role::receiver, Transport::udp, Cause::missing);
        return one.started(program)
            .sent("sender", text)
            .proof()
            .step(model::kProgram, model::Prints{}, WaitEnd::quiet, Waits{{WaitCall::recvfrom, 3}});
    };
    EXPECT_THAT(said(not_flushed, waiting("/tmp/receiver", "no line end")), HasSubstr("fflush(stdout)"));
    EXPECT_EQ(said(not_flushed, waiting("/tmp/receiver", "a line end\n")), "");
    EXPECT_EQ(said(not_flushed, waiting("/usr/bin/node", "no line end")), "");
    // Behind a number there is never a line end, and everybody prints one.
    FailedCase numbered = waiting("/tmp/receiver", "0 apple");
    model::Send send;
    send.messages.resize(1);
    send.messages[0].as = "{i} {line}";
    numbered.step("sender", send);
    EXPECT_EQ(said(not_flushed, numbered), "");
}

TEST(TextNotPrinted, SaysWhatWas) {
    EXPECT_THAT(said(text_not_printed, shown("good morning", "Done.\n")),
                HasSubstr("printed only \"Done.\""));
    EXPECT_THAT(said(text_not_printed, shown("good morning", "", Cause::missing, Transport::udp,
                                             Waits{{WaitCall::recvfrom, 3}})),
                HasSubstr("Each recvfrom() takes another datagram"));
    EXPECT_THAT(said(text_not_printed, shown("good morning", "Done.\n")),
                HasSubstr("look at what it prints"));
    const auto answered = [](bool ends) {
        FailedCase one(Role::server, Transport::udp, Cause::missing);
        one.started("/tmp/server").sent("client", "good morning").proof().received("client", "ok");
        if (ends) one.exited(0);
        return one.step(model::kProgram, model::Prints{}, WaitEnd::quiet, ends ? Waits{} : kWaitsInRecv);
    };
    EXPECT_THAT(said(text_not_printed, answered(false)), HasSubstr("waits in a buffer until the line ends"));
    EXPECT_THAT(said(text_not_printed, answered(true)), HasSubstr("before your program ends"));
    EXPECT_EQ(said(text_not_printed, shown("good morning", "good morning good morning", Cause::extra)), "");
    EXPECT_THAT(said(text_not_printed, shown("good morning", "heartbeat\n", Cause::hung)),
                HasSubstr("printed only \"heartbeat\""));
}

TEST(LeavesBeforeTheReply, EndedFirst) {
    const auto ended = [](bool before) {
        FailedCase one(Role::client, Transport::udp, Cause::exited_early);
        one.received("server", "hello");
        if (before) one.exited(0);
        one.sent("server", "XWQVZ").proof();
        if (!before) one.exited(0);
        model::Prints prints;
        prints.what = model::Prints::What::reply;
        return one.step(model::kProgram, prints, WaitEnd::program_ended);
    };
    EXPECT_THAT(said(leaves_before_the_reply, ended(true)), HasSubstr("ended at once"));
    EXPECT_EQ(said(leaves_before_the_reply, ended(false)), "");
}

TEST(LeavesTheTextUnread, AResetAfterIt) {
    const auto reset = [](const std::string& output, int error) {
        FailedCase one(Role::client, Transport::tcp, Cause::exited_early);
        model::Prints prints;
        prints.what = model::Prints::What::reply;
        return one.received("server", "hello bob")
            .sent("server", "XWQVZ BOB")
            .proof()
            .add(event::ResetSeen{"server", error})
            .prints(output)
            .step(model::kProgram, prints, WaitEnd::program_ended);
    };
    EXPECT_THAT(said(leaves_the_text_unread, reset("reply:\n", ECONNRESET)), HasSubstr("without reading it"));
    EXPECT_EQ(said(leaves_the_text_unread, reset("reply: XWQV\n", ECONNRESET)), "");
    EXPECT_EQ(said(leaves_the_text_unread, reset("reply:\n", EPIPE)), "");
}

FailedCase had_to_fail_by(const event::What& end, Cause cause, const std::string& errors = "") {
    FailedCase one(Role::client, kTcp, cause);
    one.started("/usr/bin/python3").received("server", "hello").step("server", model::Reset{});
    if (!errors.empty()) one.errors(errors);
    return one.add(end).proof().step(model::kProgram, model::Exits{std::nullopt, true});
}

event::Ended ended_by(model::Termination::How how, int code) { return {{how, code, ""}}; }

TEST(LeavesTheErrorUncaught, WhenItWasToDealWithIt) {
    using How = model::Termination::How;
    const std::string trace =
        "Traceback (most recent call last):\n  File \"/x/client.py\", line 7, in <module>\n"
        "    s.recv(1)\nConnectionResetError: [Errno 104] Connection reset by peer\n";
    EXPECT_THAT(
        said(leaves_the_error_uncaught, had_to_fail_by(ended_by(How::exited, 1), Cause::crashed, trace)),
        HasSubstr("in line 7 (ConnectionResetError"));
    EXPECT_THAT(
        said(leaves_the_error_uncaught, had_to_fail_by(ended_by(How::signaled, SIGPIPE), Cause::crashed)),
        HasSubstr("signal(SIGPIPE, SIG_IGN)"));
    EXPECT_EQ(
        said(leaves_the_error_uncaught, had_to_fail_by(ended_by(How::signaled, SIGSEGV), Cause::crashed)),
        "");
    EXPECT_EQ(said(leaves_the_error_uncaught, had_to_fail_by(ended_by(How::exited, 0), Cause::exited_early)),
              "");
    EXPECT_THAT(said(fails_with_status_0, had_to_fail_by(ended_by(How::exited, 0), Cause::exited_early)),
                HasSubstr("exit status 0"));
    EXPECT_EQ(said(fails_with_status_0, had_to_fail_by(ended_by(How::exited, 1), Cause::crashed, trace)), "");
}

// A server that has answered has not died.
TEST(FailsWithStatus0, SaysWhatWentWrong) {
    const auto ends_well = [](FailedCase one) {
        one.add(ended_by(model::Termination::How::exited, 0)).proof();
        return said(fails_with_status_0, one.step(model::kProgram, model::Exits{std::nullopt, true}));
    };
    const FailedCase udp(Role::client, model::Transport::udp, Cause::exited_early);
    const FailedCase tcp(Role::client, kTcp, Cause::exited_early);
    EXPECT_THAT(ends_well(FailedCase(udp).received("server", "get").sent("server", "no")),
                HasSubstr("What came from the other side was no success"));
    EXPECT_THAT(ends_well(FailedCase(udp).received("server", "get")),
                HasSubstr("What your program sent was not answered"));
    EXPECT_THAT(ends_well(tcp), HasSubstr("Nobody was there"));
    EXPECT_THAT(
        ends_well(FailedCase(tcp).opened("server", 40000).received("server", "get").sent("server", "no")),
        HasSubstr("What came from the other side was no success"));
    EXPECT_THAT(ends_well(FailedCase(tcp).opened("server", 40000).received("server", "get")),
                HasSubstr("The other side had died"));
    EXPECT_THAT(ends_well(FailedCase(tcp)
                              .opened("server", 40000)
                              .received("server", "get")
                              .sent("server", "SIZE 9\nhal")
                              .add(event::Closed{"server"})),
                HasSubstr("had come when the other side left was no success, or not all of it"));
}

TEST(LeavesTheErrorUncaught, OrShowsItAllTheSame) {
    const auto said_by = [](const std::string& language, const std::string& errors) {
        FailedCase one(Role::client, kTcp, Cause::crashed);
        return one.started(language)
            .received("server", "hello")
            .prints("The server has died.\n")
            .errors(errors)
            .exited(1)
            .proof()
            .step(model::kProgram, model::Exits{std::nullopt, true});
    };
    EXPECT_THAT(
        said(leaves_the_error_uncaught,
             said_by("/usr/bin/node", "Error: read ECONNRESET\n    at TCP.onStreamRead (node:net:1)\n")),
        HasSubstr("noticed that, and then left the trace"));
    EXPECT_THAT(said(leaves_the_error_uncaught,
                     said_by("/usr/bin/node",
                             "Error: read ECONNRESET\n    at TCP.onStreamRead (node:net:1)\n\n"
                             "Node.js v18.19.0\n")),
                HasSubstr("which it did not catch"));
    EXPECT_THAT(
        said(leaves_the_error_uncaught,
             said_by("/usr/bin/java",
                     "java.net.SocketException: Connection reset\n\tat Client.main(Client.java:5)\n")),
        HasSubstr("noticed that, and then left the trace"));
}

TEST(TriesForEver, WhenTheConnectionIsGone) {
    const auto calls = [](bool again) {
        FailedCase one(Role::client, kTcp, Cause::hung);
        one.call(Call::connect, {"127.0.0.1", kPort})
            .received("server", "hello")
            .add(event::Closed{"server", true});
        if (again) one.call(Call::connect, {"127.0.0.1", kPort});
        return one.step(model::kProgram, model::Exits{std::nullopt, true}, WaitEnd::quiet,
                        Waits{{WaitCall::epoll_wait}});
    };
    EXPECT_THAT(said(tries_for_ever, calls(true)), HasSubstr("called connect() again once"));
    EXPECT_EQ(said(keeps_its_socket_open, calls(true)), "");
    EXPECT_EQ(said(tries_for_ever, calls(false)), "");
}

TEST(TriesForEver, AtADoorThatStaysShut) {
    const auto refused = [](std::size_t times) {
        FailedCase one(Role::client, kTcp, Cause::hung);
        for (std::size_t i = 1; i <= times; ++i)
            one.add(event::FaultPlayed{"server", event::FaultPlayed::What::refused, i});
        return one.step("server", model::Refuse{0})
            .step(model::kProgram, model::Exits{std::nullopt, true}, WaitEnd::backstop,
                  Waits{{WaitCall::sleep}});
    };
    EXPECT_THAT(said(tries_for_ever, refused(9)), HasSubstr("tried to connect 9 times"));
    EXPECT_EQ(said(tries_for_ever, refused(1)), "");
}

TEST(SaysSoTooEarly, WhatIsDueLater) {
    model::Prints not_yet;
    not_yet.what = model::Prints::What::pattern;
    not_yet.pattern = "dropped";
    not_yet.times = 0;
    model::Prints then = not_yet;
    then.times = std::nullopt;
    const auto early = [&](const model::Prints& later) {
        FailedCase one(Role::server, kTcp, Cause::extra);
        one.prints("ready\nConnection dropped.\n");
        return one.step(model::kProgram, not_yet, WaitEnd::satisfied).step(model::kProgram, later);
    };
    EXPECT_THAT(said(says_so_too_early, early(then)), HasSubstr("printed \"Connection dropped.\" too early"));
    // What is never to be printed is not early.
    EXPECT_EQ(said(says_so_too_early, early(not_yet)), "");
}

TEST(PrintsWhatIsNotSo, InOneOfItsLines) {
    model::Prints prints;
    prints.what = model::Prints::What::pattern;
    prints.pattern = "-\\d+ ms";
    prints.called = "a negative time";
    prints.times = 0;
    const auto printed = [&](const std::string& output) {
        FailedCase one(Role::client, kUdp, Cause::extra);
        one.prints(output);
        return one.step(model::kProgram, prints);
    };
    EXPECT_THAT(said(prints_what_is_not_so, printed("hello\nrtt -3 ms\n")),
                HasSubstr("printed a negative time: \"rtt -3 ms\"."));
    EXPECT_EQ(said(prints_what_is_not_so, printed("rtt 3 ms\n")), "");
}

TEST(DoesNotSaySo, InTheWordsThatWereAskedFor) {
    model::Prints prints;
    prints.what = model::Prints::What::pattern;
    prints.pattern = "dropped";
    prints.called = "\"Connection dropped.\"";
    const auto printed = [&](const std::string& output) {
        FailedCase one(Role::server, kTcp, Cause::missing);
        if (!output.empty()) one.prints(output);
        return one.step(model::kProgram, prints, WaitEnd::quiet);
    };
    EXPECT_THAT(said(does_not_say_so, printed("")),
                HasSubstr("was to print \"Connection dropped.\". It printed nothing."));
    EXPECT_THAT(said(does_not_say_so, printed("")), HasSubstr("fflush(stdout)"));
    EXPECT_THAT(said(does_not_say_so, printed("bye\n")), HasSubstr("in what it printed: \"bye"));
    EXPECT_THAT(said(does_not_say_so, printed("bye\n")), Not(HasSubstr("fflush(stdout)")));
    EXPECT_EQ(said(does_not_say_so, printed("Connection dropped.\n")), "");
    FailedCase waits(Role::server, kTcp, Cause::missing);
    EXPECT_THAT(said(does_not_say_so, waits.step(model::kProgram, prints, WaitEnd::quiet, kWaitsInRecv)),
                HasSubstr("It printed nothing, and waits in recvfrom() on"));
}

TEST(WaitsInSilence, InACallThatBlocks) {
    const auto beats = [](WaitEnd how) {
        return FailedCase(Role::receiver, kUdp, Cause::missing)
            .step(model::kProgram, model::KeepsPrinting{}, how, kWaitsInRecv);
    };
    EXPECT_THAT(said(waits_in_silence, beats(WaitEnd::quiet)), HasSubstr("setblocking(False)"));
    EXPECT_EQ(said(waits_in_silence, beats(WaitEnd::program_ended)), "");
}

TEST(BreaksHttp, SaysWhereABrowserStumbles) {
    const auto answered = [](const std::string& response) {
        return FailedCase(Role::server, kTcp, Cause::wrong_content)
            .opened("browser", 40000)
            .sent("browser", "GET / HTTP/1.0\r\n\r\n")
            .received("browser", response)
            .proof()
            .step("browser", expect(model::Expect::What::http));
    };
    EXPECT_THAT(said(breaks_http, answered("HTTP/1.0 200 OK\nContent-Length: 2\n\nhi")),
                HasSubstr("does not end in \\r\\n"));
    EXPECT_THAT(said(breaks_http, answered("HTTP/1.0 200 OK\r\nContent-Length: 9\r\n\r\nhi")),
                HasSubstr("shorter than its Content-Length"));
    EXPECT_THAT(said(breaks_http, answered("HTTP/1.0 200 OK\r\nContent-Length: 9\r\n\r\n")),
                HasSubstr("has no body, though its Content-Length promises one"));
    EXPECT_THAT(said(breaks_http, answered("HTTP/1.0 OK 200\r\nContent-Length: 2\r\n\r\nhi")),
                HasSubstr("understands: \"HTTP/1.0 OK 200\"."));
    EXPECT_THAT(said(breaks_http, answered("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n\r\nhi")),
                HasSubstr("One line end too many"));
    EXPECT_THAT(said(breaks_http, answered("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi\r\n")),
                HasSubstr("A line end stands behind the body"));
    EXPECT_THAT(said(breaks_http, answered("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhigh")),
                HasSubstr("Let the program count"));
    EXPECT_THAT(said(breaks_http, answered("HTTP/1.0 200 OK\r\n  Content-Length: 2\r\n  \r\nhi")),
                HasSubstr("Triple quotes"));
    EXPECT_EQ(said(breaks_http, answered("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi")), "");
}

// It may say no length at all: then its body is not longer than that.
TEST(BreaksHttp, ABodyBehindTheAnswerToHead) {
    model::Expect head = expect(model::Expect::What::http);
    head.response.emplace();
    head.response->is_bodiless = true;
    auto answered = FailedCase(Role::server, kTcp, Cause::extra)
                        .opened("browser", 40000)
                        .sent("browser", "HEAD / HTTP/1.0\r\n\r\n")
                        .received("browser", "HTTP/1.0 200 OK\r\n\r\nhi")
                        .proof()
                        .step("browser", head);
    EXPECT_THAT(said(breaks_http, answered), HasSubstr("The request was HEAD"));
}

// A datagram whose checksum holds.
constexpr const char* kHello =
    "192.168.1.7 192.168.1.20 30 39 00 35 00 14 0b a0 68 65 6c 6c 6f 2c 20 77 6f 72 6c 64";

FailedCase header_printed(const std::string& line, const std::string& output) {
    FailedCase one(Role::receiver, kUdp, Cause::missing);
    model::Typed typed;
    typed.message.bytes = line;
    one.step(model::kProgram, typed);
    if (!output.empty()) one.prints(output);
    model::Prints prints;
    prints.what = model::Prints::What::pattern;
    prints.pattern = "12345.*53.*20.*ok";
    prints.called = "the header";
    return one.step(model::kProgram, prints, WaitEnd::program_ended);
}

TEST(MisreadsTheHeader, AsWhoMakesThatMistake) {
    const auto says = [](const std::string& output) {
        return said(misreads_the_header, header_printed(kHello, output));
    };
    EXPECT_THAT(says("source 14640, destination 13568, length 5120"), HasSubstr("14640 where 12345 stands"));
    EXPECT_THAT(says("source 53, destination 12345, length 20"), HasSubstr("changed places"));
    EXPECT_THAT(says("source 12345, destination 53, length 12"), HasSubstr("that of the message alone"));
    EXPECT_THAT(says("source 3039, destination 0035, length 0014"), HasSubstr("in hexadecimal"));
    EXPECT_THAT(says("source 12345, destination 53, length 20, checksum wrong"), HasSubstr("pseudo header"));
    EXPECT_THAT(said(misreads_the_header,
                     header_printed("10.0.0.1 10.0.0.2 9c 40 2e e0 00 08 00 00",
                                    "source -25536, destination 12000, length 8, checksum none")),
                HasSubstr("-25536 where 40000 stands: it is 40000 - 65536"));
    EXPECT_THAT(says("source 12345, destination -53, length 20"), HasSubstr("a negative number, -53"));
    EXPECT_THAT(
        said(misreads_the_header, header_printed("192.168.1.7 192.168.1.20 07 d0 0b b8 00 08 00 00",
                                                 "source 2000, destination 3000, length 8, checksum wrong")),
        HasSubstr("did not call that none"));
    EXPECT_THAT(said(misreads_the_header,
                     header_printed("192.168.1.7 192.168.1.20 0f a0 13 88 00 0e ff ff 6c 69 7a 65 72 6f",
                                    "source 4000, destination 5000, length 14, checksum none")),
                HasSubstr("ffff stands in the header"));
    EXPECT_EQ(says("hello"), "");
    EXPECT_EQ(said(misreads_the_header, header_printed("hello", "source 14640")), "");
}

TEST(EndsInsteadOfGoingOn, AfterItsFirstMessage) {
    const auto sender = [](bool any) {
        FailedCase one(Role::client, kUdp, Cause::exited_early);
        if (any) one.received("server", "message 1");
        return one.exited(0).proof().step("server", expect(model::Expect::What::anything),
                                          WaitEnd::program_ended);
    };
    EXPECT_THAT(said(ends_instead_of_going_on, sender(true)), HasSubstr("sent 1 message, and then it ended"));
    EXPECT_EQ(said(ends_instead_of_going_on, sender(false)), "");
}

TEST(AnswersAnotherClient, WhoHasNotAsked) {
    const auto reply_to = [](const std::string& peer) {
        return FailedCase(Role::server, kTcp, Cause::wrong_content)
            .opened("first", 40000)
            .opened("second", 40001)
            .sent("first", "one\n")
            .received(peer, "ONE\n")
            .proof()
            .step("second", expect(model::Expect::What::capitals));
    };
    EXPECT_THAT(said(answers_another_client, reply_to("second")),
                HasSubstr("its reply went to the peer 'second'"));
    EXPECT_EQ(said(answers_another_client, reply_to("first")), "");
}

TEST(AnswersAnotherClient, AlsoByUdp) {
    const auto reply_to_both = [](const std::string& other) {
        return FailedCase(Role::server, kUdp, Cause::extra)
            .sent("first", "one\n")
            .received("first", "ONE\n")
            .sent("second", "two\n")
            .received(other, "TWO\n")
            .proof()
            .step("first", expect(model::Expect::What::capitals));
    };
    EXPECT_THAT(said(answers_another_client, reply_to_both("first")),
                HasSubstr("its reply went to the peer 'first'"));
    EXPECT_EQ(said(answers_another_client, reply_to_both("second")), "");
}

TEST(WaitsInSilence, OrPoursOutInstead) {
    const auto flood =
        FailedCase(Role::receiver, kUdp, Cause::output_flood).step(model::kProgram, model::KeepsPrinting{});
    EXPECT_THAT(said(waits_in_silence, flood), HasSubstr("no pause"));
}

TEST(WaitsInSilence, WithWhatItHasToSayInABuffer) {
    const auto busy =
        FailedCase(Role::receiver, kUdp, Cause::hung)
            .call(Call::bind, {"0.0.0.0", kPort})
            .step(model::kProgram, model::KeepsPrinting{}, WaitEnd::backstop, Waits{{WaitCall::sleep}});
    EXPECT_THAT(said(waits_in_silence, busy), HasSubstr("fflush(stdout)"));
    const auto unbound =
        FailedCase(Role::receiver, kUdp, Cause::hung)
            .step(model::kProgram, model::KeepsPrinting{}, WaitEnd::backstop, Waits{{WaitCall::sleep}});
    EXPECT_EQ(said(waits_in_silence, unbound), "");
    EXPECT_THAT(said(bind_not_called, unbound), HasSubstr("never called bind()"));
}

TEST(ChangesItsReply, WhenItShallBeTheSame) {
    const auto replies = [](const std::string& first, const std::string& second) {
        FailedCase one(Role::server, kTcp, Cause::wrong_content);
        one.sent("first", "hello").received("first", first);
        one.step("first", expect(model::Expect::What::fixed));
        one.sent("second", "hello again").received("second", second).proof();
        return one.step("second", expect(model::Expect::What::fixed));
    };
    EXPECT_THAT(said(changes_its_reply, replies("got 5 bytes", "got 11 bytes")),
                HasSubstr("replied \"got 5 bytes\" at first, and \"got 11 bytes\" later"));
    EXPECT_EQ(said(changes_its_reply, replies("Message received", "Message")), "");
    EXPECT_EQ(said(changes_its_reply, replies("Message received", "Message received\n")), "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
