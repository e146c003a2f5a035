#include "run/typist.hh"

#include <fmt/format.h>

#include "run/input_prompt.hh"

namespace sockgrade::run {

namespace {

// Enough for host, port, a name and the message; a program that asks for ever gets no further.
constexpr std::size_t kMostLines = 6;

}  // namespace

bool Typist::type_a_line() {
    if (!program_.input_is_open() || lines_ == kMostLines) return false;
    switch (what_is_asked(program_.output().text())) {
        case Asked::host: program_.type(given_.address.host + "\n"); break;
        case Asked::port: program_.type(fmt::format("{}\n", given_.address.port)); break;
        case Asked::message:
            if (given_.message.empty()) return false;
            program_.type(given_.message + "\n");
            break;
    }
    ++lines_;
    return true;
}

}  // namespace sockgrade::run
