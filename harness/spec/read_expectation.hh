// What a peer expects: `expect: { like: "VALUE \\d+" }, until: line, within: 5`.
#pragma once

#include "model/step.hh"
#include "spec/context.hh"
#include "spec/scope.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// `section`: the step's, which has an `expect`. What is wrong is noted.
model::Expect read_expectation(const Section& section, Transport transport, Scope& scope);

}  // namespace sockgrade::spec
