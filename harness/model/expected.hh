// Which of the datagrams that are expected one is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/step.hh"

namespace sockgrade::model {

// At the end of an expected text: whatever follows.
inline constexpr std::string_view kAndSoOn = "...";

// Position in `expected`, or nothing. Line ends and NULs around a datagram do not count; an expected text
// that ends in "..." stands for all that begin like it.
std::optional<std::size_t> which_of(const std::vector<Message>& expected, std::string_view datagram);

}  // namespace sockgrade::model
