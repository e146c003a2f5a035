// Plays a plan's steps, in their order, and waits where a step expects something.
#pragma once

#include "run/stage.hh"

namespace sockgrade::run {

// Ends after the last step, or in one from which there is no going on. What messages say that nobody knew
// before is filled in, in the plan.
void play_story(model::Plan& plan, Recorder& record, Subject& program, Peers& peers, Waits& waiting);

}  // namespace sockgrade::run
