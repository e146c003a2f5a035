#pragma once

#include <string>
#include <vector>

#include "model/fault.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// A list of faults, each `kind: { to: program, ... }`, of the kinds that the catalog knows.
std::vector<model::FaultRule> read_faults(const Section& section, const std::vector<std::string>& kinds,
                                          const std::vector<std::string>& placeholders);

}  // namespace sockgrade::spec
