#include "run/typist.hh"

#include <fmt/format.h>

#include <string_view>

#include "run/input_prompt.hh"

namespace sockgrade::run {

namespace {

// Enough for host, port, a name and the message; a program that asks for ever gets no further.
constexpr std::size_t kMostLines = 6;

}  // namespace

bool Typist::type_a_line() {
    if (!program_.input_is_open() || lines_ == kMostLines) return false;
    // Nobody echoes what we type: a second prompt would stand on the line of the first.
    const std::string_view fresh = std::string_view(program_.printed()).substr(output_seen_);
    output_seen_ = program_.printed().size();
    switch (what_is_asked(fresh)) {
        case Asked::host:
            program_.type(given_.address.host + "\n");
            break;
        case Asked::port:
            program_.type(fmt::format("{}\n", given_.address.port));
            break;
        case Asked::message:
            if (given_.message.empty()) return false;
            program_.type(given_.message + "\n");
            break;
    }
    ++lines_;
    return true;
}

}  // namespace sockgrade::run
