#include "diagnoses/diagnosis.hh"

namespace sockgrade::diagnoses {

std::span<const DiagnosisKind> catalog() { return {}; }

std::vector<model::Diagnosis> diagnose(const Failure& failure) {
    constexpr std::size_t kMost = 3;
    std::vector<model::Diagnosis> found;
    for (const DiagnosisKind& kind : catalog()) {
        if (found.size() == kMost) break;
        if (auto diagnosis = kind.look(failure)) {
            diagnosis->id = kind.name;
            found.push_back(std::move(*diagnosis));
        }
    }
    return found;
}

}  // namespace sockgrade::diagnoses
