#pragma once

#include "faults/stream.hh"

namespace sockgrade::faults {

std::unique_ptr<StreamFault> make_cut(const model::FaultRule& rule);

inline constexpr std::string_view kCutTakes[] = {"bytes"};
inline constexpr std::string_view kCutNeeds[] = {"bytes"};
inline constexpr StreamKind kCut{
    .name = "cut",
    .summary = "The stream ends (FIN) in the middle of a message, after so many bytes.",
    .step = "{ send: MESSAGE, cut_after: N } or { reply: MESSAGE, cut_after: N }",
    .make = make_cut,
    .takes = kCutTakes,
    .needs = kCutNeeds};

}  // namespace sockgrade::faults
