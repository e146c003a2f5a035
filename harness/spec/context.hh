// What the rest of a spec says that its cases depend on.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "faults/fault.hh"
#include "model/spec.hh"

namespace sockgrade::spec {

using Vary = std::map<std::string, std::vector<std::string>>;

// None when the spec does not say it, or says it wrong.
using Transport = std::optional<model::Transport>;

// What one message may be.
constexpr std::size_t most_bytes(Transport transport) {
    return transport != model::Transport::udp ? std::size_t{1} << 20 : model::kMostInDatagram;
}

bool is_name(std::string_view text);  // lower-case letters, digits and dashes, beginning with a letter

}  // namespace sockgrade::spec
