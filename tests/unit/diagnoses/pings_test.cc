// Diagnoses of ping clients.
#include "diagnoses/pings.hh"
#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

using model::Direction;

// A client that shall send three pings, "Ping 1 " and so on, on a link.
class PingCase : public FailedCase {
  public:
    explicit PingCase(Cause first_cause) : FailedCase(Role::client, Transport::udp, first_cause) {
        transcript.plan.faults.resize(1);
        transcript.plan.steps.push_back({"server", model::AnswerEach{}, 0});
        model::Expect all = expect(model::Expect::What::all);
        for (const char* text : {"Ping 1 ...", "Ping 2 ...", "Ping 3 ..."}) {
            model::Message message;
            message.text = message.bytes = text;
            all.messages.push_back(message);
        }
        transcript.plan.steps.push_back({"server", all, 0});
    }
    PingCase& ping(const std::string& bytes) {
        received("server", bytes);
        return *this;
    }
    PingCase& lost(const std::string& bytes) {
        event::FaultApplied fault;
        fault.kind = "drop";
        fault.bytes = bytes;
        fault.lost = true;
        add(fault);
        return *this;
    }
    PingCase& came(const std::string& bytes) {
        event::Delivered delivered;
        delivered.connection = "server";
        delivered.direction = Direction::to_program;
        delivered.bytes = bytes;
        add(delivered);
        return *this;
    }
    PingCase& answered(const std::string& bytes) { return ping(bytes).came(bytes); }
    // The expectation ends.
    PingCase& ends(WaitEnd how, const Waits& waits = {}) {
        add(event::StepEnded{1, how, waits});
        return *this;
    }
    PingCase& outputs(const std::string& text) {
        prints(text).proof();
        return *this;
    }
    PingCase& has_to_print(const std::string& pattern) {
        model::Prints prints;
        prints.what = model::Prints::What::pattern;
        prints.pattern = pattern;
        step(model::kProgram, prints, WaitEnd::program_ended);
        return *this;
    }
};

TEST(CountsFromAnotherNumber, TheRestIsAsItShouldBe) {
    const auto first = [](const std::string& bytes) {
        return PingCase(Cause::wrong_content).ping(bytes).ends(WaitEnd::satisfied);
    };
    EXPECT_THAT(said(counts_from_another_number, first("Ping 0 12:00")),
                HasSubstr("has the number 0: \"Ping 0 12:00\". The numbers begin with 1"));
    EXPECT_EQ(said(counts_from_another_number, first("Ping 1 12:00")), "");
    EXPECT_EQ(said(counts_from_another_number, first("PING 0 12:00")), "");
    EXPECT_EQ(said(counts_from_another_number, first("Ping")), "");
}

TEST(SendsSeveralInOne, TheSecondStandsInTheFirst) {
    EXPECT_THAT(said(sends_several_in_one, PingCase(Cause::missing).answered("Ping 1 x\nPing 2 x\nPing 3 x")),
                HasSubstr("has 3 of the 3 pings in it"));
    EXPECT_EQ(said(sends_several_in_one, PingCase(Cause::missing).answered("Ping 1 x")), "");
    // A time that happens to be the same number.
    EXPECT_EQ(said(sends_several_in_one, PingCase(Cause::missing).answered("Ping 1 2")), "");
}

TEST(SendsTheSameNumberAgain, ThoughTheReplyHadCome) {
    auto same = PingCase(Cause::extra).answered("Ping 1 x").answered("Ping 1 y");
    EXPECT_THAT(said(sends_the_same_number_again, same),
                HasSubstr("sent the same number again: \"Ping 1 y\""));
    EXPECT_EQ(said(sends_a_lost_ping_again, same), "");
    EXPECT_EQ(
        said(sends_the_same_number_again, PingCase(Cause::extra).answered("Ping 1 x").answered("Ping 2 x")),
        "");
}

TEST(SendsALostPingAgain, ItsReplyWasLost) {
    auto again = PingCase(Cause::extra).ping("Ping 1 x").lost("Ping 1 x").answered("Ping 1 y");
    EXPECT_THAT(said(sends_a_lost_ping_again, again), HasSubstr("The reply to \"Ping 1 x\" was lost"));
    EXPECT_EQ(said(sends_the_same_number_again, again), "");
}

TEST(StopsTooEarly, AfterTwoOfThree) {
    const auto after_two = [](int status, bool second_is_lost) {
        PingCase one(Cause::exited_early);
        one.answered("Ping 1 x").ping("Ping 2 x");
        second_is_lost ? one.lost("Ping 2 x") : one.came("Ping 2 x");
        one.exited(status);
        return one.ends(WaitEnd::program_ended);
    };
    EXPECT_THAT(said(stops_too_early, after_two(0, false)), HasSubstr("sent 2 of the 3 pings"));
    EXPECT_EQ(said(stops_too_early, after_two(1, false)), "");
    PingCase one(Cause::exited_early);
    one.answered("Ping 1 x\nPing 2 x\nPing 3 x").exited(0);
    EXPECT_EQ(said(stops_too_early, one.ends(WaitEnd::program_ended)), "");
    EXPECT_EQ(said(stops_too_early, after_two(0, true)), "");
}

TEST(WaitsWithoutATimeLimit, ForAReplyThatWasLost) {
    const auto waits = [](bool is_lost, const Waits& blocked, WaitEnd how = WaitEnd::quiet) {
        PingCase one(Cause::missing);
        one.answered("Ping 1 x").ping("Ping 2 x");
        is_lost ? one.lost("Ping 2 x") : one.came("Ping 2 x");
        return one.ends(how, blocked);
    };
    EXPECT_THAT(said(waits_without_a_time_limit, waits(true, Waits{{WaitCall::recvfrom, 3}})),
                HasSubstr("The reply to \"Ping 2 x\" was lost, and your program waits for it in recvfrom()"));
    EXPECT_THAT(said(waits_without_a_time_limit, waits(true, Waits{{WaitCall::poll}})),
                HasSubstr("much too long"));
    EXPECT_EQ(said(waits_without_a_time_limit, waits(false, Waits{{WaitCall::recvfrom, 3}})), "");
    EXPECT_EQ(said(waits_without_a_time_limit, waits(true, Waits{{WaitCall::read, 0}})), "");
    EXPECT_EQ(said(waits_without_a_time_limit, waits(true, Waits{{WaitCall::poll}}, WaitEnd::backstop)), "");
}

TEST(GivesUpAtATimeOut, WithOrWithoutAnException) {
    const auto gives_up = [](int status, const std::string& errors, bool is_lost = true) {
        PingCase one(Cause::exited_early);
        one.answered("Ping 1 x").ping("Ping 2 x");
        is_lost ? one.lost("Ping 2 x") : one.came("Ping 2 x");
        one.errors(errors).exited(status);
        return one.ends(WaitEnd::program_ended);
    };
    EXPECT_THAT(said(gives_up_at_a_time_out, gives_up(0, "")), HasSubstr("instead of going on"));
    EXPECT_THAT(said(gives_up_at_a_time_out, gives_up(1, "TimeoutError: timed out\n")),
                HasSubstr("the exception of the time-out"));
    EXPECT_THAT(
        said(gives_up_at_a_time_out, gives_up(1, "java.net.SocketTimeoutException: Receive timed out\n")),
        HasSubstr("the exception of the time-out"));
    EXPECT_EQ(said(gives_up_at_a_time_out, gives_up(1, "NameError: name 'x' is not defined\n")), "");
    EXPECT_EQ(said(gives_up_at_a_time_out, gives_up(0, "", false)), "");
}

TEST(WaitsAgainForALostReply, OneTimeOutAfterTheOther) {
    const auto waits = [](const std::string& output) {
        return PingCase(Cause::hung)
            .ping("Ping 1 x")
            .lost("Ping 1 x")
            .outputs(output)
            .ends(WaitEnd::backstop, Waits{{WaitCall::recvfrom, 3}});
    };
    EXPECT_THAT(said(waits_again_for_a_lost_reply, waits("Request timed out\nRequest timed out\n")),
                HasSubstr("said 2 times that it timed out, and never sent the next ping"));
    EXPECT_EQ(said(waits_again_for_a_lost_reply, waits("Request timed out\n")), "");
}

TEST(WaitsAgainForALostReply, OfAClientThatSendsAnything) {
    const auto waits = [](const std::string& output) {
        FailedCase one(Role::client, kUdp, Cause::hung);
        one.received("server", "message 1").sent("server", "hello");
        event::FaultApplied fault;
        fault.kind = "drop";
        fault.lost = true;
        fault.direction = model::Direction::to_program;
        fault.bytes = "hello";
        return one.add(fault).prints(output).proof().step("server", expect(model::Expect::What::anything),
                                                          WaitEnd::backstop, Waits{{WaitCall::poll, 3}});
    };
    EXPECT_THAT(said(waits_again_for_a_lost_reply, waits("No answer\nNo answer\nNo answer\n")),
                HasSubstr("printed \"No answer\" 3 times, and never sent its next message"));
    EXPECT_EQ(said(waits_again_for_a_lost_reply, waits("No answer\n")), "");
}

TEST(TakesAnyReply, ALateOneForTheNextPing) {
    const auto late = [](const std::string& output) {
        return PingCase(Cause::missing)
            .ping("Ping 1 x")
            .ping("Ping 2 x")
            .lost("Ping 2 x")
            .came("Ping 1 x")
            .answered("Ping 3 x")
            .ends(WaitEnd::satisfied)
            .outputs(output)
            .has_to_print("two time-outs");
    };
    EXPECT_THAT(said(takes_any_reply, late("Request timed out\nReply: 1 ms\nReply: 1 ms\n")),
                HasSubstr("The reply to \"Ping 1 x\" came late, when your program had sent \"Ping 2 x\""));
    EXPECT_EQ(said(takes_any_reply, late("Request timed out\nRequest timed out\nReply: 1 ms\n")), "");
    EXPECT_EQ(said(takes_any_reply, late("lost\nlost\nReply: 1 ms\n")), "");
}

TEST(TakesAnyReply, UnlessItDidNotWaitForTheRightOne) {
    const auto late = [](std::int64_t next_at_us) {
        PingCase one(Cause::missing);
        one.ping("Ping 1 x");
        one.transcript.events.back().at_us = 1;
        one.ping("Ping 2 x");
        one.transcript.events.back().at_us = next_at_us;
        return one.lost("Ping 2 x")
            .came("Ping 1 x")
            .answered("Ping 3 x")
            .ends(WaitEnd::satisfied)
            .outputs("Request timed out\nReply: 1 ms\nReply: 1 ms\n")
            .has_to_print("two time-outs");
    };
    EXPECT_THAT(said(takes_any_reply, late(2000)), HasSubstr("it did not wait a second for it"));
    EXPECT_THAT(said(takes_any_reply, late(1'001'000)), HasSubstr("came late"));
}

TEST(PrintsAnotherLoss, ThanTheOneThatThereWas) {
    const auto prints = [](const std::string& loss, const std::string& pattern = "33 ?%") {
        return PingCase(Cause::missing)
            .answered("Ping 1 x")
            .ping("Ping 2 x")
            .lost("Ping 2 x")
            .answered("Ping 3 x")
            .ends(WaitEnd::satisfied)
            .outputs("Request timed out\n" + loss + "\n")
            .has_to_print(pattern);
    };
    EXPECT_THAT(said(prints_another_loss, prints("Loss: 0 %")), HasSubstr("printed 0%. | In C, Java and Go"));
    EXPECT_THAT(said(prints_another_loss, prints("Loss: 66.667%")), HasSubstr("the share that came back"));
    EXPECT_THAT(said(prints_another_loss, prints("Loss: 50.0%")), HasSubstr("lost * 100 / 10"));
    EXPECT_EQ(said(prints_another_loss, prints("Loss: 33.333%")), "");  // right, if oddly written
    EXPECT_EQ(said(prints_another_loss, prints("Loss: 1")), "");
    EXPECT_EQ(said(prints_another_loss, prints("%")), "");
    EXPECT_EQ(said(prints_another_loss, prints("Loss: 0 %", "something else")), "");
}

TEST(PrintsTooManyTimeOuts, OfPingsThatWereAnswered) {
    const auto prints = [](const std::string& output) {
        return PingCase(Cause::missing)
            .answered("Ping 1 x")
            .ping("Ping 2 x")
            .lost("Ping 2 x")
            .answered("Ping 3 x")
            .ends(WaitEnd::satisfied)
            .outputs(output)
            .has_to_print("33%");
    };
    const std::string once = "Request timed out\n";
    EXPECT_THAT(said(prints_too_many_time_outs, prints(once + once + once)),
                HasSubstr("said 3 times that a ping timed out, and of the 3 replies one was lost or late"));
    EXPECT_EQ(said(prints_too_many_time_outs, prints(once)), "");
    EXPECT_EQ(said(prints_too_many_time_outs, prints(once + once)), "");  // perhaps in two ways
}

TEST(Pings, OtherExercisesAreLeftAlone) {
    FailedCase other(Role::client, Transport::udp, Cause::missing);
    other.received("server", "Ping 1 x").step("server", expect(model::Expect::What::given));
    EXPECT_FALSE(pings_of({other.transcript, other.findings, other.cause}).has_value());
}

}  // namespace
}  // namespace sockgrade::diagnoses
