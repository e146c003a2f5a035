#pragma once

#include "sandbox/world.hh"

namespace sockgrade::sandbox {

// What this machine allows, found by doing it in a child: namespaces that can be made but not used (as with
// Ubuntu's AppArmor profile) count as refused.
Level probe_level();

}  // namespace sockgrade::sandbox
