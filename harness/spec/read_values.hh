// The values of a spec or of a case: what names stand for.
#pragma once

#include <vector>

#include "model/value.hh"
#include "spec/scope.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// Each is known to those behind it, and in the end to `scope`.
std::vector<model::ValueRule> read_values(const Section& section, Scope& scope);

// Those that have been read already, in the scope of another case.
void know(const std::vector<model::ValueRule>& values, Scope& scope);

}  // namespace sockgrade::spec
