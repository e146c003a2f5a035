// Runs a failed case again, with less and less of it, until nothing more can be left out.
//
// A failure counts as the same when its first cause is. It has to be seen kTimes before it counts, the whole
// case's too: a failure that comes and goes would make whatever is left out look as if it did not matter, so
// nothing is left out then, and the run that went otherwise is shown. The search ends after so many runs or
// so much time, and says so.
#pragma once

#include <chrono>
#include <cstddef>

#include "grading/grade.hh"
#include "grading/session.hh"

namespace sockgrade::grading {

inline constexpr std::size_t kTimes = 3;
inline constexpr std::size_t kMostRuns = 60;
inline constexpr std::chrono::seconds kMostTime{20};

// Adds it to the result of a case that failed; to no other, nor where there is nothing to leave out.
void add_smallest_story(const model::CaseSpec& one, const model::Spec& spec, Session& session,
                        const GradeOptions& options, model::CaseResult& result);

}  // namespace sockgrade::grading
