#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_unreachable(const model::FaultRule& rule);

inline constexpr FaultKind kUnreachable{
    .name = "unreachable",
    .summary = "The program's datagram meets a closed port, and the system tells the program so.",
    .make = make_unreachable,
    .harm = Harm::loses,
    .only_from_program = true};

}  // namespace sockgrade::faults
