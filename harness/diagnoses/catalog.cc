#include <array>

#include "diagnoses/diagnosis.hh"

namespace sockgrade::diagnoses {

std::span<const DiagnosisKind> catalog() {
    static constexpr std::array kKinds{
#define DIAGNOSIS(name, topic) DiagnosisKind{#name, &name, Topic::topic, false},
#define LAST_RESORT(name, topic) DiagnosisKind{#name, &name, Topic::topic, true},
#include "diagnoses/catalog.def"
#undef LAST_RESORT
#undef DIAGNOSIS
    };
    return kKinds;
}

std::vector<model::Diagnosis> diagnose(const Failure& failure) {
    constexpr std::size_t kMost = 3;
    std::vector<model::Diagnosis> found;
    for (const DiagnosisKind& kind : catalog()) {
        if (found.size() == kMost) break;
        if (kind.last_resort && !found.empty()) break;
        if (!is_about(kind.topic, failure.transcript.plan)) continue;
        if (auto diagnosis = kind.look(failure)) {
            diagnosis->id = kind.name;
            found.push_back(std::move(*diagnosis));
        }
    }
    return found;
}

}  // namespace sockgrade::diagnoses
