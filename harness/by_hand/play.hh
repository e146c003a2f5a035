// Plays a case's peers against a program that somebody runs by hand: the same story and the same peers as
// when it is graded. Nobody started the program, so nobody sees its calls, its output or whether it rests.
// Waits end because what was awaited came, because nothing at all has come for a while, or because of Ctrl-C.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "by_hand/live_log.hh"
#include "model/plan.hh"
#include "model/transcript.hh"
#include "system/event_loop.hh"
#include "system/stop_signals.hh"

namespace sockgrade::by_hand {

// The plan without what its program prints and how it ends, which nobody sees, for a program at `where`: a
// server's own address, or the one that a client dials.
model::Plan plan_for_hand(const model::Plan& plan, const model::Address& where);

// What the case asks of the program beside what its peers get: "the program prints ...".
std::vector<std::string> to_be_looked_at(const model::Plan& plan);

struct Played {
    model::Transcript transcript;
    bool stopped = false;  // by Ctrl-C
};

// `patience`: how long nothing may come before a wait is given up. Until a client has come there is no end to
// it.
Played play(const model::Plan& plan, system::EventLoop& loop, const system::StopSignals& stop, LiveLog& log,
            std::chrono::milliseconds patience);

// What came, and what was expected; lines for people. True when it is the same.
bool tell_outcome(const Played& played, LiveLog& log);

}  // namespace sockgrade::by_hand
