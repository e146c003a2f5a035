// A spec: what is wrong with it is said with a line that it has; what is right can be planned, and each plan
// is kept without loss.
#include <algorithm>

#include "base/error.hh"
#include "plan/plan.hh"
#include "record/transcript_json.hh"
#include "tests/fuzz/problems.hh"
#include "tests/fuzz/target.hh"
#include "tests/support/fault_names.hh"

namespace sockgrade::fuzz {

namespace {

void plan_all(const model::Spec& spec) {
    plan::PlanOptions options;
    options.seed = 7;
    options.read_file = [](const std::string&) -> std::string { return "a file"; };
    for (const model::Plan& plan : plan::plan_cases(spec, options)) {
        const std::string json = record::plan_to_json(plan);
        require(record::plan_to_json(record::plan_from_json(json)) == json, "a plan is kept without loss",
                json);
    }
}

}  // namespace

void look_at(std::string_view input) {
    static const spec::NameSets names = spec::all_names();
    const std::string text(input);
    try {
        const model::Spec spec = spec::load_spec_text(text, "x.yaml", names);
        if (spec.halves.empty()) plan_all(spec);
    } catch (const SpecError& error) {
        require_places(error, text);
    } catch (const UsageError& error) {
        require_plain(error.what());
    }
}

}  // namespace sockgrade::fuzz
