// What the program is told: an address, a message, and the arguments that hold them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/plan.hh"

namespace sockgrade::plan {

// A port that tells a forgotten htons(): with its bytes swapped it is another one, that a program may bind.
std::uint16_t choose_port(std::uint64_t seed);

// Fills in the arguments from what `given` holds otherwise. {file} stays: only a run knows the path.
void fill_arguments(model::Given& given);

}  // namespace sockgrade::plan
