#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/transcript.hh"

namespace sockgrade::checks {

// How often something was played up to position `before`, by this peer.
std::size_t times_played(const model::Transcript& transcript, const std::string& connection,
                         model::event::FaultPlayed::What what, std::size_t before);

// A step in which a peer was to make it hard, and was not seen to: what it did, in the words of a step. The
// case then proves nothing of what it is about.
std::optional<std::string> unplayed_fault(const model::Transcript& transcript);

}  // namespace sockgrade::checks
