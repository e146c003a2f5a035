// Diagnoses of two equals that chat.
#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

constexpr std::uint16_t kOwnPort = 13000;

FailedCase equal(Cause cause) {
    FailedCase one(Role::peer, kTcp, cause);
    one.transcript.plan.given.own_port = kOwnPort;
    return one;
}

TEST(OnlyCallsTheOther, NeverListens) {
    EXPECT_THAT(said(only_calls_the_other, equal(Cause::hung)
                                               .call(Call::connect, {"127.0.0.1", kPort})
                                               .call(Call::connect, {"127.0.0.1", kPort})),
                HasSubstr("2 times, who was not there yet, and never listened itself"));
    EXPECT_EQ(said(only_calls_the_other, equal(Cause::hung)
                                             .call(Call::connect, {"127.0.0.1", kPort})
                                             .call(Call::listen, {"0.0.0.0", kOwnPort})),
              "");
    EXPECT_EQ(
        said(only_calls_the_other, equal(Cause::crashed).call(Call::connect, {"127.0.0.1", kPort}).exited(1)),
        "");
}

TEST(HearsOneLineOfEach, OfConnectionsThatItKeepsItself) {
    const auto loses = [](const std::string& its_second) {
        return equal(Cause::missing)
            .opened("partner", 40000)
            .sent("partner", "first\n")
            .prints("first\n")
            .received("partner", "one\n")
            .received("partner", its_second)
            .sent("partner", "second\n");
    };
    EXPECT_THAT(said(hears_one_line_of_each, loses("two\n")),
                HasSubstr("\"second\" was another one, and is lost"));
    // It may have been about to close it: a connection for each line.
    EXPECT_EQ(said(hears_one_line_of_each, loses("")), "");
    EXPECT_EQ(said(hears_one_line_of_each, loses("two\n").prints("second\n")), "");
}

TEST(SendsBackWhatItHears, AsAnEchoServerWould) {
    const auto answers = [](const std::string& bytes) {
        return equal(Cause::extra)
            .opened("partner", 40000)
            .sent("partner", "hello\n")
            .received("partner", bytes);
    };
    EXPECT_THAT(said(sends_back_what_it_hears, answers("hello\n")),
                HasSubstr("\"hello\" came from the other one"));
    EXPECT_EQ(said(sends_back_what_it_hears, answers("typed\n")), "");
}

TEST(SendsEachLineTwice, ByOneConnection) {
    const auto hears = [](const std::string& second) {
        return equal(Cause::extra)
            .opened("partner", 40000)
            .opened("other way", 40001)
            .add(event::Typed{"good day\n"})
            .received("partner", "good ")
            .received("partner", "day\n")
            .received(second, "good day\n");
    };
    EXPECT_THAT(said(sends_each_line_twice, hears("partner")),
                HasSubstr("\"good day\" was typed once, and your program sent it twice"));
    EXPECT_EQ(said(sends_each_line_twice, hears("other way")), "");
}

FailedCase lines_heard(const std::vector<std::string>& pieces) {
    model::Expect lines = expect(model::Expect::What::typed_lines);
    for (const char* line : {"red", "blue"}) lines.messages.emplace_back().bytes = line;
    FailedCase one = equal(Cause::missing);
    one.opened("partner", 40000);
    for (const std::string& piece : pieces) one.received("partner", piece);
    return one.proof().step("partner", lines, WaitEnd::quiet);
}

TEST(LeavesOutLineEnds, AllOfThem) {
    EXPECT_THAT(said(leaves_out_line_ends, lines_heard({"red", "blue"})), HasSubstr("\"redblue\" came"));
    EXPECT_EQ(said(leaves_out_line_ends, lines_heard({"red\n", "blue"})), "");
    EXPECT_EQ(said(leaves_out_line_ends, lines_heard({"red"})), "");
}

TEST(SendsALengthFirst, BeforeALineThatWasTyped) {
    const std::string length("\0\x05", 2);
    EXPECT_THAT(said(sends_a_length_first, lines_heard({"red\n", length + "blue\n"})),
                HasSubstr("They are its length, 5"));
    EXPECT_EQ(said(sends_a_length_first, lines_heard({"red\n", "12blue\n"})), "");
}

TEST(KeepsWhatIsTyped, WhenTheyHaveMet) {
    const auto typed = [](bool met, const Waits& blocked) {
        FailedCase one = equal(Cause::missing);
        if (met) one.opened("partner", 40000);
        return one.add(event::Typed{"good day\n"})
            .step("partner", expect(model::Expect::What::typed), WaitEnd::quiet, blocked);
    };
    EXPECT_THAT(said(keeps_what_is_typed, typed(true, Waits{{WaitCall::epoll_wait}})),
                HasSubstr("\"good day\" was typed"));
    EXPECT_THAT(said(keeps_what_is_typed, typed(true, kWaitsInRecv)), HasSubstr("in two threads"));
    EXPECT_EQ(said(keeps_what_is_typed, typed(false, Waits{{WaitCall::epoll_wait}})), "");
}

TEST(WaitsForTheKeyboard, WhatCameBeforeIsThere) {
    const auto heard = [](const std::string& output, const Waits& blocked) {
        FailedCase one = equal(Cause::missing);
        one.opened("partner", 40000)
            .sent("partner", "first\n")
            .prints(output)
            .sent("partner", "second\n")
            .proof();
        return one.step(model::kProgram, model::Prints{}, WaitEnd::quiet, blocked);
    };
    EXPECT_THAT(said(waits_for_the_keyboard, heard("first\n", Waits{{WaitCall::read, 0}})),
                HasSubstr("\"first\" came and was printed, and then \"second\", which was not"));
    EXPECT_EQ(said(waits_for_the_keyboard, heard("", Waits{{WaitCall::read, 0}})), "");
    EXPECT_EQ(said(waits_for_the_keyboard, heard("first\n", Waits{{WaitCall::recvfrom, 4}})), "");
    EXPECT_EQ(
        said(waits_for_the_keyboard, heard("first\n", Waits{{WaitCall::read, 0}, {WaitCall::recvfrom, 4}})),
        "");
}

TEST(WaitsForTheKeyboard, WhereNobodyTypes) {
    const auto asks = [](bool is_typed) {
        FailedCase one(Role::client, kUdp, Cause::never_connected);
        if (is_typed) one.add(event::Typed{"hello\n"});
        return one.step("server", expect(model::Expect::What::anything), WaitEnd::quiet,
                        Waits{{WaitCall::read, 0}});
    };
    EXPECT_THAT(said(waits_for_the_keyboard, asks(false)), HasSubstr("Nobody does in this exercise"));
    EXPECT_THAT(said(waits_for_the_keyboard, asks(true)), HasSubstr("\"hello\" had been typed"));
    EXPECT_EQ(said(waits_for_the_keyboard, asks(true).call(Call::sendto, {"127.0.0.1", kPort})), "");
}

TEST(CallsItself, AtItsOwnPort) {
    const auto calls = [](std::uint16_t port) {
        FailedCase one(Role::peer, kTcp, Cause::missing);
        one.transcript.plan.given.own_port = 12001;
        return one.call(Call::listen, {"0.0.0.0", 12001})
            .call(Call::connect, {"127.0.0.1", port})
            .step("peer", expect(model::Expect::What::given), WaitEnd::quiet, Waits{{WaitCall::select}});
    };
    EXPECT_THAT(said(calls_itself, calls(12001)), HasSubstr("called port 12001, which is its own"));
    EXPECT_EQ(said(calls_itself, calls(kPort)), "");
}

TEST(NeverCallsTheOther, AlsoWhenItIsCalledLater) {
    FailedCase waits = equal(Cause::missing);
    waits.call(Call::listen, {"0.0.0.0", kOwnPort}).proof();
    waits.step("partner", expect(model::Expect::What::typed), WaitEnd::quiet).opened("partner", 40000);
    EXPECT_THAT(said(never_calls_the_other, waits), HasSubstr("never calls"));
    EXPECT_EQ(said(listens_instead_of_connecting, waits), "");
}

TEST(UsesAnotherAddress, OfThePortWhereItListens) {
    const auto listens_at = [](std::uint16_t port) {
        return equal(Cause::wrong_address)
            .call(Call::bind, {"0.0.0.0", port})
            .call(Call::connect, {"127.0.0.1", kPort});
    };
    EXPECT_THAT(said(uses_another_address, listens_at(5000)),
                HasSubstr("given port 13000, and bound its socket to port 5000"));
    EXPECT_EQ(said(uses_another_address, listens_at(kOwnPort)), "");
}

TEST(WrongTransport, OfAnEqualThatNothingCameOf) {
    const auto speaks = [](Transport transport) {
        return equal(Cause::never_connected).add(event::SocketCall{Call::bind, transport, {"::", kOwnPort}});
    };
    EXPECT_THAT(said(wrong_transport, speaks(kUdp)), HasSubstr("made a UDP socket"));
    EXPECT_EQ(said(wrong_transport, speaks(kTcp)), "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
