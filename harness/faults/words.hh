// Words that the sentences of several faults share.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/fault.hh"

namespace sockgrade::faults {

// "2, 3 and 5"
std::string numbers(const std::vector<std::size_t>& list);
// " of the format 'ack' with block 1", or nothing
std::string with_format(const std::optional<model::Formatted>& formatted);
// " with seq 2 or 3", or nothing
std::string with_fields(const std::vector<model::Field>& fields);
// "datagram 5", "a datagram with seq 2"
std::string in_words(const model::Until& until);
// "until 2 others have passed", "for 20 ms"
std::string held_until(const model::FaultDetail& detail);

}  // namespace sockgrade::faults
