// One case of two programs that talk to each other: PairPlan -> PairTranscript, in this process.
#pragma once

#include "model/pair.hh"
#include "run/case.hh"

namespace sockgrade::run {

struct PairSubmission {
    Submission dialling;
    Submission listening;  // run as the same user as the other
};

// As run_case() (case.hh). The listening program is started first, and the other one when that listens. Then
// both are left alone until neither can go on by itself: the dialling one is helped on by a line that it asks
// for, and by the end of its input.
// `given_file`: of the dialling program.
model::PairTranscript run_pair(const model::PairPlan& plan, const PairSubmission& submission,
                               sandbox::Level level, const sandbox::ControlGroup* group,
                               const GivenFile& given_file);

}  // namespace sockgrade::run
