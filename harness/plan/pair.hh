// Spec of a pair -> PairPlans. Pure, as plan.hh.
#pragma once

#include <cstddef>
#include <vector>

#include "model/pair.hh"
#include "plan/plan.hh"

namespace sockgrade::plan {

// `options.form` is the dialling program's, `listening_form` the other one's. The plans of both have the same
// address, and the role in place of a variant.
std::vector<model::PairPlan> plan_pairs(const model::Spec& spec, const PlanOptions& options,
                                        std::size_t listening_form = 0);

}  // namespace sockgrade::plan
