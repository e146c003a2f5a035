// How much of what comes from the program is new.
#pragma once

#include <cstddef>
#include <functional>

#include "run/stage.hh"

namespace sockgrade::run {

// Counts the datagrams that peers who react (`whenever`) have got, those of the same bytes once: who sends
// again gets nowhere, and is not waited for any longer. Empty where nobody reacts. `stage` has to outlive it.
std::function<std::size_t()> news_of_reacting_peers(Stage& stage);

}  // namespace sockgrade::run
