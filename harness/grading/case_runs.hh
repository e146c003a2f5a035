// Runs plans side by side, each in a process of its own.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "model/transcript.hh"
#include "run/case_process.hh"
#include "run/pair_process.hh"

namespace sockgrade::grading {

class TimeLost;

struct RunOptions {
    std::size_t jobs = 1;  // processes at a time
    // Without a world for each they run one after another: they would fight for ports.
    run::Place place;
    std::function<void(const std::string& case_id)> begins{};  // called with each run's
};

// The transcripts, in the order of the plans. A run in which our side failed is repeated once, alone;
// one whose clock should not have jumped is repeated in real time. `lost`: what the program has lost so far
// limits each run that begins, and what is lost in these is added to it.
std::vector<model::Transcript> run_plans(const std::vector<model::Plan>& plans,
                                         const run::Submission& submission, const RunOptions& options,
                                         TimeLost* lost = nullptr);
std::vector<model::PairTranscript> run_plans(const std::vector<model::PairPlan>& plans,
                                             const run::PairSubmission& submission, const RunOptions& options,
                                             TimeLost* lost = nullptr);

// Trials of what a program takes, cut (time_lost.hh): as many of them, from the first on, as may be lost.
std::vector<model::Transcript> run_trials(const std::vector<model::Plan>& plans,
                                          const run::Submission& submission, const RunOptions& options,
                                          TimeLost& lost);
std::vector<model::PairTranscript> run_trials(const std::vector<model::PairPlan>& plans,
                                              const run::PairSubmission& submission,
                                              const RunOptions& options, TimeLost& lost);

// Why a case was not as quick as others, and whom it looked for by a name, for a report.
std::string note_of(const model::event::RealTime& real);
std::string note_of(const model::event::NameAsked& asked);
void add_once(std::vector<std::string>& notes, const std::string& note);

}  // namespace sockgrade::grading
