#include "telling/wait.hh"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.hh"

namespace sockgrade::telling {

using model::Wait;
using model::Waits;
using Call = Wait::Call;

namespace {

// The number of a descriptor is nowhere in the student's program: what it is for says more, where that is
// known.
std::string_view named(const Wait& wait) {
    if (wait.call == Call::accept || wait.on == Wait::On::listening_socket) return "listening socket";
    if (wait.call == Call::connect || wait.on == Wait::On::udp_socket) return "socket";
    return wait.on == Wait::On::connection ? "connection" : "";
}

std::string in_words(const Wait& wait, std::size_t count) {
    if (wait.call == Call::none) return "its own code";
    const std::string_view name = model::kCallNames.at(static_cast<std::size_t>(wait.call));
    if (wait.is_on_standard_input()) return "read() on its standard input";
    if (wait.descriptor < 0) return fmt::format("{}()", name);
    const std::string_view what = named(wait);
    if (what.empty()) return fmt::format("{}() on descriptor {}", name, wait.descriptor);
    return count == 1 ? fmt::format("{}() on the {}", name, what)
                      : fmt::format("{}() on {} {}s", name, count, what);
}

bool read_alike(const Wait& one, const Wait& other) {
    return one.call == other.call && one.descriptor >= 0 && other.descriptor >= 0 && !named(one).empty() &&
           named(one) == named(other);
}

}  // namespace

std::string in_words(const Wait& wait) { return in_words(wait, 1); }

std::string in_words(const Waits& waits) {
    std::vector<std::string> all;
    for (auto wait = waits.begin(); wait != waits.end(); ++wait) {
        const auto is_alike = [&](const Wait& other) { return read_alike(*wait, other); };
        if (std::any_of(waits.begin(), wait, is_alike)) continue;
        all.push_back(in_words(*wait, std::max<std::size_t>(1, static_cast<std::size_t>(std::count_if(
                                                                   wait, waits.end(), is_alike)))));
    }
    return list_of(all);
}

}  // namespace sockgrade::telling
