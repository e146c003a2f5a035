#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// The receiver's first number is 0, and it takes it for one that was before.
std::optional<model::Diagnosis> awaits_one_first(const Failure& failure) {
    GapRules rules;
    rules.first = GapRules::First::one;
    GapRules as_doubled = rules;
    as_doubled.small = GapRules::Small::all_doubled;
    return works_like(failure, {rules, as_doubled}, "Your program awaits 1 before anything has come.",
                      "The first number is 0: begin with expected = 0.");
}

}  // namespace sockgrade::diagnoses
