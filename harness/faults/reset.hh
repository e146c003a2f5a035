#pragma once

#include "faults/stream.hh"

namespace sockgrade::faults {

// Without `bytes`: before any of them.
std::unique_ptr<StreamFault> make_reset(const model::FaultRule& rule);

inline constexpr std::string_view kResetTakes[] = {"bytes"};
inline constexpr StreamKind kReset{
    .name = "reset",
    .summary = "The connection is reset (RST), at once or after so many bytes.",
    .step = "reset or { send: MESSAGE, reset_after: N } or { reply: MESSAGE, reset_after: N }",
    .make = make_reset,
    .takes = kResetTakes};

}  // namespace sockgrade::faults
