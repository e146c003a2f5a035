// Does a datagram fit what a rule says of it?
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "faults/fault.hh"

namespace sockgrade::faults {

// The number at the field's place, or nothing. The first place where `before`, digits and `after` follow one
// another counts; more than 18 digits are no number. Takes time in proportion to the datagram, whatever is
// in it.
std::optional<std::size_t> value_of(const model::Field& field, std::string_view datagram);

// All that does not depend on how often it was seen.
bool fits(const model::FaultRule& rule, const Passing& datagram);
bool fits(const model::Until& until, const Passing& datagram);

// By what copies of it are told: the values of the fields that the rule asks for, so that a retry with
// another time stamp in it is one all the same; else the payload.
std::string key_of(const model::FaultRule& rule, const Passing& datagram);

bool hits_copy(const model::FaultRule& rule, std::size_t occurrence);

}  // namespace sockgrade::faults
