// Which advice a failure comes with.
#pragma once

#include "model/result.hh"

namespace sockgrade::grading {

// The hint of the step that failed goes before that of the case. Leaves one advice: what was seen goes before
// what a spec can only guess, and the spec's hint before the words of a diagnosis that knows no more than
// where the program stopped.
void choose_advice(model::CaseResult& result);

}  // namespace sockgrade::grading
