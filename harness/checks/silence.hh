// Something was awaited and did not come: whose doing was that? The first cause wins.
#pragma once

#include <string>

#include "checks/reading.hh"
#include "model/result.hh"

namespace sockgrade::checks {

// How a program ended, for people: "it ended with exit status 1", "it was killed by SIGSEGV (segmentation
// fault)".
std::string describe_end(const model::Termination& termination);

// crashed, exited-early, or build-failed for a program that could not be executed at all.
model::Cause cause_of_end(const Reading& reading, const model::Termination& termination);

// It printed in this step as only a loop without a pause does. How much it came to depends on the machine.
bool pours_out(const Reading& reading, const StepReading& step);

// " It was waiting in accept() on the listening socket.", or nothing where that is not known.
std::string waiting_in(const StepReading& step);

// Marks the finding as not met and says why nothing (more) came in this step: the program had ended, had
// closed or reset the connection, was waiting for something itself, or was busy. `when_quiet`: the cause when
// it just waited.
void explain_silence(model::Finding& finding, const Reading& reading, const StepReading& step,
                     const Exchange* exchange, model::Cause when_quiet);

// The same for a reply that did not come, though a silent program was helped along.
void explain_no_reply(model::Finding& finding, const Reading& reading, const StepReading& step,
                      const Exchange& exchange);
// A reply that came only then has not been given when the client waited for it: notes that, and says so.
bool came_after_half_close(model::Finding& finding, const Exchange& exchange);

}  // namespace sockgrade::checks
