#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_blackhole(const model::FaultRule& rule);

inline constexpr std::string_view kBlackholeTakes[] = {"until", "most"};
inline constexpr FaultKind kBlackhole{
    .name = "blackhole",
    .summary = "A datagram and all that follow it are lost, until another gets through or enough are gone.",
    .make = make_blackhole,
    .harm = Harm::loses,
    .takes = kBlackholeTakes};

}  // namespace sockgrade::faults
