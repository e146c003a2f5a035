#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_delay(const model::FaultRule& rule);

inline constexpr std::string_view kDelayTakes[] = {"after", "until", "ms"};
inline constexpr FaultKind kDelay{.name = "delay",
                                  .summary =
                                      "A datagram is held until so many others, or a certain one, have "
                                      "passed; else until nothing else happens.",
                                  .make = make_delay,
                                  .takes = kDelayTakes,
                                  .holds = true};

}  // namespace sockgrade::faults
