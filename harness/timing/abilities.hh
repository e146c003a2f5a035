// What virtual time is made of, tried out with a real child (see observe/abilities.hh).
#pragma once

#include <functional>

#include "system/trial.hh"

namespace sockgrade::timing {

// A child's clock can be moved on, and its sleep ended, so that it sees its time pass. `become`: what the
// child does first, to be who programs are.
system::Trial try_moving_time(const std::function<void()>& become);

}  // namespace sockgrade::timing
