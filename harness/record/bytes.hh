// How bytes stand in JSON, which holds only Unicode: well-formed UTF-8 as a string, which people can read,
// everything else as {"base64": "..."}. One rule for every text, since a program may put any byte anywhere.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace sockgrade::record {

nlohmann::ordered_json bytes_to_value(std::string_view bytes);
// Nothing when the value is neither of the two forms.
std::optional<std::string> bytes_from_value(const nlohmann::json& value);

// RFC 4648, section 4, with padding.
std::string base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

}  // namespace sockgrade::record
