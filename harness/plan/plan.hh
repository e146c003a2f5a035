// Spec -> Plans: every choice made, from the seed. Pure: files are read by whoever calls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/plan.hh"
#include "plan/only.hh"
#include "plan/parts.hh"

namespace sockgrade::plan {

struct PlanOptions {
    std::uint64_t seed = 1;
    std::string case_id;  // only this case, "long-message", or one variant of it, "long-message/size=1024"
    std::optional<std::vector<std::string>> arguments;  // instead of the spec's
    std::vector<std::string> typed_order{};             // for a program that asks without saying for what
    std::uint16_t port =
        0;        // to be told, where two programs have to meet; 0: one that is chosen for each case
    Only only{};  // the parts that stay
    bool quiescence = true;
    bool real_time = false;
    model::Limits limits;
    std::function<std::string(const std::string& path)> read_file;  // relative to the spec's folder
};

// The plans of the spec's cases in its order, one for each value in `vary`. Throws UsageError for a case that
// there is not, and for a message that cannot be made.
std::vector<model::Plan> plan_cases(const model::Spec& spec, const PlanOptions& options);

// What can be left out of a plan of the spec's, which has to be whole.
Parts parts_of(const model::Spec& spec, const model::Plan& plan);

// The same plan with another host, port and message: what a program uses all the same is its own choice.
model::Plan control_of(const model::Plan& plan);

}  // namespace sockgrade::plan
