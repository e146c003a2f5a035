#pragma once

#include <string>
#include <vector>

#include "model/spec.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// One case. `is_known`: are the program's role and transport to be relied on? `earlier`: the ids of the cases
// before.
model::CaseSpec read_case(const Section& section, const model::ProgramSpec& program, bool is_known,
                          const std::vector<std::string>& faults, const std::vector<std::string>& earlier);

}  // namespace sockgrade::spec
