#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pair.hh"
#include "model/spec.hh"
#include "spec/context.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// What a case may refer to.
struct CaseNames {
    const std::vector<faults::FaultKind>& faults;
    const std::vector<model::Field>& fields;
    const std::vector<model::CaseSpec>& earlier;  // the cases before
    const std::vector<model::ValueRule>& values;  // of the whole spec
    const std::vector<model::FileGiven>& files;   // likewise
    const std::vector<model::Formatted>& formats;
    const std::optional<Section>& begin;
    const model::PairRoles* roles = nullptr;  // of a pair
};

// One case. `is_known`: are the program's role and transport to be relied on?
model::CaseSpec read_case(const Section& section, const model::ProgramSpec& program, bool is_known,
                          const CaseNames& known);

}  // namespace sockgrade::spec
