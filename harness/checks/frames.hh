// What a peer waits for may end in a certain way: what is missing when it does not. Pure.
#pragma once

#include "checks/check.hh"

namespace sockgrade::checks {

// Of an expectation whose frame has not come whole, though what came of it is right so far.
void explain_unfinished(model::Finding& finding, const Question& question, const Exchange& exchange,
                        const model::Frame& frame);

}  // namespace sockgrade::checks
