// A YAML document as plain data, each value with where it stands. yaml-cpp stays behind this: its marks count
// from 0, its errors speak of "block entries", and it walks an alias as if it were a copy.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sockgrade::spec {

struct Where {
    int line = 0;    // 1-based
    int column = 0;  // 1-based, in characters

    friend bool operator==(const Where&, const Where&) = default;
};

struct Value;
using ValuePtr = std::shared_ptr<const Value>;

struct Entry {
    std::string key;
    Where where;  // of the key
    ValuePtr value;
};

struct Value {
    enum class Kind { nothing, text, list, map };
    Kind kind = Kind::nothing;
    Where where;
    std::string text;             // for text: numbers and true/false are text too until somebody asks
    std::vector<ValuePtr> items;  // for a list
    std::vector<Entry> entries;   // for a map, in order, with repeated keys
    std::size_t size = 1;         // with everything in it, an alias counted each time
};

struct TextLimits {
    std::size_t bytes;
    std::size_t values;
};
// What a person writes; what a machine does.
inline constexpr TextLimits kWritten{std::size_t{1} << 20, 200'000};
inline constexpr TextLimits kLargeFile{std::size_t{64} << 20, 5'000'000};

// The one document in the text. Throws SpecError with the syntax error. `what` it is, for messages.
ValuePtr parse_yaml(const std::string& text, const std::string& file, const std::string& what = "spec",
                    const TextLimits& limits = kWritten);

}  // namespace sockgrade::spec
