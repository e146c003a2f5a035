// What came from a program that may choose by which connection it sends, and what was typed for it to send.
// Pure.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.hh"

namespace sockgrade::checks {

// All that came before the end of the question's step, by any connection, and the events that say so.
struct Heard {
    std::map<std::string, std::string> by_connection;
    std::vector<std::size_t> events;  // their numbers

    explicit Heard(const Question& question);
    bool holds(std::string_view text) const;
    // How often it came by the connection by which it came most often.
    std::size_t copies_of(std::string_view text) const;
    std::string shown() const;
};

// The lines that were typed before the end of the question's step, without their line ends.
std::vector<std::string> lines_typed(const Question& question);

}  // namespace sockgrade::checks
