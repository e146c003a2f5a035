// The rules by which a peer answers what comes, and what it remembers.
#pragma once

#include "model/step.hh"
#include "spec/read_message.hh"

namespace sockgrade::spec {

// { whenever: [{ gets: ..., replies: ..., now: ... }], remembers: ... }. The names that it has in mind are
// known in its rules alone.
model::Whenever read_whenever(const Section& section, const MessageRules& rules);

}  // namespace sockgrade::spec
