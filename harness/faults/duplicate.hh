#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_duplicate(const model::FaultRule& rule);

inline constexpr std::string_view kDuplicateTakes[] = {"copies"};
inline constexpr FaultKind kDuplicate{
    .name = "duplicate",
    .summary = "A datagram arrives twice, or as many times as 'copies' says.",
    .make = make_duplicate,
    .takes = kDuplicateTakes};

}  // namespace sockgrade::faults
