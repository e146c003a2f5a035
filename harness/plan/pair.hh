// Spec of a pair -> PairPlans. Pure, as plan.hh.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pair.hh"
#include "plan/plan.hh"

namespace sockgrade::plan {

// What the listening program is told, as PlanOptions has it for the dialling one.
struct ListeningOptions {
    std::optional<std::vector<std::string>> arguments{};  // instead of its spec's
    std::vector<std::string> typed_order{};
};

// The plans of both have the same address, and the role in place of a variant.
std::vector<model::PairPlan> plan_pairs(const model::Spec& spec, const PlanOptions& options,
                                        const ListeningOptions& listening_options = {});

// The same with another message, and where they were: elsewhere two of which one has its port written in
// would not meet.
model::PairPlan control_of(const model::PairPlan& plan);

}  // namespace sockgrade::plan
