// JSON as all reports write it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace sockgrade::reports {

using Json = nlohmann::ordered_json;

// ASCII only, and without orders: a CI runner that echoes the report takes none from a student's program.
// `indent` below 0: all in one line.
std::string printed(const Json& document, int indent = 2);

}  // namespace sockgrade::reports
