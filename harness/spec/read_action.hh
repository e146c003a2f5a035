// What one actor does in one step: a bare word (`connect`) or a map (`{ send: "hello", coax: true }`).
// Nothing when it is none of these.
#pragma once

#include <optional>

#include "model/step.hh"
#include "spec/context.hh"
#include "spec/scope.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// `fields`: those that the spec and the case name.
std::optional<model::Action> read_peer_action(const Section& section, Transport transport, Scope& scope,
                                              const std::vector<model::Field>& fields);
std::optional<model::Action> read_program_action(const Section& section, Transport transport, Scope& scope);

}  // namespace sockgrade::spec
