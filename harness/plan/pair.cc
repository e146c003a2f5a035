#include "plan/pair.hh"

#include <algorithm>
#include <utility>

#include "plan/given.hh"
#include "telling/pair.hh"

namespace sockgrade::plan {

namespace {

// The case's steps with what the plan has filled in: the dialling program's steps are all but those that are
// asked of the other one.
std::vector<model::Step> filled_in(const std::vector<model::Step>& steps, const model::Plan& dialling,
                                   const model::PairRoles& roles) {
    std::vector<model::Step> filled = steps;
    auto next = dialling.steps.begin();
    for (model::Step& step : filled) {
        const bool is_others = step.actor == roles.listening && telling::is_asked_of_actor(step.action);
        if (!is_others) step.action = (next++)->action;
    }
    return filled;
}

model::Plan listening_plan(const model::Plan& dialling, const model::ProgramSpec& program,
                           const ListeningOptions& options, const std::vector<model::Step>& steps,
                           const model::PairRoles& roles) {
    model::Plan plan = dialling;
    plan.role = program.role;
    plan.address_rule = program.address;
    plan.faults.clear();
    plan.given.message.clear();
    plan.given.forms = options.arguments.value_or(program.arguments);
    plan.given.typed_order = options.typed_order;
    fill_arguments(plan.given, plan.role);
    plan.steps = telling::listening_steps(steps, roles, plan.transport);
    return plan;
}

}  // namespace

std::vector<model::PairPlan> plan_pairs(const model::Spec& spec, const PlanOptions& options,
                                        const ListeningOptions& listening_options) {
    const model::ProgramSpec& listening = spec.halves.at(1).program;
    const model::PairRoles roles{to_string(spec.program.role), to_string(listening.role)};
    model::Spec dialling = spec;
    for (model::CaseSpec& one : dialling.cases) one.steps = telling::dialling_steps(one.steps, roles);
    std::vector<model::PairPlan> pairs;
    for (model::Plan& plan : plan_cases(dialling, options)) {
        const auto one = std::find_if(spec.cases.begin(), spec.cases.end(),
                                      [&](const model::CaseSpec& known) { return known.id == plan.case_id; });
        model::PairPlan pair;
        pair.listening =
            listening_plan(plan, listening, listening_options, filled_in(one->steps, plan, roles), roles);
        pair.dialling = std::move(plan);
        pair.dialling.variant = roles.dialling;
        pair.listening.variant = roles.listening;
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

}  // namespace sockgrade::plan
