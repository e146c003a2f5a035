#pragma once

#include "faults/fault.hh"

namespace sockgrade::faults {

std::unique_ptr<Fault> make_corrupt(const model::FaultRule& rule);

inline constexpr std::string_view kCorruptTakes[] = {"at"};
inline constexpr FaultKind kCorrupt{
    .name = "corrupt",
    .summary = "One byte of a datagram is another when it arrives; its checksum is right.",
    .make = make_corrupt,
    .harm = Harm::alters,
    .takes = kCorruptTakes};

}  // namespace sockgrade::faults
