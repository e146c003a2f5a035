#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_stranger(const model::FaultRule& rule);

inline constexpr std::string_view kStrangerTakes[] = {"text"};
inline constexpr std::string_view kStrangerNeeds[] = {"text"};
inline constexpr FaultKind kStranger{
    .name = "stranger",
    .summary = "A datagram from an address that has no part in the conversation arrives before one.",
    .make = make_stranger,
    .takes = kStrangerTakes,
    .needs = kStrangerNeeds,
    .only_to_program = true};

}  // namespace sockgrade::faults
