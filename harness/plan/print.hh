// Specs and plans as text, for people.
#pragma once

#include <string>

#include "model/plan.hh"

namespace sockgrade::plan {

// Everything that is decided, for --dry-run.
std::string to_text(const model::Plan& plan);

// What an exercise asks for, for `sockgrade show`: at most 80 columns.
std::string explain(const model::Spec& spec);

}  // namespace sockgrade::plan
