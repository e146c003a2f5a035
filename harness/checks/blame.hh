// Two programs that talk to each other, and whose fault it is when that goes wrong. Each is judged by its own
// exercise's rules, on the transcript in which the other one is its peer. Blamed is the one that broke its
// rules first, in the order of events: what the other one did afterwards may come of that. Pure.
#pragma once

#include <optional>
#include <string>

#include "checks/judge.hh"
#include "model/pair.hh"
#include "telling/pair.hh"

namespace sockgrade::checks {

struct PairJudgement {
    Judgement of_pair;  // its findings are those of the blamed program, of both when they pass
    std::optional<model::Half> blamed;
    // Each keeps to its own exercise's rules, and they do not agree all the same.
    bool is_neither = false;
    // Of which one a reader should see the transcript.
    model::Half shown = model::Half::dialling;
};

// A program that was never started, since the other one did not get so far, is not judged.
PairJudgement judge_pair(const telling::Projection& dialling, const telling::Projection& listening);

}  // namespace sockgrade::checks
