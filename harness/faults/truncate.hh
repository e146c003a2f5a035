#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_truncate(const model::FaultRule& rule);

inline constexpr std::string_view kTruncateTakes[] = {"bytes"};
inline constexpr std::string_view kTruncateNeeds[] = {"bytes"};
inline constexpr FaultKind kTruncate{.name = "truncate",
                                     .summary = "Only the first bytes of a datagram arrive.",
                                     .make = make_truncate,
                                     .harm = Harm::alters,
                                     .takes = kTruncateTakes,
                                     .needs = kTruncateNeeds};

}  // namespace sockgrade::faults
