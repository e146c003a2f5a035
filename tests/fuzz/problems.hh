// What holds of every message about a file that somebody wrote.
#pragma once

#include <algorithm>

#include "base/error.hh"
#include "base/text.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

// It does nothing to a terminal: no control characters but line ends, no half letters.
inline void require_plain(std::string_view message) {
    require(is_utf8(message), "a message is UTF-8", message);
    require(std::none_of(
                message.begin(), message.end(),
                [](char c) { return c != '\n' && (static_cast<unsigned char>(c) < ' ' || c == '\x7f'); }),
            "a message has no control characters", message);
}

// Each problem is in a line of the text.
inline void require_places(const SpecError& error, std::string_view text) {
    require(!error.problems().empty(), "an error says what is wrong");
    // YAML ends lines with \r alone, and with U+0085, U+2028 and U+2029.
    const auto ends = std::count_if(text.begin(), text.end(), [](char c) {
        return c == '\n' || c == '\r' || c == '\x85' || c == '\xa8' || c == '\xa9';
    });
    for (const SpecProblem& one : error.problems()) {
        require(one.line >= 0 && one.line <= ends + 2 && one.column >= 0, "a problem is in the text",
                one.to_string());
        require_plain(one.to_string());
    }
}

}  // namespace sockgrade::fuzz
