// Spec of a pair -> PairPlans. Pure, as plan.hh.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pair.hh"
#include "plan/plan.hh"

namespace sockgrade::plan {

// `options.arguments` are the dialling program's, `listening_form` the other one's; none: those of its spec.
// The plans of both have the same address, and the role in place of a variant.
std::vector<model::PairPlan> plan_pairs(const model::Spec& spec, const PlanOptions& options,
                                        const std::optional<std::vector<std::string>>& listening_form = {});

}  // namespace sockgrade::plan
