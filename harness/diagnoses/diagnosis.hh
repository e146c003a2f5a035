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

struct DiagnosisKind {
    std::string_view name;  // also the file's
    std::optional<model::Diagnosis> (*look)(
        const Failure& failure);  // message, hint and evidence, or nothing
    Topic topic = Topic::anything;
    bool last_resort = false;  // says only where it stopped: for when nothing else explains it
};

// Each in a file of its name; its order and what it is for stand in catalog.def.
#define DIAGNOSIS(name, topic) std::optional<model::Diagnosis> name(const Failure& failure);
#define LAST_RESORT(name, topic) DIAGNOSIS(name, topic)
#include "diagnoses/catalog.def"
#undef LAST_RESORT
#undef DIAGNOSIS

// All kinds, the more telling first. A new one is a file, its test, and a line in catalog.def.
std::span<const DiagnosisKind> catalog();

// What explains the failure, the most telling first, at most three.
std::vector<model::Diagnosis> diagnose(const Failure& failure);

}  // namespace sockgrade::diagnoses
