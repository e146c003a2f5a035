// How busy the machine is.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sockgrade::system {

// The threads of all programs that run or would like to (proc_loadavg(5), the first half of its fourth
// field). Of this very moment, not an average. Nothing where it can't be read.
std::optional<std::size_t> runnable_threads();

// The same, from such a file's text: "0.20 0.18 0.12 1/80 11206".
std::optional<std::size_t> runnable_threads_in(std::string_view loadavg);

}  // namespace sockgrade::system
