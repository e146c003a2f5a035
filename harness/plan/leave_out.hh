// Takes parts out of a plan, so that what stays is a case of its own.
#pragma once

#include <vector>

#include "model/plan.hh"
#include "plan/only.hh"

namespace sockgrade::plan {

// `plan` is whole, and `only` has been checked against its parts. `renumbered`: its steps, all of them, with
// the messages that stay counted anew. A fault goes with its message: it hits the same one under its new
// number, and where its message is left out it is left out too.
void leave_only(model::Plan& plan, std::vector<model::Step> renumbered, const Only& only);

}  // namespace sockgrade::plan
