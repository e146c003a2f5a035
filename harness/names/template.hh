// Texts with names in them: "CALC {a} + {b}", "{= len(blob)}", "{client.port}", and "{{" for a brace. Every
// other brace is an ordinary character, so that "{}" and "{ x }" can be sent as they are.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "names/expression.hh"

namespace sockgrade::names {

enum class Mode {
    text,
    pattern  // a regular expression: what is filled in stands for itself, and "{{" is nothing special
};

struct Part {
    enum class Kind { literal, name, expression };
    Kind kind = Kind::literal;
    std::string text;    // without braces
    std::string source;  // as it stands in the template
};

// Throws Mistake for an expression without an end.
std::vector<Part> parts_of(std::string_view text, Mode mode = Mode::text);

// The names that its parts and expressions have, each once.
std::vector<std::string> names_in(std::string_view text, Mode mode = Mode::text);

// What stands for one part that is no literal; nothing: it stays as it is, for later.
using PartValue = std::function<std::optional<std::string>(const Part& part)>;

struct Filled {
    std::string text;
    bool is_whole = true;  // else it is a template still
};

Filled fill(std::string_view text, Mode mode, const PartValue& value_of);

// All of it. Throws Mistake.
std::string fill_all(std::string_view text, Mode mode, const Lookup& value_of);

}  // namespace sockgrade::names
