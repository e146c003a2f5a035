#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_rebind(const model::FaultRule& rule);

inline constexpr FaultKind kRebind{
    .name = "rebind",
    .summary = "From a datagram on the peer's datagrams come from another port.",
    .make = make_rebind,
    .only_to_program = true};

}  // namespace sockgrade::faults
