#include "grading/advice.hh"

#include <utility>

#include "diagnoses/diagnosis.hh"

namespace sockgrade::grading {

void choose_advice(model::CaseResult& result) {
    if (result.diagnoses.empty()) return;
    model::Diagnosis& first = result.diagnoses.front();
    std::string hint = std::exchange(result.hint, {});
    if (!hint.empty() && diagnoses::is_symptom(first.id)) first.hint = std::move(hint);
}

}  // namespace sockgrade::grading
