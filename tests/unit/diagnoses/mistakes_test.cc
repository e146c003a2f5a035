// What looks alike from outside and has different reasons.
#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

using What = model::Expect::What;

FailedCase second_client(WaitEnd how, const Waits& blocked, bool closes_first = false) {
    FailedCase one(Role::receiver, kTcp, Cause::hung);
    one.opened("first", 40000).sent("first", "one\n").prints("one\n").add(event::Closed{"first"});
    if (closes_first) one.add(event::Finished{"first", true});
    one.opened("second", 40001).sent("second", "two\n").proof();
    return one.step(model::kProgram, model::Prints{}, how, blocked);
}

TEST(StaysWithTheFirstClient, WhenThatHasLeft) {
    EXPECT_THAT(
        said(stays_with_the_first_client, second_client(WaitEnd::backstop, Waits{{WaitCall::none}})),
        HasSubstr("The peer 'first' has left. The peer 'second' has connected since and sent \"two\""));
    EXPECT_EQ(said(spins, second_client(WaitEnd::backstop, Waits{{WaitCall::none}})), "");
    EXPECT_EQ(said(never_accepts, second_client(WaitEnd::quiet, Waits{{WaitCall::sleep}})), "");
    EXPECT_EQ(said(stays_with_the_first_client, second_client(WaitEnd::quiet, Waits{{WaitCall::accept, 3}})),
              "");
    EXPECT_EQ(
        said(stays_with_the_first_client, second_client(WaitEnd::backstop, Waits{{WaitCall::none}}, true)),
        "");
}

FailedCase beat(const std::string& output, WaitEnd how, const Waits& blocked) {
    FailedCase one(Role::receiver, kUdp, Cause::missing);
    if (!output.empty()) one.prints(output);
    return one.step(model::kProgram, model::KeepsPrinting{}, how, blocked);
}

TEST(WaitsInSilence, AHeartThatBeatsTooSeldomIsNotKeptInABuffer) {
    EXPECT_THAT(said(waits_in_silence, beat("beat\n", WaitEnd::quiet, Waits{{WaitCall::sleep}})),
                HasSubstr("its pause between two signs of life"));
    EXPECT_THAT(said(waits_in_silence, beat("beat\n", WaitEnd::backstop, Waits{{WaitCall::sleep}})),
                Not(HasSubstr("flush")));
    EXPECT_THAT(said(waits_in_silence, beat("", WaitEnd::backstop, Waits{{WaitCall::sleep}})),
                HasSubstr("flush"));
    EXPECT_THAT(said(waits_in_silence, beat("hello\n", WaitEnd::quiet, kWaitsInRecv)),
                HasSubstr("setblocking(False)"));
}

TEST(LeavesSomeLetters, NamesThem) {
    EXPECT_THAT(said(leaves_some_letters, replied("a lazy zoo", "A LAzY zOO", Cause::wrong_case)),
                HasSubstr("only \"z\" stayed small"));
    EXPECT_THAT(said(leaves_some_letters, replied("hello you", "hELLO YOU", Cause::wrong_case)),
                HasSubstr("The beginning of the text, \"h\""));
    EXPECT_THAT(said(leaves_some_letters, replied("hello you all", "HELLO you all", Cause::wrong_case)),
                HasSubstr("From \"you all\" on"));
    EXPECT_EQ(said(leaves_some_letters, replied("hello you", "hello you", Cause::wrong_case)), "");
    EXPECT_EQ(said(leaves_some_letters, replied("hello", "HELLo", Cause::wrong_case)), "");
    EXPECT_EQ(said(leaves_some_letters, replied("hello", "xELLO", Cause::wrong_content)), "");
}

TEST(CutsTextAt, FiveBytesAreEnoughAtTheEndOfALineOrInQuotes) {
    EXPECT_THAT(said(cuts_text_at, shown("good morning, you", "good \n")),
                HasSubstr("Only the first 5 bytes"));
    EXPECT_THAT(said(cuts_text_at, shown("good morning, you", "Got \"good \" from it\n")),
                HasSubstr("Only the first 5 bytes"));
    EXPECT_EQ(said(cuts_text_at, shown("good morning, you", "Got a good message\n")), "");
}

TEST(ShowsAnObject, BytesAsNumbers) {
    EXPECT_THAT(said(shows_an_object, shown("good morning", "Received: [103 111 111 100 32 109]\n")),
                HasSubstr("printed each byte as a number, \"103 111 111 100 32\""));
    EXPECT_THAT(said(shows_an_object, shown("good morning", "676f6f64206d6f\n")), HasSubstr("676f6f6420"));
    EXPECT_EQ(said(shows_an_object, shown("good morning", "103 bytes\n")), "");
}

TEST(ConnectsToTheFirstPeer, OrToNobody) {
    const auto asked = [](std::uint16_t port) {
        FailedCase one(Role::server, kUdp, Cause::no_reply);
        one.call(Call::bind, {"0.0.0.0", kPort}).call(Call::connect, {"127.0.0.1", port});
        one.opened("client", 40000).sent("client", "hello").proof();
        return one.step("client", expect(What::capitals), WaitEnd::quiet, kWaitsInRecv);
    };
    EXPECT_THAT(said(connects_to_the_first_peer, asked(5005)),
                HasSubstr("connected its UDP socket to 127.0.0.1:5005"));
    EXPECT_EQ(said(connects_to_the_first_peer, asked(53)), "");
    EXPECT_EQ(said(connects_to_the_first_peer, asked(40000)), "");
}

TEST(BindNotCalled, ListenCameFirst) {
    FailedCase one(Role::server, kTcp, Cause::wrong_address);
    one.call(Call::listen, {"0.0.0.0", 33000}, 0, true).call(Call::bind, {"0.0.0.0", kPort}, EINVAL);
    EXPECT_THAT(said(bind_not_called, one), HasSubstr("listen() before bind()"));
}

TEST(NeverListens, ConnectsInItsPlace) {
    FailedCase one(Role::server, kTcp, Cause::crashed);
    one.call(Call::connect, {"127.0.0.1", kPort}).errors("ConnectionRefusedError\n").exited(1);
    one.step("client", model::Connect{}, WaitEnd::program_ended);
    EXPECT_THAT(said(never_listens, one), HasSubstr("called connect() for 127.0.0.1:12000"));
}

TEST(NeverSends, WhoWasGreetedMayWaitForMore) {
    const auto waits = [](bool greeted) {
        FailedCase one(Role::client, kTcp, Cause::missing);
        one.call(Call::connect, {"127.0.0.1", kPort}).opened("server", kPort);
        if (greeted) one.sent("server", "220 ready\r\n");
        return one.step("server", expect(What::anything), WaitEnd::quiet, Waits{{WaitCall::recvfrom, 3}});
    };
    EXPECT_THAT(said(never_sends, waits(false)), HasSubstr("it has sent nothing"));
    EXPECT_EQ(said(never_sends, waits(true)), "");
}

TEST(SleepsTooLong, WhileSomethingIsThere) {
    const auto asked = [](const Waits& blocked, const std::string& output) {
        FailedCase one(Role::server, kTcp, Cause::no_reply);
        one.opened("client", 40000).sent("client", "hello").proof();
        if (!output.empty()) one.prints(output);
        return one.step("client", expect(What::capitals), WaitEnd::quiet, blocked);
    };
    EXPECT_THAT(said(sleeps_too_long, asked(Waits{{WaitCall::sleep}}, "")),
                HasSubstr("\"hello\" had come, and your program pauses"));
    EXPECT_EQ(said(sleeps_too_long, asked(Waits{{WaitCall::sleep}}, "hello\n")), "");
    EXPECT_EQ(said(sleeps_too_long, asked(kWaitsInRecv, "")), "");
    EXPECT_EQ(said(sleeps_too_long, asked(Waits{{WaitCall::recvfrom, 3}, {WaitCall::sleep}}, "")), "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
