#include <algorithm>
#include <array>

#include "diagnoses/case_view.hh"

namespace sockgrade::diagnoses {

namespace {

using Look = std::optional<model::Diagnosis> (*)(const CaseView& view);

// `silent` says nothing where one of the others speaks.
struct Precedence {
    Look silent;
    std::array<Look, 12> others;  // null behind the last
};

constexpr std::array kPrecedences{
#define DIAGNOSIS(name, topic)
#define LAST_RESORT(name, topic)
#define SYMPTOM(name, topic)
#define UNLESS(name, ...) Precedence{&name, {__VA_ARGS__}},
#include "diagnoses/catalog.def"
#undef UNLESS
#undef SYMPTOM
#undef LAST_RESORT
#undef DIAGNOSIS
};

std::optional<model::Diagnosis> look_by(const CaseView& view, Look look) {
    auto found = look(view);
    if (!found.has_value()) return std::nullopt;
    for (const Precedence& one : kPrecedences)
        if (one.silent == look && std::any_of(one.others.begin(), one.others.end(), [&](Look other) {
                return other != nullptr && look_by(view, other).has_value();
            }))
            return std::nullopt;
    return found;
}

}  // namespace

std::span<const DiagnosisKind> catalog() {
    using Kind = DiagnosisKind::Kind;
    static constexpr std::array kKinds{
#define DIAGNOSIS(name, topic) DiagnosisKind{#name, &name, Topic::topic, Kind::cause},
#define LAST_RESORT(name, topic) DiagnosisKind{#name, &name, Topic::topic, Kind::last_resort},
#define SYMPTOM(name, topic) DiagnosisKind{#name, &name, Topic::topic, Kind::symptom},
#define UNLESS(name, ...)
#include "diagnoses/catalog.def"
#undef UNLESS
#undef SYMPTOM
#undef LAST_RESORT
#undef DIAGNOSIS
    };
    return kKinds;
}

std::optional<model::Diagnosis> look_at(const CaseView& view, const DiagnosisKind& kind) {
    auto diagnosis = look_by(view, kind.look);
    if (diagnosis.has_value()) diagnosis->id = kind.name;
    return diagnosis;
}

std::vector<model::Diagnosis> diagnose(const Failure& failure) {
    constexpr std::size_t kMost = 3;
    const CaseView view(failure);
    std::vector<model::Diagnosis> found;
    for (const DiagnosisKind& kind : catalog()) {
        if (found.size() == kMost) break;
        if (kind.kind != DiagnosisKind::Kind::cause && !found.empty()) break;
        if (!is_about(kind.topic, view.plan)) continue;
        if (auto diagnosis = look_at(view, kind)) found.push_back(std::move(*diagnosis));
    }
    return found;
}

bool is_symptom(std::string_view id) {
    const auto kinds = catalog();
    return std::any_of(kinds.begin(), kinds.end(), [&](const DiagnosisKind& one) {
        return one.name == id && one.kind == DiagnosisKind::Kind::symptom;
    });
}

}  // namespace sockgrade::diagnoses
