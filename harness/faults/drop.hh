#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_drop(const model::FaultRule& rule);

inline constexpr FaultKind kDrop{"drop", "A datagram is lost.", make_drop};

}  // namespace sockgrade::faults
