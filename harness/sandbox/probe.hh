// What this machine allows, found by doing it with a real child: namespaces that can be made but not used (as
// with Ubuntu's AppArmor profile) count as refused.
#pragma once

#include <string>

#include "sandbox/level.hh"

namespace sockgrade::sandbox {

// Why programs can't be run at this level here; empty where they can.
std::string refusal_of(Level level);

// The best level at which they can.
Level probe_level();

}  // namespace sockgrade::sandbox
