#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_drop(const model::FaultRule& rule);

inline constexpr FaultKind kDrop{
    .name = "drop", .summary = "A datagram is lost.", .make = make_drop, .harm = Harm::loses};

}  // namespace sockgrade::faults
