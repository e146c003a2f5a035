#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_extend(const model::FaultRule& rule);

inline constexpr std::string_view kExtendTakes[] = {"bytes", "text"};
inline constexpr std::string_view kExtendNeeds[] = {"bytes"};
inline constexpr FaultKind kExtend{.name = "extend",
                                   .summary = "A datagram arrives with more bytes at its end.",
                                   .make = make_extend,
                                   .harm = Harm::alters,
                                   .takes = kExtendTakes,
                                   .needs = kExtendNeeds};

}  // namespace sockgrade::faults
