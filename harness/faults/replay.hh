#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_replay(const model::FaultRule& rule);

inline constexpr std::string_view kReplayTakes[] = {"after"};
inline constexpr FaultKind kReplay{.name = "replay",
                                   .summary =
                                       "A copy of a datagram arrives much later: after so many others, or "
                                       "when nothing else happens any more.",
                                   .make = make_replay,
                                   .takes = kReplayTakes,
                                   .acts_late = true};

}  // namespace sockgrade::faults
