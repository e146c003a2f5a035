// What one actor does in one step: a bare word (`connect`) or a map (`{ send: "hello", coax: true }`).
#pragma once

#include <optional>

#include "model/step.hh"
#include "spec/context.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// `fields`: those that the spec and the case name.
std::optional<model::Action> read_peer_action(const Section& section, Transport transport, const Vary& vary,
                                              const std::vector<model::Field>& fields);
std::optional<model::Action> read_program_action(const Section& section, Transport transport,
                                                 const Vary& vary);

// Shared by both: a word that stands alone, told from the key of a map that it resembles.
std::optional<model::Action> read_bare_word(const Section& section, Words<MakeAction> words, Forms forms);

}  // namespace sockgrade::spec
