#pragma once

#include "faults/stream.hh"

namespace sockgrade::faults {

// The first `times` attempts to connect.
std::unique_ptr<StreamFault> make_refuse(const model::FaultRule& rule);

inline constexpr std::string_view kRefuseTakes[] = {"times"};
inline constexpr StreamKind kRefuse{
    .name = "refuse",
    .summary = "The first attempts to connect meet nobody (ECONNREFUSED); later ones are accepted.",
    .step = "{ refuse: N }",
    .make = make_refuse,
    .takes = kRefuseTakes,
    .only_from_program = true};

}  // namespace sockgrade::faults
