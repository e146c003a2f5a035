// The cases of a spec in waves: those whose needs are met run together, the others wait for their verdict.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/result.hh"
#include "model/spec.hh"

namespace sockgrade::grading {

// What stands in the spec, without a verdict.
model::CaseResult empty_result(const model::CaseSpec& spec);
model::CaseResult skipped(const model::CaseSpec& spec, std::string why);

// How far grading has come, for who keeps what there is before all cases have ended.
struct Stages {
    std::vector<model::CaseResult> known{};  // these cases do not run again
    // Called with each case that has run, a few at a time, when they have ended.
    std::function<void(const model::CaseResult&)> ended{};
    std::size_t at_once = 1;  // with `ended` or `first`: so many run before anybody looks
    bool first = false;       // nothing runs any more once a required case has failed
};

// The case with that id, or that has it as a variant. UsageError with the nearest name.
const model::CaseSpec& case_named(const model::Spec& spec, const std::string& id);

// The results in the order of the spec. `run`: the results of such a wave, or of a part of it.
std::vector<model::CaseResult> run_in_waves(
    const model::Spec& spec, const Stages& stages,
    const std::function<std::vector<model::CaseResult>(const std::vector<const model::CaseSpec*>&)>& run);

// Nothing can run: the first of the cases says why, the others follow from it. `wanted`: only this one.
std::vector<model::CaseResult> not_built(const model::Spec& spec, const model::CaseSpec* wanted,
                                         const model::CaseResult& why);

// What the cases come to: points and verdict.
void add_up(model::Result& result, model::Deciding deciding = model::Deciding::must_cases);

}  // namespace sockgrade::grading
