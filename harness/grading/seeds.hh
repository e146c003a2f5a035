// One program graded with several seeds. Texts, losses and ports are drawn anew for each, and nothing of that
// may decide: a verdict that differs is chance, a hole in the spec.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/result.hh"

namespace sockgrade::grading {

struct SeedRun {
    std::uint64_t seed = 0;
    std::vector<std::string> verdicts;  // of the cases, as `verdicts_of` has them
    std::string disagreement;           // with what the proof declares
};

// Each case with its verdict, and the cause and the likeliest diagnosis where it has one: "shouts failed
// (crashed: bind_not_called)". What must be the same at every run.
std::vector<std::string> verdicts_of(const model::Result& result);

// "seed 4", "seeds 1 to 3, 5 and 7", of seeds that rise.
std::string seeds_text(const std::vector<std::uint64_t>& seeds);

// What is wrong in these runs, in one line: what disagrees with the proof, and which seeds differ from which.
// Empty when all agree.
std::string disagreement(const std::vector<SeedRun>& runs);

}  // namespace sockgrade::grading
