// The values of a case, drawn and computed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/value.hh"
#include "names/template.hh"
#include "plan/fill.hh"

namespace sockgrade::plan {

// In the order of their rules. Each is drawn by its name, so that none moves another. Throws names::Mistake.
std::vector<model::NamedValue> make_values(const std::vector<model::ValueRule>& rules,
                                           const std::optional<Chosen>& chosen, std::uint64_t seed);

// What the name stands for; nothing where it is none of these.
std::optional<names::Value> value_named(const std::vector<model::NamedValue>& values,
                                        const std::string& name);

}  // namespace sockgrade::plan
