// The forms in which programs take their arguments: those that the spec has, and those that students write
// besides. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/spec.hh"

namespace sockgrade::plan {

using Form = std::vector<std::string>;  // with {placeholders}

// The usual one first.
std::vector<Form> documented_forms(const model::ProgramSpec& program);

// Others with the same in them in the same order: less of it, or host and port in one word. Another order is
// a mistake, unless the program says so itself.
std::vector<Form> undocumented_forms(const model::ProgramSpec& program);

// What a program says of itself in a line like "usage: client.py [-h] --port PORT HOST". Nothing where there
// is no such line, or it asks for what nobody can know.
std::optional<Form> form_in_usage(std::string_view printed, const model::ProgramSpec& program);

}  // namespace sockgrade::plan
