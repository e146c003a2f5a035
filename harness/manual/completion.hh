// What shells complete behind "sockgrade": scripts that know the commands, their options, and known words for
// values.
#pragma once

#include <string>

#include "manual/command_line.hh"

namespace sockgrade::manual {

std::string bash_completion(const Command& program);
std::string zsh_completion(const Command& program);
std::string fish_completion(const Command& program);

}  // namespace sockgrade::manual
