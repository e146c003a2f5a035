#include "grading/advice.hh"

#include <string>
#include <utility>

#include "diagnoses/diagnosis.hh"

namespace sockgrade::grading {

namespace {

const std::string* hint_of_the_step(const model::CaseResult& result) {
    const bool has_failed =
        !result.findings.empty() && result.findings.back().status == model::Finding::Status::not_met;
    if (!has_failed || result.shown_transcript >= result.transcripts.size()) return nullptr;
    const auto& step = result.findings.back().step;
    const auto& steps = result.transcripts[result.shown_transcript].plan.steps;
    return step && *step < steps.size() && steps[*step].hint ? &*steps[*step].hint : nullptr;
}

}  // namespace

void choose_advice(model::CaseResult& result) {
    if (const std::string* hint = hint_of_the_step(result)) result.hint = *hint;
    if (result.diagnoses.empty()) return;
    model::Diagnosis& first = result.diagnoses.front();
    std::string hint = std::exchange(result.hint, {});
    if (!hint.empty() && diagnoses::is_symptom(first.id)) first.hint = std::move(hint);
}

}  // namespace sockgrade::grading
