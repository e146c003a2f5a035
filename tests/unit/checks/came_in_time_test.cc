// When something came: what the program waits counts, and what the machine takes does not.
#include <gmock/gmock.h>

#include <chrono>

#include "tests/unit/checks/transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using namespace std::chrono_literals;
using What = model::Expect::What;
using std::chrono::milliseconds;

model::Expect timed(milliseconds not_before, milliseconds within) {
    model::Expect made = expect(What::bytes, "pong");
    made.not_before = not_before;
    made.within = within;
    return made;
}

Jumped jumped(milliseconds by) { return {std::chrono::microseconds(by).count()}; }

Case asked(const model::Expect& expect, const std::vector<model::event::What>& happenings) {
    Case one = connected_server();
    one.step("client", send("ping"), {sent("ping")}).step("client", expect, happenings);
    return one;
}

TEST(CameInTime, WhatTheProgramWaitsCounts) {
    expect_passed(asked(timed(0s, 5s), {jumped(4s), received("pong")}));
    expect_failed(asked(timed(0s, 5s), {jumped(4s), jumped(2s), received("pong")}), Cause::too_slow,
                  "after 6.00 s");
    expect_passed(asked(timed(3s, 4s), {jumped(3s), received("pong")}));
    expect_failed(asked(timed(3s, 4s), {jumped(1s), received("pong")}), Cause::extra, "It came too early.");
    expect_failed(asked(timed(3s, 0s), {received("pong")}), Cause::extra,
                  "It comes after 3 s at the earliest.");
}

TEST(CameInTime, WhatItWaitedBeforeItWasAskedDoesNot) {
    Case one = connected_server();
    one.happens(jumped(9s));
    one.step("client", send("ping"), {sent("ping")})
        .step("client", timed(0s, 5s), {jumped(1s), received("pong")});
    expect_passed(one);
}

TEST(CameInTime, EachBeatIsCountedFromTheOneBefore) {
    model::Expect beat = timed(900ms, 1100ms);
    beat.frame.until = model::Frame::Until::line;
    beat.message = text("pong\n");
    Case even = connected_server();
    for (int i = 0; i < 3; ++i) even.step("client", beat, {jumped(1s), received("pong\n")});
    expect_passed(even);
    Case uneven = connected_server();
    uneven.step("client", beat, {jumped(1s), received("pong\n")});
    uneven.step("client", beat, {jumped(2s), received("pong\n")});
    expect_failed(uneven, Cause::too_slow, "after 2.00 s");
}

// A busy machine has held up a beat for 0.7 seconds. The next one comes on time, and so sooner behind it.
TEST(CameInTime, ABeatOnTimeBehindALateOneIsNotTooEarly) {
    const auto beats = [](milliseconds held_up, milliseconds next_wait, bool is_real) {
        model::Expect beat = timed(3200ms, 4800ms);
        beat.frame.until = model::Frame::Until::line;
        beat.message = text("pong\n");
        Case one = connected_server();
        if (is_real) one.happens(RealTime{"it was asked for"});
        one.step("client", beat, {jumped(4s), received("pong\n")});
        one.step("client", beat, {jumped(4s), received("pong\n")});
        one.step("client", beat, {jumped(next_wait), received("pong\n")});
        // When each happens: what is jumped, and what held up the second beat.
        std::int64_t at = 0;
        std::size_t beat_number = 0;
        for (std::size_t i = 0; i < one.transcript().events.size(); ++i) {
            const model::event::What& what = one.transcript().events[i].what;
            if (const auto* jump = std::get_if<model::event::Jumped>(&what)) at += jump->by_us;
            if (std::holds_alternative<model::event::Received>(what) && ++beat_number == 2)
                at += std::chrono::microseconds(held_up).count();
            one.set_time(i, at);
        }
        return one;
    };
    for (const bool is_real : {false, true}) {
        expect_passed(beats(700ms, 3300ms, is_real));
        expect_passed(beats(700ms, 2900ms, is_real));
        if (!is_real) expect_passed(beats(1s, 2999ms, is_real));
        if (!is_real) expect_failed(beats(100ms, 2900ms, is_real), Cause::extra, "It came too early.");
        expect_failed(beats(0ms, 1500ms, is_real), Cause::extra, "It came too early.");
    }
}

TEST(CameInTime, InRealTimeAllOfItIsTheSystems) {
    Case one = asked(timed(0s, 5s), {RealTime{"it was asked for"}, received("pong")});
    expect_passed(one);
}

TEST(CameInTime, AWrongTextIsNoMatterOfTime) {
    const Judgement judgement = asked(timed(0s, 5s), {jumped(9s), received("ping")}).judged();
    EXPECT_EQ(judgement.cause, Cause::wrong_content);
}

TEST(Echo, IsWhatWasSent) {
    model::Expect echo = expect(What::capitals);
    echo.letters = model::Letters::kept;
    expect_passed(asked(echo, {received("ping")}));
    expect_failed(asked(echo, {received("PING")}), Cause::wrong_case, "The reply is what was sent.");
    expect_failed(asked(echo, {received("pin")}), Cause::missing);

    echo.what = What::each;
    Case each(Role::server, Transport::udp);
    each.step("client", send("ping"), {call(Call::bind, Transport::udp, kGiven), sent("ping")});
    each.step("client", echo, {received("PING")});
    EXPECT_EQ(each.judged().verdict, Verdict::failed);
}

}  // namespace
}  // namespace sockgrade::checks
