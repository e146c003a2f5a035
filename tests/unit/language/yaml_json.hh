// YAML as JSON, for schemas.
#pragma once

#include <yaml-cpp/yaml.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

namespace sockgrade::language {

// As an editor sees it: what is not in quotes may be a number, true or nothing.
inline nlohmann::json to_json(const YAML::Node& node) {
    nlohmann::json out;
    if (node.IsMap()) {
        out = nlohmann::json::object();
        for (const auto& entry : node) out[entry.first.as<std::string>()] = to_json(entry.second);
    } else if (node.IsSequence()) {
        out = nlohmann::json::array();
        for (const auto& item : node) out.push_back(to_json(item));
    } else if (node.IsScalar()) {
        bool flag = false;
        std::int64_t number = 0;
        if (node.Tag() == "!")
            out = node.as<std::string>();
        else if (YAML::convert<std::int64_t>::decode(node, number))
            out = number;
        else if (YAML::convert<bool>::decode(node, flag))
            out = flag;
        else
            out = node.as<std::string>();
    }
    return out;
}

}  // namespace sockgrade::language
