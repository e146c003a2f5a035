#include "run/typist.hh"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <string>

#include "base/text.hh"

namespace sockgrade::run {

namespace {

// Enough for host, port, a name and the message; a program that asks for ever gets no further.
constexpr std::size_t kMostLines = 6;

bool names_one_of(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

}  // namespace

// Where there are two of them, a prompt says which, or asks for them in the usual order.
std::uint16_t Typist::port_for(std::string_view prompt) {
    const bool is_first = ports_ == 0;
    ++ports_;
    if (given_.ports.first != 0) return is_first ? given_.ports.first : given_.ports.last;
    if (given_.own_port == 0) return given_.address.port;
    const std::string asked = to_lower(prompt.substr(prompt.rfind('\n') + 1));
    if (names_one_of(asked, {"peer", "other", "remote", "friend", "partner", "target", "dest", "connect"}))
        return given_.address.port;
    return is_first || names_one_of(asked, {"my ", "your", "own", "listen", "local"}) ? given_.own_port
                                                                                      : given_.address.port;
}

// Where a range of ports is all that can be asked for, a prompt need not say so ("from?", "last:"), and one
// may ask for everything at once: then what comes next is what has not been said yet, in the order of the
// handout.
Asked Typist::what_is_asked_now(std::string_view fresh) const {
    const Asked asked = what_is_asked(fresh);
    if (given_.ports.first == 0 || asked != Asked::message || !given_.message.empty()) return asked;
    return host_is_known_ ? Asked::port : Asked::host;
}

bool Typist::type_a_line() {
    if (!program_.input_is_open() || lines_ == kMostLines) return false;
    // Nobody echoes what we type: a second prompt would stand on the line of the first.
    const std::string_view fresh = std::string_view(program_.printed()).substr(output_seen_);
    output_seen_ = program_.printed().size();
    switch (what_is_asked_now(fresh)) {
        case Asked::host:
            host_is_known_ = true;
            program_.type(given_.address.host + "\n");
            break;
        case Asked::port:
            program_.type(fmt::format("{}\n", port_for(fresh)));
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
