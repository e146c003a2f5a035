// What a peer waits for may end in a certain way: what is missing when it does not. Pure.
#pragma once

#include "checks/check.hh"

namespace sockgrade::checks {

// Nothing came, and that is a whole message: of no bytes, or of what comes up to an end that came at once.
bool is_whole_and_empty(const Exchange& exchange, const model::Expect& expect);

// Of an expectation whose frame has not come whole, though what came of it is right so far.
void explain_unfinished(model::Finding& finding, const Question& question, const Exchange& exchange,
                        const model::Expect& expect);

}  // namespace sockgrade::checks
