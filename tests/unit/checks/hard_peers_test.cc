// What a peer was to make hard has to be seen; and who is refused has to try again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using testing::HasSubstr;
using Played = model::event::FaultPlayed;

Played played(Played::What what, std::size_t count = 0) { return {"server", what, count}; }
Opened client_opened() { return {"server", kGiven, kPeer}; }
SocketCall dialled() { return call(Call::connect, Transport::tcp, kGiven); }

Case client() {
    Case one(Role::client, Transport::tcp);
    one.plan().given.message = "one";
    return one;
}

Verdict verdict_of(const Case& one) { return one.judged().verdict; }

TEST(HardPeers, ALateAcceptHasToBeSeen) {
    EXPECT_EQ(verdict_of(client().step("server", model::Accept{true},
                                       {dialled(), played(Played::What::accepted_late), client_opened()})),
              Verdict::passed);
    const Case unseen = client().step("server", model::Accept{true}, {dialled(), client_opened()});
    EXPECT_EQ(verdict_of(unseen), Verdict::inconclusive);
    EXPECT_THAT(unseen.judged().summary, HasSubstr("accepts a connection only when"));
}

TEST(HardPeers, WhatFailsGoesBeforeWhatWasNotSeen) {
    EXPECT_EQ(verdict_of(client().step("server", model::Accept{true}, {}, WaitEnd::quiet)), Verdict::failed);
}

TEST(HardPeers, SeenInItsOwnStep) {
    Case one = accepted_client();
    one.step("server", model::StopReading{});
    one.step("server", model::GoOnReading{}, {played(Played::What::send_blocked, 500)});
    EXPECT_EQ(verdict_of(one), Verdict::passed);
    // Another peer's does not count, nor does what was seen in an earlier step.
    Case other = accepted_client();
    other.step("server", model::GoOnReading{}, {Played{"other", Played::What::send_blocked, 500}});
    EXPECT_EQ(verdict_of(other), Verdict::inconclusive);
    one.step("server", model::GoOnReading{});
    EXPECT_EQ(verdict_of(one), Verdict::inconclusive);
}

TEST(HardPeers, AReplyThatIsCutHasToArriveCut) {
    const model::Reply cut{
        model::Reply::With::capitals, {}, {}, model::Letters::ascii, {model::BreakOff::How::cut, 2}};
    EXPECT_EQ(verdict_of(accepted_client().step("server", cut, {played(Played::What::cut, 2)})),
              Verdict::passed);
    EXPECT_EQ(verdict_of(accepted_client().step("server", cut)), Verdict::inconclusive);
    EXPECT_EQ(verdict_of(accepted_client().step("server", cut, {played(Played::What::reset, 2)})),
              Verdict::inconclusive);
}

TEST(HardPeers, AResetArrivesUnlessTheProgramWasFaster) {
    EXPECT_EQ(verdict_of(accepted_client().step("server", model::Reset{}, {Closed{"server", true}})),
              Verdict::inconclusive);
    EXPECT_EQ(verdict_of(accepted_client().step("server", model::Reset{},
                                                {Closed{"server", true}, played(Played::What::reset)})),
              Verdict::passed);
    EXPECT_EQ(verdict_of(accepted_client().step("server", model::Reset{}, {Finished{"server", true}})),
              Verdict::passed);
}

TEST(HardPeers, WhoIsRefusedTriesAgain) {
    const auto refused = [](std::size_t number) { return played(Played::What::refused, number); };
    Case patient = client();
    patient.happens(dialled()).happens(refused(1));
    patient.step("server", model::Refuse{2}, {dialled(), refused(2)});
    patient.step("server", model::Accept{}, {dialled(), client_opened()});
    EXPECT_EQ(verdict_of(patient), Verdict::passed) << patient.judged().summary;

    Case once = client();
    once.step("server", model::Refuse{2}, {dialled(), refused(1), exited(1)}, WaitEnd::program_ended);
    EXPECT_EQ(verdict_of(once), Verdict::failed);
    EXPECT_EQ(once.judged().cause, Cause::exited_early);
    EXPECT_EQ(once.judged().findings.back().requirement, "The program connects again when it is refused.");
    EXPECT_EQ(once.judged().findings.back().got, "1 attempt");

    Case twice = client();
    twice.step("server", model::Refuse{1}, {dialled(), refused(1)});
    twice.step("server", model::Accept{}, {}, WaitEnd::quiet);
    EXPECT_EQ(verdict_of(twice), Verdict::failed);
    EXPECT_EQ(twice.judged().findings.back().requirement, "The program connects again.");

    Case never = client();
    never.step("server", model::Refuse{1}, {}, WaitEnd::quiet);
    EXPECT_EQ(never.judged().cause, Cause::never_connected);
}

// The connection before is no answer to the second accept.
TEST(HardPeers, WhoComesBackIsConnectedToAnew) {
    Case one = accepted_client();
    one.step("server", model::GoAway{}, {Closed{"server", true}, played(Played::What::went_away)});
    one.step("server", model::ComeBack{}, {played(Played::What::came_back)});
    Case gone = one;
    one.step("server", model::Accept{}, {dialled(), client_opened()});
    EXPECT_EQ(verdict_of(one), Verdict::passed) << one.judged().summary;
    gone.step("server", model::Accept{}, {}, WaitEnd::quiet);
    EXPECT_EQ(verdict_of(gone), Verdict::failed);
    EXPECT_EQ(gone.judged().findings.back().awaited,
              "another connection to 127.0.0.1:12000, or to an address of its own");
}

TEST(HardPeers, WhoWaitsForAnAnswerHasDialled) {
    EXPECT_EQ(
        verdict_of(client()
                       .step("server", model::FillBacklog{}, {dialled(), played(Played::What::backlog_full)})
                       .step("program", model::Exits{1}, {exited(1)})),
        Verdict::passed);
    EXPECT_EQ(verdict_of(client().step("server", model::FillBacklog{}, {}, WaitEnd::quiet)), Verdict::failed);
}

}  // namespace
}  // namespace sockgrade::checks
