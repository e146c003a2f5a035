#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_duplicate(const model::FaultRule& rule);

inline constexpr FaultKind kDuplicate{"duplicate", "A datagram arrives twice.", make_duplicate};

}  // namespace sockgrade::faults
