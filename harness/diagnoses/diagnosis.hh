// The likely cause of a failure in the student's terms. Pure, and without influence on the verdict.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "diagnoses/topic.hh"
#include "model/result.hh"
#include "model/transcript.hh"

namespace sockgrade::diagnoses {

using Call = model::event::SocketCall::Call;
using WaitCall = model::Wait::Call;

// What a diagnosis looks at: a case that failed.
struct Failure {
    const model::Transcript& transcript;
    const std::vector<model::Finding>& findings;  // the last of them is the one that was not met
    model::Cause cause;
};

struct CaseView;

struct DiagnosisKind {
    enum class Kind {
        cause,
        last_resort,  // for when nothing else explains it
        symptom       // a last resort that says what can be seen, and not why
    };
    std::string_view name;
    std::optional<model::Diagnosis> (*look)(const CaseView& view);  // message, hint and evidence, or nothing
    Topic topic = Topic::anything;
    Kind kind = Kind::cause;
};

// Their order and what they are for stand in catalog.def, what they say in sentences.def.
#define DIAGNOSIS(name, topic) std::optional<model::Diagnosis> name(const CaseView& view);
#define LAST_RESORT(name, topic) DIAGNOSIS(name, topic)
#define SYMPTOM(name, topic) DIAGNOSIS(name, topic)
#define UNLESS(name, ...)
#include "diagnoses/catalog.def"
#undef UNLESS
#undef SYMPTOM
#undef LAST_RESORT
#undef DIAGNOSIS

// All kinds, the more telling first.
std::span<const DiagnosisKind> catalog();

// What it says, unless another one speaks that has the word before it.
std::optional<model::Diagnosis> look_at(const CaseView& view, const DiagnosisKind& kind);

// Does the diagnosis of this name say what can be seen, and not why?
bool is_symptom(std::string_view id);

// What explains the failure, the most telling first, at most three.
std::vector<model::Diagnosis> diagnose(const Failure& failure);

}  // namespace sockgrade::diagnoses
