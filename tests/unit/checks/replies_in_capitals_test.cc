#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>
#include <string>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using namespace std::string_literals;

using What = model::Expect::What;
using With = Coaxed::With;

const std::string kRequest = "hello, 2 quartz jugs";
const std::string kReply = "HELLO, 2 QUARTZ JUGS";

// A client sends this and the server does that.
Case exchange(const std::string& request, const std::vector<model::event::What>& happenings,
              WaitEnd how = WaitEnd::satisfied) {
    return connected_server()
        .step("client", send(request), {sent(request)})
        .step("client", expect(What::capitals), happenings, how, Waits{{WaitCall::recvfrom, 4}});
}

TEST(RepliesInCapitals, TheCapitalsOfWhatWasSent) {
    expect_passed(exchange(kRequest, {received(kReply)}));
    EXPECT_THAT(notes_of(exchange(kRequest, {received(kReply)}).judged()), IsEmpty());
}

TEST(RepliesInCapitals, InAsManySegmentsAsItLikes) {
    expect_passed(exchange(kRequest, {received("HELLO, 2"), received(" QUARTZ"), received(" JUGS")}));
}

TEST(RepliesInCapitals, LineEndsAndNulsArePutAsideAndNamed) {
    expect_passed(exchange(kRequest, {received(kReply + "\r\n")}));
    expect_passed(exchange(kRequest + "\n", {received(kReply)}));
    expect_passed(exchange(kRequest, {received(kReply + std::string(1004, '\0'))}));
    EXPECT_THAT(notes_of(exchange(kRequest, {received(kReply + "\0"s)}).judged()),
                ElementsAre(HasSubstr("1 NUL byte")));
}

// A client takes what comes first for the reply.
TEST(RepliesInCapitals, AGreetingIsAPartOfTheReply) {
    const auto greeted = [](const std::string& greeting) {
        return connected_server()
            .step("client", send(kRequest), {received(greeting), sent(kRequest)})
            .step("client", expect(What::capitals), {received(kReply)});
    };
    expect_failed(greeted("Welcome!\r\n"), Cause::extra, "before the client had said anything");
    expect_passed(greeted("\n"));
}

TEST(RepliesInCapitals, AnEchoIsWrongCase) {
    expect_failed(exchange(kRequest, {received(kRequest)}), Cause::wrong_case,
                  "Only capital and small letters differ");
}

TEST(RepliesInCapitals, AsIsOneSmallLetter) {
    expect_failed(exchange(kRequest, {received("HELLO, 2 QUARTZ JUGs")}), Cause::wrong_case, "at byte 19");
}

TEST(RepliesInCapitals, WhatIsCutOffIsMissing) {
    expect_failed(exchange(kRequest, {received("HELLO, 2 QUA")}, WaitEnd::quiet), Cause::missing,
                  "then 8 of 20 bytes are missing");
}

TEST(RepliesInCapitals, WhatIsCutOffByACrashIsACrash) {
    expect_failed(exchange(kRequest, {received("HELLO"), killed(SIGSEGV)}, WaitEnd::program_ended),
                  Cause::crashed, "SIGSEGV");
}

TEST(RepliesInCapitals, AnythingMoreIsExtra) {
    expect_failed(exchange(kRequest, {received(kReply + " OK")}), Cause::extra, "3 bytes too many");
    expect_failed(exchange(kRequest, {received(kReply), received(kReply)}), Cause::extra);
    expect_failed(exchange(kRequest, {received("Reply: " + kReply)}), Cause::extra, "stands before it");
}

// Two clients, of which the second gets `before` until it speaks.
Case after_another(const std::string& before) {
    return connected_server()
        .step("client", send("one quartz\n"), {sent("one quartz\n")})
        .step("client", expect(What::capitals), {received("ONE QUARTZ\n"), received(before, "other")})
        .step("other", send("two jugs\n"), {sent("two jugs\n", "other")})
        .step("other", expect(What::capitals), {received("TWO JUGS\n", "other")});
}

TEST(RepliesInCapitals, SomebodyElsesReplyIsToldFromAGreeting) {
    expect_failed(after_another("ONE QUARTZ\n"), Cause::extra,
                  "the reply to what the peer 'client' had said");
    for (const char* greeting : {"Hello!\n", "You are number ONE here.\n"})
        expect_failed(after_another(greeting), Cause::extra, "before the client had said anything");
}

TEST(RepliesInCapitals, AnotherTextIsWrongContent) {
    expect_failed(exchange(kRequest, {received("HELLO WORLD")}), Cause::wrong_content);
}

TEST(RepliesInCapitals, NothingIsNoReplyAndSaysWhereItWaits) {
    expect_failed(exchange(kRequest, {}, WaitEnd::quiet), Cause::no_reply,
                  "waiting in recvfrom() on descriptor 4");
}

TEST(RepliesInCapitals, SomebodyElsesReplyIsNone) {
    expect_failed(exchange(kRequest, {received(kReply, "neighbour")}, WaitEnd::quiet), Cause::no_reply);
}

TEST(RepliesInCapitals, WhyNothingCame) {
    expect_failed(exchange(kRequest, {Finished{"client", true}}), Cause::closed_early);
    expect_failed(exchange(kRequest, {ResetSeen{"client", ECONNRESET}}), Cause::reset);
    expect_failed(exchange(kRequest, {exited(0)}, WaitEnd::program_ended), Cause::exited_early,
                  "exit status 0");
    expect_failed(exchange(kRequest, {killed(SIGABRT)}, WaitEnd::program_ended), Cause::crashed);
    expect_failed(
        exchange(kRequest, {error_output("Traceback (most recent call last):\nNameError: x\n"), exited(1)},
                 WaitEnd::program_ended),
        Cause::crashed, "Its last words: NameError: x");
    expect_failed(exchange(kRequest, {}, WaitEnd::backstop), Cause::hung);
    expect_failed(exchange(kRequest, {}, WaitEnd::flooded), Cause::output_flood);
}

TEST(RepliesInCapitals, TheFirstCauseWins) {
    // It crashed, and so its connection was reset.
    expect_failed(exchange(kRequest, {ResetSeen{"client", ECONNRESET}, killed(SIGSEGV)}), Cause::crashed);
}

TEST(RepliesInCapitals, ANewlineMayHelp) {
    const Case helped =
        exchange(kRequest, {Coaxed{"client", With::newline}, sent("\n"), received(kReply + "\n")});
    expect_passed(helped);
    EXPECT_THAT(notes_of(helped.judged()), Contains(HasSubstr("only when a newline had followed")));
}

TEST(RepliesInCapitals, AHalfCloseMayNot) {
    expect_failed(
        exchange(kRequest, {Coaxed{"client", With::newline}, sent("\n"), Coaxed{"client", With::half_close},
                            Finished{"client", false}, received(kReply)}),
        Cause::no_reply, "half-close");
}

// The reply was there; the rest is about how the connection ends.
TEST(RepliesInCapitals, AHalfCloseAfterTheReplyDoesNoHarm) {
    expect_passed(exchange(kRequest, {received(kReply), Coaxed{"client", With::half_close}}));
}

TEST(RepliesInCapitals, LettersBeyondAsciiMayBeLeftAlone) {
    const std::string request = "caf\u00e9 \u00fcber ma\u00df";
    expect_passed(exchange(request, {received("CAF\u00e9 \u00fcBER MA\u00df")}));
    expect_passed(exchange(request, {received("CAF\u00c9 \u00dcBER MASS")}));
    expect_failed(exchange(request, {received(request)}), Cause::wrong_case);
}

TEST(RepliesInCapitals, UnlessTheSpecAsksForThem) {
    model::Expect unicode = expect(What::capitals);
    unicode.letters = model::Letters::unicode;
    const std::string request = "caf\u00e9";
    const auto with = [&](const std::string& reply) {
        return connected_server()
            .step("client", send(request), {sent(request)})
            .step("client", unicode, {received(reply)});
    };
    expect_passed(with("CAF\u00c9"));
    EXPECT_EQ(with("CAF\u00e9").judged().verdict, Verdict::failed);
}

TEST(RepliesInCapitals, EachRoundIsComparedByItself) {
    Case two = exchange("one", {received("ONE")});
    two.step("client", send("two"), {sent("two")}).step("client", expect(What::capitals), {received("TWO")});
    expect_passed(two);
    Case late = exchange("one", {received("ONE")});
    late.step("client", send("two"), {sent("two")})
        .step("client", expect(What::capitals), {received("ONETWO")});
    expect_failed(late, Cause::extra, "\"ONE\" stands before it");
}

}  // namespace
}  // namespace sockgrade::checks
