// Diagnoses of programs that wait for the wrong thing, or keep what they have.
#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

using What = model::Expect::What;

FailedCase asked(const std::string& question, const Waits& blocked, What what = What::capitals) {
    FailedCase one(Role::server, kTcp, Cause::no_reply);
    one.opened("client", 40000).sent("client", question).proof();
    return one.step("client", expect(what), WaitEnd::quiet, blocked);
}

TEST(WaitsForMore, TheLineIsWhole) {
    EXPECT_THAT(said(waits_for_more, asked("hello\n", Waits{{WaitCall::recvfrom, 4}})),
                HasSubstr("\"hello\\n\" had come, with the line end behind it"));
    EXPECT_THAT(said(waits_for_more, asked("GET / HTTP/1.0\r\n\r\n", Waits{{WaitCall::read, 5}}, What::http)),
                HasSubstr("for more"));
    EXPECT_THAT(said(waits_for_more, asked("hello", Waits{{WaitCall::recvfrom, 4}})),
                HasSubstr("\"hello\" had come, without a line end behind it"));
    EXPECT_THAT(said(waits_for_more, asked("hello\n", Waits{{WaitCall::epoll_wait}})),
                HasSubstr("your program waits in epoll_wait(). The other side"));
    EXPECT_THAT(said(waits_for_more, asked("hello\n", Waits{{WaitCall::select}})),
                HasSubstr("the greatest descriptor plus 1"));
    EXPECT_EQ(said(waits_for_more, asked("hello\n", Waits{{WaitCall::accept, 3}})), "");
    EXPECT_EQ(said(waits_for_more, asked("hello\n", Waits{{WaitCall::read, 0}})), "");
    // The thread of the only client that there is, while another one waits for the next.
    const Waits threads{{WaitCall::accept, 3}, {WaitCall::recvfrom, 4}};
    EXPECT_THAT(said(waits_for_more, asked("hello\n", threads)), HasSubstr("waits in recvfrom()"));
    FailedCase two(Role::server, kTcp, Cause::no_reply);
    two.opened("other", 40001).opened("client", 40000).sent("client", "hello\n").proof();
    EXPECT_EQ(said(waits_for_more, two.step("client", expect(What::capitals), WaitEnd::quiet, threads)), "");
}

FailedCase talks_on(const Waits& blocked, bool answered = true) {
    FailedCase one(Role::server, kTcp, Cause::no_reply);
    one.opened("client", 40000).sent("client", "one\n");
    if (answered) one.received("client", "ONE\n");
    one.sent("client", "two\n").proof();
    return one.step("client", expect(What::capitals), WaitEnd::quiet, blocked);
}

TEST(WaitsForAnotherClient, WhileItsOwnTalksOn) {
    EXPECT_THAT(said(waits_for_another_client, talks_on(Waits{{WaitCall::accept, 3}})),
                HasSubstr("The client is still connected and has sent \"two\""));
    EXPECT_EQ(said(waits_for_another_client, talks_on(Waits{{WaitCall::recvfrom, 4}})), "");
    EXPECT_EQ(said(waits_for_another_client, talks_on(Waits{{WaitCall::accept, 3}, {WaitCall::futex}})), "");
    EXPECT_EQ(said(waits_for_another_client, talks_on(Waits{{WaitCall::accept, 3}}, false)), "");
}

FailedCase turned_away(const std::string& request, bool answered) {
    FailedCase one(Role::server, kTcp, Cause::closed_early);
    one.opened("browser", 40000).sent("browser", request).proof();
    if (answered) one.received("browser", "HTTP/1.0 200 OK\r\n").proof();
    return one.add(event::Finished{"browser", true}).step("browser", expect(What::http));
}

TEST(ClosesWithoutAResponse, OfAWholeRequestOrNot) {
    EXPECT_THAT(
        said(closes_without_a_response, turned_away("GET /a HTTP/1.0\r\n\r\n", false)),
        HasSubstr("\"GET /a HTTP/1.0\" came, and your program closed the connection without a response"));
    EXPECT_THAT(said(closes_without_a_response, turned_away("GET /a", false)),
                HasSubstr("which is not the whole request"));
    EXPECT_EQ(said(closes_without_a_response, turned_away("GET /a HTTP/1.0\r\n\r\n", true)), "");
}

FailedCase after_half_close(bool printed) {
    FailedCase one(Role::server, kTcp, Cause::no_reply);
    one.opened("client", 40000).sent("client", "hello\n");
    if (printed) one.prints("Client: hello\n");
    return one.add(event::Coaxed{"client", event::Coaxed::With::half_close})
        .received("client", "got it")
        .step("client", expect(What::fixed));
}

TEST(KeepsItsReply, WhatItPrintedItHadRead) {
    EXPECT_THAT(said(keeps_its_reply, after_half_close(true)), HasSubstr("had read and printed \"hello\""));
    EXPECT_EQ(said(waits_for_half_close, after_half_close(true)), "");
    EXPECT_EQ(said(keeps_its_reply, after_half_close(false)), "");
    EXPECT_THAT(said(waits_for_half_close, after_half_close(false)), HasSubstr("replied only after"));
}

TEST(SendsNothingBack, WhereAnyReplyWouldDo) {
    const auto gets = [](What what) {
        FailedCase one(Role::server, kUdp, Cause::no_reply);
        one.opened("client", 40000).sent("client", "hello").proof();
        return one.step("client", expect(what), WaitEnd::quiet, kWaitsInRecv);
    };
    EXPECT_THAT(said(sends_nothing_back, gets(What::fixed)),
                HasSubstr("got \"hello\", but sent nothing back"));
    EXPECT_EQ(said(sends_nothing_back, gets(What::nothing)), "");
}

// What a connected socket sends is seen at the link alone, which has lost it.
TEST(NeverSends, NotWhereTheLinkHasLostIt) {
    const auto waits = [](bool is_lost) {
        FailedCase one(Role::client, kUdp, Cause::missing);
        one.call(Call::connect, {"127.0.0.1", kPort});
        if (is_lost)
            one.add(event::FaultApplied{"drop", model::Direction::from_program, 1, 1, "hello", true});
        return one.step("server", expect(model::Expect::What::anything), WaitEnd::quiet, kWaitsInRecv);
    };
    EXPECT_NE(said(never_sends, waits(false)), "");
    EXPECT_EQ(said(never_sends, waits(true)), "");
}

TEST(NeverSends, ByUdpWithoutConnect) {
    const auto waits = [](bool sends) {
        FailedCase one(Role::client, kUdp, Cause::never_connected);
        if (sends) one.call(Call::sendto, {"127.0.0.1", 12001});
        return one.step("server", expect(What::anything), WaitEnd::quiet, kWaitsInRecv);
    };
    EXPECT_THAT(said(never_sends, waits(false)), HasSubstr("sendto() comes before recvfrom()"));
    EXPECT_EQ(said(never_sends, waits(true)), "");
    FailedCase tool(Role::tool, kTcp, Cause::missing);
    tool.started("/usr/bin/node").exited(0);
    EXPECT_EQ(said(never_sends, tool), "");
}

event::FaultApplied unreachable() {
    event::FaultApplied fault;
    fault.kind = "unreachable";
    fault.direction = model::Direction::from_program;
    fault.bytes = "message 1";
    fault.lost = true;
    return fault;
}

TEST(FallsAtARefusal, WhereTheSystemToldIt) {
    const auto falls = [](bool refused, const std::string& error) {
        FailedCase one(Role::client, kUdp, Cause::crashed);
        if (refused) one.add(unreachable());
        return one.errors(error).exited(1).step("server", expect(What::anything), WaitEnd::program_ended);
    };
    const std::string error = "ConnectionRefusedError: [Errno 111] Connection refused\n";
    EXPECT_THAT(said(falls_at_a_refusal, falls(true, error)), HasSubstr("met nobody"));
    EXPECT_EQ(said(falls_at_a_refusal, falls(false, error)), "");
    EXPECT_EQ(said(falls_at_a_refusal, falls(true, "TimeoutError: timed out\n")), "");
}

TEST(WaitsWithoutATimeLimit, OfAnyClient) {
    const auto waits = [](bool lost, const Waits& blocked) {
        FailedCase one(Role::client, kUdp, Cause::missing);
        if (lost) one.add(unreachable());
        return one.step("server", expect(What::anything), WaitEnd::quiet, blocked);
    };
    EXPECT_THAT(said(waits_without_a_time_limit, waits(true, kWaitsInRecv)),
                HasSubstr("No reply came to \"message 1\": nobody was there"));
    EXPECT_EQ(said(waits_without_a_time_limit, waits(false, kWaitsInRecv)), "");
    EXPECT_EQ(said(waits_without_a_time_limit, waits(true, Waits{{WaitCall::read, 0}})), "");
}

TEST(WaitsWithoutATimeLimit, WhenTheOtherSideHasGone) {
    const auto waits = [](bool answered) {
        FailedCase one(Role::client, kUdp, Cause::missing);
        one.received("server", "message 2");
        if (answered) one.sent("server", "got it");
        one.add(event::FaultPlayed{"server", event::FaultPlayed::What::went_away, 0});
        return one.step("server", expect(What::anything), WaitEnd::quiet, kWaitsInRecv);
    };
    EXPECT_THAT(said(waits_without_a_time_limit, waits(false)),
                HasSubstr("No reply came to \"message 2\": the other side went away"));
    EXPECT_EQ(said(waits_without_a_time_limit, waits(true)), "");
}

TEST(EndsInsteadOfGoingOn, AlsoWhenAllWasLost) {
    const auto ends = [](bool sent) {
        FailedCase one(Role::client, kUdp, Cause::exited_early);
        if (sent) one.add(unreachable());
        return one.exited(0).step("server", expect(What::anything), WaitEnd::program_ended);
    };
    EXPECT_THAT(said(ends_instead_of_going_on, ends(true)), HasSubstr("sent 1 message, and then it ended"));
    EXPECT_EQ(said(ends_instead_of_going_on, ends(false)), "");
}

TEST(ReceivesOnAnotherSocket, BoundToAnotherPort) {
    const auto waits = [](std::uint16_t bound) {
        FailedCase one(Role::client, kUdp, Cause::missing);
        one.add(event::Opened{"server", {"127.0.0.1", kPort}, {"127.0.0.1", 50000}});
        one.received("server", "hello")
            .call(Call::bind, {"0.0.0.0", bound})
            .sent("server", "thank you")
            .proof();
        model::Prints prints;
        prints.what = model::Prints::What::reply;
        return one.step(model::kProgram, prints, WaitEnd::quiet, kWaitsInRecv);
    };
    EXPECT_THAT(said(receives_on_another_socket, waits(12001)),
                HasSubstr("from port 50000, and the reply \"thank you\" came to that port"));
    EXPECT_EQ(said(receives_on_another_socket, waits(50000)), "");
}

TEST(HearsTheFirstSenderOnly, BeforeAndAfter) {
    const auto prints = [](const std::string& later) {
        FailedCase one(Role::receiver, kUdp, Cause::missing);
        one.opened("first", 40000).sent("first", "one\n").prints("one\n");
        one.opened("second", 40001).sent("second", "two\n").proof();
        one.step(model::kProgram, model::Prints{}, WaitEnd::quiet, kWaitsInRecv);
        return one.sent("first", "three\n").prints(later);
    };
    EXPECT_THAT(said(hears_the_first_sender_only, prints("three\n")),
                HasSubstr("What the peer 'first' sends is printed, also what came later. \"two\" came from"));
    EXPECT_EQ(said(hears_the_first_sender_only, prints("")), "");
}

TEST(ReadsOneLineOnly, WithALineBehind) {
    const auto reads = [](bool more) {
        FailedCase one(Role::receiver, kUdp, Cause::exited_early);
        one.step(model::kProgram, model::Typed{}).add(event::Typed{"a b\n"}).prints("source 1\n").exited(0);
        if (more) one.add(event::Typed{"c d\n"});
        return one.step(model::kProgram, model::Prints{}, WaitEnd::program_ended).proof();
    };
    EXPECT_THAT(said(reads_one_line_only, reads(true)),
                HasSubstr("after 1 line of its input. \"c d\" came behind"));
    EXPECT_EQ(said(reads_one_line_only, reads(false)), "");
}

TEST(WritesOtherCapitals, AndNothingElse) {
    const auto sends = [](const std::string& bytes) {
        FailedCase one(Role::client, kUdp, Cause::wrong_case);
        one.received("server", bytes).proof();
        model::Expect all = expect(What::all);
        all.messages.resize(1);
        all.messages[0].bytes = "Ping 1 ...";
        return one.step("server", all);
    };
    EXPECT_THAT(said(writes_other_capitals, sends("PING 1 0.5")),
                HasSubstr("sent \"PING 1 \", where \"Ping 1 \" was due"));
    EXPECT_EQ(said(writes_other_capitals, sends("Pong 1 0.5")), "");
}

// Of a pair the ends of all steps stand together, behind everything.
TEST(FailedStep, IsTheOneThatTheFindingNames) {
    FailedCase one(Role::client, kUdp, Cause::wrong_case);
    one.received("server", "hello").sent("server", "HELLO").proof().prints("Reply: hello\n");
    model::Prints prints;
    prints.what = model::Prints::What::reply;
    one.step("server", expect(What::anything)).step(model::kProgram, prints);
    EXPECT_EQ(said(prints_the_request, one), "");
    one.findings[0].step = 1;
    EXPECT_THAT(said(prints_the_request, one), HasSubstr("printed what it had sent: \"hello\""));
}

TEST(SendsBackUnchanged, WhereOtherAnswersMayCome) {
    EXPECT_THAT(said(sends_back_unchanged, replied("hello", "hello", Cause::missing)),
                HasSubstr("without changing it"));
    EXPECT_EQ(said(sends_back_unchanged, replied("hello", "hell", Cause::missing)), "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
