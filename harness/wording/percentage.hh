// Percentages in an output: "20% loss", "loss: 20.0 %", "Verlust (in %): 20".
#pragma once

#include <vector>

#include "wording/tokens.hh"
#include "wording/vocabulary.hh"

namespace sockgrade::wording {

// Is the last percentage of that name this one? Where none has the name, the last that has no other.
bool says_percentage(Meaning name, double value, const std::vector<Token>& tokens);

}  // namespace sockgrade::wording
