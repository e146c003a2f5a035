// Does a datagram fit what a rule says of it?
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "faults/fault.hh"

namespace sockgrade::faults {

// All that does not depend on how often it was seen.
bool fits(const model::FaultRule& rule, const Passing& datagram);
bool fits(const model::Until& until, const Passing& datagram);

// By what copies of it are told: the values of the fields that the rule asks for, so that a retry with
// another time stamp in it is one all the same; else the payload.
bool tells_copies_by_fields(const model::FaultRule& rule);
std::string key_of(const model::FaultRule& rule, const Passing& datagram);

bool hits_copy(const model::FaultRule& rule, std::size_t occurrence);

}  // namespace sockgrade::faults
