// {placeholders} in texts. A name is a letter and then letters, digits, '-', '_', or a dot between two of
// these; every other brace is an ordinary character, so that "{}" and "{ x }" can be sent as they are.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade {

struct Placeholder {
    std::string name;
    std::size_t at = 0;    // of its opening brace
    std::size_t size = 0;  // with both braces

    friend bool operator==(const Placeholder&, const Placeholder&) = default;
};

std::vector<Placeholder> placeholders_in(std::string_view text);

bool has_placeholder(std::string_view text, std::string_view name);

// Each placeholder replaced by its value; one without a value stays. Values are not looked at again, and are
// asked for from left to right.
std::string fill_placeholders(
    std::string_view text,
    const std::function<std::optional<std::string>(const std::string& name)>& value_of);

}  // namespace sockgrade
