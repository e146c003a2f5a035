// `fields: { seq: "{seq} ", ack: "...ACK {ack}" }`: where a datagram says its number.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/fault.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// The fields of this map, and those of `outer` that it does not say anew.
std::vector<model::Field> read_fields(const Section& section, const std::vector<model::Field>& outer);

// The fields that a rule asks for, as in `seq: 3` or `seq: [3, 5]`.
std::vector<model::Field> read_wanted_fields(const Section& rule, const std::vector<model::Field>& known);

std::vector<std::string> names_of(const std::vector<model::Field>& fields);

}  // namespace sockgrade::spec
