// Plays a plan's steps, in their order, and waits where a step expects something.
#pragma once

#include "run/stage.hh"

namespace sockgrade::run {

// Ends after the last step, or in one from which there is no going on.
void play_story(const model::Plan& plan, Recorder& record, Subject& program, Peers& peers, Waits& waiting);

}  // namespace sockgrade::run
