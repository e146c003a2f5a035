// Two programs that talk to each other, all cases of a pair: run, judged, and put together into a result.
#pragma once

#include <string>

#include "grading/grade.hh"
#include "model/pair.hh"

namespace sockgrade::grading {

// The programs as the user named them, and what was built of them.
struct PairPrograms {
    struct One {
        std::string name;
        build::Built built;
    };
    One dialling;
    One listening;
};

// Throws UsageError for an unknown case.
model::Result grade_pair(const model::Spec& spec, const PairPrograms& programs, const GradeOptions& options);

// Judges what two programs did in one case.
model::CaseResult judge_pair_case(const model::CaseSpec& spec, const model::PairTranscript& pair);

}  // namespace sockgrade::grading
