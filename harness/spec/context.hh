// What the rest of a spec says that its cases depend on.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/spec.hh"

namespace sockgrade::spec {

using Vary = std::map<std::string, std::vector<std::string>>;

// None when the spec does not say it, or says it wrong.
using Transport = std::optional<model::Transport>;

// What one message may be.
constexpr std::size_t most_bytes(Transport transport) {
    return transport != model::Transport::udp ? std::size_t{1} << 20 : 65'507;
}

// A program that is met where it listens, not one that comes to us.
constexpr bool is_passive(model::Role role) {
    return role == model::Role::server || role == model::Role::receiver;
}

// A kind of fault, as far as a spec has to know it.
struct FaultWords {
    std::string name;
    std::vector<std::string> takes{};  // words of its own, beside those that say which datagrams
    std::vector<std::string> needs{};  // of these, one at least
    bool only_to_program = false;
    bool only_from_program = false;
    bool is_harmful = false;  // what it hits does not arrive, or not as it was
};

bool is_name(std::string_view text);  // lower-case letters, digits and dashes, beginning with a letter

}  // namespace sockgrade::spec
