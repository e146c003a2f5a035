// A JSON text as a whole: whether it is one, and what it says it is.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace sockgrade::record {

// UsageError with line and column. The library's own messages repeat the input as it is; these never do.
nlohmann::json parse_json(std::string_view text);

// Takes "schema" out of it. UsageError when it says something else. `what`: "a transcript".
void take_schema(nlohmann::json& document, std::string_view schema, std::string_view what);

}  // namespace sockgrade::record
