#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_reorder(const model::FaultRule& rule);

inline constexpr std::string_view kReorderTakes[] = {"until", "window"};
inline constexpr std::string_view kReorderNeeds[] = {"n", "until", "window"};
inline constexpr FaultKind kReorder{
    .name = "reorder",
    .summary = "Datagrams change places: listed ones, those of a window, or one with all up to another.",
    .make = make_reorder,
    .takes = kReorderTakes,
    .needs = kReorderNeeds,
    .holds = true};

}  // namespace sockgrade::faults
