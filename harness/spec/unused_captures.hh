// What is captured and never asked for is most likely the slip of a name that is known.
#pragma once

#include <set>
#include <string>

#include "spec/scope.hh"

namespace sockgrade::spec {

void refuse_unused_captures(const Scope& scope);
// The same for these names alone, which nobody knows from here on.
void refuse_unused_captures(Scope& scope, const std::set<std::string>& names);

}  // namespace sockgrade::spec
