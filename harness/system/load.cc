#include "system/load.hh"

#include <charconv>
#include <fstream>
#include <string>

namespace sockgrade::system {

std::optional<std::size_t> runnable_threads_in(std::string_view loadavg) {
    const std::size_t slash = loadavg.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const std::size_t space = loadavg.rfind(' ', slash);
    if (space == std::string_view::npos) return std::nullopt;
    std::size_t count = 0;
    const char* const end = loadavg.data() + slash;
    const auto parsed = std::from_chars(loadavg.data() + space + 1, end, count);
    return parsed.ec == std::errc{} && parsed.ptr == end ? std::optional(count) : std::nullopt;
}

std::optional<std::size_t> runnable_threads() {
    std::ifstream file("/proc/loadavg");
    std::string line;
    return std::getline(file, line) ? runnable_threads_in(line) : std::nullopt;
}

}  // namespace sockgrade::system
