#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_empty(const model::FaultRule& rule);

inline constexpr std::string_view kEmptyTakes[] = {"before"};
inline constexpr FaultKind kEmpty{
    .name = "empty",
    .summary = "A datagram of no bytes arrives in the place of one, or before it.",
    .make = make_empty,
    .harm = Harm::alters,
    .takes = kEmptyTakes};

}  // namespace sockgrade::faults
