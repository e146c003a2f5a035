// Diagnoses of lines that are sent until they are acknowledged.
#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

using model::Direction;

model::Message line(const std::string& bytes, const std::string& content) {
    model::Message message;
    message.bytes = bytes;
    message.as = "{i} {line}";
    message.content = content;
    return message;
}

event::FaultApplied loses(Direction direction, const std::string& bytes) {
    event::FaultApplied fault;
    fault.kind = "drop";
    fault.direction = direction;
    fault.bytes = bytes;
    fault.lost = true;
    return fault;
}

event::Delivered delivers(const std::string& bytes) {
    event::Delivered delivered;
    delivered.connection = "receiver";
    delivered.bytes = bytes;
    return delivered;
}

// A sender of three lines; each call tells one thing that happened.
struct Sender : FailedCase {
    explicit Sender(Cause first) : FailedCase(Role::sender, kUdp, first) {
        transcript.plan.steps.push_back({"receiver", model::AnswerEach{"ACK {seq}"}, 0});
    }
    Sender& arrives(const std::string& bytes) { return received("receiver", bytes), *this; }
    Sender& is_lost(const std::string& bytes) { return add(loses(Direction::from_program, bytes)), *this; }
    Sender& answered(const std::string& bytes) {
        sent("receiver", bytes);
        return add(delivers(bytes)), *this;
    }
    Sender& answer_is_lost(const std::string& bytes) {
        sent("receiver", bytes);
        return add(loses(Direction::to_program, bytes)), *this;
    }
    FailedCase ends(WaitEnd how = WaitEnd::satisfied, const Waits& waits = {}) {
        model::Expect wanted = expect(model::Expect::What::all);
        wanted.messages = {line("0 apple", "apple"), line("1 river", "river"), line("2 stone", "stone")};
        return step("receiver", wanted, how, waits);
    }
};

TEST(NeverResends, WaitsForWhatIsLost) {
    const auto waits = [](WaitEnd how, bool is_lost) {
        Sender one(Cause::missing);
        one.arrives("0 apple").answered("ACK 0");
        if (is_lost) one.is_lost("1 river");
        return one.ends(how, kWaitsInRecv);
    };
    EXPECT_THAT(said(never_resends, waits(WaitEnd::quiet, true)),
                HasSubstr("The datagram \"1 river\" was lost on its way. Your program has sent it once"));
    EXPECT_EQ(said(never_resends, waits(WaitEnd::backstop, true)), "");
    EXPECT_EQ(said(never_resends, waits(WaitEnd::quiet, false)), "");
    EXPECT_THAT(said(never_resends, Sender(Cause::missing)
                                        .arrives("0 apple")
                                        .answer_is_lost("ACK 0")
                                        .ends(WaitEnd::quiet, kWaitsInRecv)),
                HasSubstr("The acknowledgement of \"0 apple\" was lost"));
}

TEST(NeverResends, OrLateOnly) {
    const auto waits = [](std::int64_t seconds) {
        Sender one(Cause::hung);
        one.arrives("0 apple").answered("ACK 0").is_lost("1 river").is_lost("1 river");
        one.transcript.events.back().at_us = seconds * 1'000'000;
        return one.ends(WaitEnd::backstop, Waits{{WaitCall::poll}});
    };
    EXPECT_THAT(said(never_resends, waits(3)), HasSubstr("lets about 3 seconds pass"));
    EXPECT_EQ(said(never_resends, waits(1)), "");
}

TEST(GivesUpTooEarly, EndsBeforeTheFifthResend) {
    const auto tries = [](int count) {
        Sender one(Cause::exited_early);
        one.arrives("0 apple").answered("ACK 0");
        for (int i = 0; i < count; ++i) one.is_lost("1 river");
        one.exited(1);
        return one.ends(WaitEnd::program_ended);
    };
    EXPECT_THAT(said(gives_up_too_early, tries(1)), HasSubstr("had sent it once when it ended"));
    EXPECT_THAT(said(gives_up_too_early, tries(2)), HasSubstr("had sent it twice"));
    EXPECT_EQ(said(gives_up_too_early, tries(6)), "");
}

TEST(TakesAnyAcknowledgement, OneOfAnEarlierLine) {
    const auto goes_on = [](bool doubled) {
        Sender one(Cause::wrong_order);
        one.arrives("0 apple").answered("ACK 0");
        if (doubled) one.add(delivers("ACK 0"));
        one.is_lost("1 river").arrives("2 stone").proof();
        return one.ends();
    };
    EXPECT_THAT(said(takes_any_acknowledgement, goes_on(true)),
                HasSubstr("\"ACK 0\" came once more while \"1 river\" was not acknowledged"));
    EXPECT_EQ(said(goes_on_without_the_acknowledgement, goes_on(true)), "");
    EXPECT_EQ(said(takes_any_acknowledgement, goes_on(false)), "");
    EXPECT_THAT(said(goes_on_without_the_acknowledgement, goes_on(false)),
                HasSubstr("\"1 river\" was lost on its way, and your program went on"));
}

TEST(SendsSeveralAtATime, ALaterOneWhileAnEarlierIsOpen) {
    const auto window = [](bool waits) {
        Sender one(Cause::wrong_order);
        one.arrives("0 apple").answered("ACK 0").is_lost("1 river");
        if (waits) one.arrives("1 river").answered("ACK 1");
        one.arrives("2 stone").proof();
        if (!waits) one.arrives("1 river").answered("ACK 1");
        return one.ends();
    };
    EXPECT_THAT(said(sends_several_at_a_time, window(false)),
                HasSubstr("sent \"2 stone\" while \"1 river\" was not acknowledged"));
    EXPECT_EQ(said(sends_several_at_a_time, window(true)), "");
}

TEST(OverlooksTheAcknowledgement, CameAgainAndAgain) {
    const auto after = [](int times) {
        Sender one(Cause::exited_early);
        one.arrives("0 apple").answered("ACK 0");
        for (int i = 0; i < times; ++i) one.arrives("1 river").answered("ACK 1");
        one.exited(1);
        return one.ends(WaitEnd::program_ended);
    };
    EXPECT_THAT(said(overlooks_the_acknowledgement, after(4)), HasSubstr("\"ACK 1\" came 4 times"));
    EXPECT_EQ(said(overlooks_the_acknowledgement, after(2)), "");
}

FailedCase first_datagram(const std::string& bytes, Cause cause = Cause::wrong_content) {
    Sender one(cause);
    one.arrives(bytes).proof();
    return one.ends();
}

TEST(WhatIsSent, TheNumberAndTheText) {
    EXPECT_THAT(said(counts_from_one, first_datagram("1 apple\n")),
                HasSubstr("the number 1: \"1 apple\\n\""));
    EXPECT_EQ(said(counts_from_one, first_datagram("2 apple")), "");
    EXPECT_EQ(said(counts_from_one, first_datagram("1 river")), "");

    EXPECT_THAT(said(leaves_out_the_number, first_datagram("apple\n")), HasSubstr("without its number"));
    EXPECT_EQ(said(leaves_out_the_number, first_datagram("an apple")), "");

    EXPECT_THAT(said(sends_the_number_in_bytes, first_datagram(std::string("\0\0\0\0apple", 9))),
                HasSubstr("as 4 bytes"));
    EXPECT_EQ(said(sends_the_number_in_bytes, first_datagram("0000apple")), "");

    EXPECT_THAT(said(sends_all_lines_in_one, first_datagram("0 apple\n1 river\n2 stone\n")),
                HasSubstr("put 3 lines into one datagram"));
    EXPECT_EQ(said(sends_all_lines_in_one, first_datagram("0 apple\n1 rover\n")), "");
}

TEST(SendsMoreThanTheLines, AfterTheLast) {
    const auto and_then = [](bool all) {
        Sender one(Cause::extra);
        one.arrives("0 apple").arrives("1 river");
        if (all) one.arrives("2 stone");
        one.arrives("END").proof();
        return one.ends();
    };
    EXPECT_THAT(said(sends_more_than_the_lines, and_then(true)), HasSubstr("one more datagram: \"END\""));
    EXPECT_EQ(said(sends_more_than_the_lines, and_then(false)), "");
}

TEST(ResendsSomethingElse, TheTextIsInIt) {
    const auto resends = [](const std::string& bytes) {
        Sender one(Cause::extra);
        one.is_lost("0 apple").arrives(bytes).proof();
        return one.ends();
    };
    EXPECT_THAT(said(resends_something_else, resends("RETRY 0 apple")), HasSubstr("\"RETRY 0 apple\""));
    EXPECT_EQ(said(resends_something_else, resends("hello")), "");
}

// A receiver to which three lines are sent until they are acknowledged.
struct Receiver : FailedCase {
    explicit Receiver(Cause first) : FailedCase(Role::receiver, kUdp, first) {
        model::Send lines;
        lines.messages = {line("0 apple", "apple"), line("1 river", "river"), line("2 stone", "stone")};
        lines.until = "ACK {i}";
        lines.tries = 5;
        lines.answers = {"ACK 0", "ACK 1", "ACK 2"};
        transcript.plan.steps.push_back({"sender", lines, 0});
        opened("sender", 40000);
    }
    Receiver& comes(const std::string& bytes) {
        sent("sender", bytes);
        return add(delivers(bytes)), *this;
    }
    Receiver& answers(const std::string& bytes) { return received("sender", bytes), *this; }
    Receiver& answer_is_lost(const std::string& bytes) {
        return add(loses(Direction::from_program, bytes)), *this;
    }
    FailedCase ends(WaitEnd how = WaitEnd::quiet) { return add(event::StepEnded{0, how, kWaitsInRecv}); }
};

TEST(AcknowledgesOnceOnly, NothingForTheDouble) {
    EXPECT_THAT(said(acknowledges_once_only, Receiver(Cause::no_reply)
                                                 .comes("0 apple")
                                                 .answer_is_lost("ACK 0")
                                                 .comes("0 apple")
                                                 .comes("0 apple")
                                                 .ends()),
                HasSubstr("The line then came twice more"));
    EXPECT_EQ(said(acknowledges_once_only, Receiver(Cause::no_reply).comes("0 apple").ends()), "");
    EXPECT_EQ(said(acknowledges_once_only,
                   Receiver(Cause::no_reply).comes("0 apple").answer_is_lost("ACK 0").ends()),
              "");
}

FailedCase answered_with(const std::string& bytes) {
    Receiver one(Cause::wrong_content);
    one.comes("0 apple").answers("ACK 0").comes("1 river").answers(bytes).proof();
    return one.ends();
}

TEST(AcknowledgesWithAnotherNumber, OfAnotherLine) {
    EXPECT_THAT(said(acknowledges_with_another_number, answered_with("ACK 7\n")),
                HasSubstr("answered \"1 river\" with \"ACK 7\\n\" instead of \"ACK 1\""));
    EXPECT_EQ(said(acknowledges_with_another_number, answered_with("ACK")), "");
    EXPECT_EQ(said(acknowledges_with_another_number, answered_with("7")), "");
    Receiver next(Cause::wrong_content);
    next.comes("0 apple").answers("ACK 1").proof();
    EXPECT_THAT(said(acknowledges_with_another_number, next.ends()), HasSubstr("TCP acknowledges"));
    // Twice for the first, before the second had come.
    Receiver twice(Cause::exited_early);
    twice.comes("0 apple").comes("0 apple").answers("ACK 0").answers("ACK 0").proof();
    twice.comes("1 river");
    EXPECT_EQ(said(acknowledges_with_another_number, twice.ends()), "");
}

TEST(TakesANewLineForADouble, AcknowledgedAndNotPrinted) {
    const auto keeps = [](const std::string& output) {
        Receiver one(Cause::missing);
        one.comes("0 apple").answers("ACK 0").prints(output);
        return one.comes("1 river").answers("ACK 1").ends();
    };
    EXPECT_THAT(said(takes_a_new_line_for_a_double, keeps("apple\n")),
                HasSubstr("\"1 river\" was acknowledged, but not printed"));
    EXPECT_EQ(said(takes_a_new_line_for_a_double, keeps("")), "");
    EXPECT_EQ(said(takes_a_new_line_for_a_double, keeps("apple\nriver\nstone\n")), "");
}

// As the programs of a pair have it: the answers are asked of the receiver.
TEST(AcknowledgesNothing, InAPair) {
    const auto pair = [](bool answers) {
        FailedCase one(Role::receiver, kUdp, Cause::no_reply);
        model::Send lines;
        lines.messages = {line("0 apple", "apple")};
        one.transcript.plan.steps.push_back({"sender", lines, 0});
        one.transcript.plan.steps.push_back(
            {model::kProgram, model::AnswerEach{"ACK {seq}", {{"seq", "", " "}}}, 0});
        one.opened("sender", 40000).sent("sender", "0 apple");
        if (answers) one.received("sender", "ACK 0");
        return one.add(event::StepEnded{1, WaitEnd::quiet, kWaitsInRecv});
    };
    EXPECT_THAT(said(acknowledges_nothing, pair(false)), HasSubstr("sent nothing back"));
    EXPECT_EQ(said(acknowledges_nothing, pair(true)), "");
}

TEST(AcknowledgesInAnotherForm, TooLittleOrTooMuch) {
    EXPECT_THAT(said(acknowledges_in_another_form, answered_with("ACK")), HasSubstr("without a number"));
    EXPECT_THAT(said(acknowledges_in_another_form, answered_with("ACK 1 river")),
                HasSubstr("with more than the number"));
    EXPECT_THAT(said(acknowledges_in_another_form, answered_with("1")), HasSubstr("with the number alone"));
    EXPECT_EQ(said(acknowledges_in_another_form, answered_with("ACK 7")), "");
}

TEST(AcknowledgesNothing, OrToAnotherPort) {
    EXPECT_THAT(
        said(acknowledges_nothing, Receiver(Cause::no_reply).comes("0 apple").comes("0 apple").ends()),
        HasSubstr("\"0 apple\" came twice, and your program sent nothing back"));
    Receiver astray(Cause::no_reply);
    astray.comes("0 apple").call(Call::sendto, {"127.0.0.1", kPort});
    EXPECT_THAT(said(acknowledges_nothing, astray.ends()),
                HasSubstr("came from port 40000, but your program sent its acknowledgement to port 12000"));
    EXPECT_EQ(said(acknowledges_nothing, Receiver(Cause::no_reply).comes("0 apple").answers("ACK 0").ends()),
              "");
}

TEST(PrintsDoubles, AsOftenAsItCame) {
    const auto shown = [](bool came_twice, bool other_between) {
        Receiver one(Cause::extra);
        one.comes("0 apple").prints("apple\n");
        if (other_between) one.comes("1 river").prints("river\n");
        if (came_twice) one.comes("0 apple");
        one.prints("apple\n");
        return one.ends();
    };
    EXPECT_THAT(said(prints_doubles, shown(true, false)),
                HasSubstr("came twice, and your program printed it twice"));
    EXPECT_THAT(said(prints_doubles, shown(true, true)), HasSubstr("with other lines in between"));
    EXPECT_EQ(said(prints_doubles, shown(false, false)), "");
}

TEST(EndsAtADouble, TheLastThingThatCame) {
    const auto after = [](const std::string& last) {
        Receiver one(Cause::exited_early);
        one.comes("0 apple").answers("ACK 0").comes(last).exited(0);
        return one.ends(WaitEnd::program_ended);
    };
    EXPECT_THAT(said(ends_at_a_double, after("0 apple")),
                HasSubstr("came once more, and then your program ended"));
    EXPECT_EQ(said(ends_at_a_double, after("1 river")), "");
}

// Its peer does answer.
TEST(WaitsForAReply, NotWhereThePeerAnswers) {
    Sender one(Cause::hung);
    one.arrives("0 apple");
    EXPECT_EQ(
        said(waits_for_a_reply, one.step(model::kProgram, model::Exits{}, WaitEnd::quiet, kWaitsInRecv)), "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
