// One program, all cases of an exercise: run, judged, and put together into a result.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "build/build.hh"
#include "grading/case_runs.hh"
#include "grading/waves.hh"
#include "model/result.hh"
#include "model/spec.hh"
#include "plan/only.hh"

namespace sockgrade::grading {

// What is known of a program from a run that did not come to its end.
struct SoFar {
    std::vector<model::CaseResult> cases;
    std::vector<std::string> notes;
};

struct GradeOptions {
    std::uint64_t seed = 1;
    // Only this case, or one variant of it (and what it needs is not asked for).
    std::string case_id;
    plan::Only only;      // of that case, the parts that stay
    bool first = false;   // ends at the first required case that fails
    bool shrink = false;  // looks for the smallest part of each failed case that still fails
    std::optional<std::vector<std::string>> arguments;  // instead of the spec's
    bool quiescence = true;
    bool real_time = false;  // the program's clock is never moved on
    RunOptions runs;
    std::string
        reproduce;  // the command without --case and --seed, e.g. "sockgrade check tcp-sender sender.py"
    std::string reproduce_tail;  // what stands behind them, e.g. " -- {host} {port}"
    SoFar so_far{};              // does not run again
    // Called with each case that has run, and what is to be said of the program so far.
    std::function<void(const model::CaseResult&, const std::vector<std::string>& notes)> ended{};
};

// `program`: as the user named it. Throws UsageError for an unknown case.
model::Result grade(const model::Spec& spec, const std::string& program, const build::Built& built,
                    const GradeOptions& options);

// `notes`: of the program so far. The options have to outlive what is returned.
Stages stages_of(const GradeOptions& options, const std::function<const std::vector<std::string>&()>& notes);

// The command that repeats a case, or a part of it.
std::string command_of(const GradeOptions& options, const std::string& case_id, const plan::Only& only);

// What a program that can't be built comes to, in the first case.
model::CaseResult of_failed_build(const build::BuildFailure& failure);

// Judges saved transcripts of one case again: the same verdict as after the run.
model::CaseResult judge_case(const model::CaseSpec& spec, std::vector<model::Transcript> transcripts);

}  // namespace sockgrade::grading
