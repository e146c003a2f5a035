// The functions that an expression may call: one table, of which messages and the documentation's test are
// made.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "names/value.hh"

namespace sockgrade::names {

// What one value may hold.
inline constexpr std::size_t kMostBytes = std::size_t{4} << 20;

struct Function {
    std::string_view name;
    std::size_t fewest;  // arguments
    std::size_t most;
    std::string_view meaning;
    Value (*call)(const std::vector<Value>& arguments);
};

std::span<const Function> functions();
// Null when there is none of this name. `if` is none: it looks at one of its branches only.
const Function* function_named(std::string_view name);
// With `if`.
std::vector<std::string> function_names();

}  // namespace sockgrade::names
