#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_reorder(const model::FaultRule& rule);

inline constexpr FaultKind kReorder{
    "reorder", "Datagrams change places: the first listed ones are held until the last has passed.",
    make_reorder};

}  // namespace sockgrade::faults
