// What this machine allows, found by doing it with a real child: namespaces that can be made but not used (as
// with Ubuntu's AppArmor profile) count as refused.
#pragma once

#include "sandbox/level.hh"
#include "system/trial.hh"

namespace sockgrade::sandbox {

// Whether programs can be run at this level here. Level A may move the calling process into a control group
// of its own: who may use it is known only by using it.
system::Trial try_level(Level level);

// The best level at which they can.
Level probe_level();

}  // namespace sockgrade::sandbox
