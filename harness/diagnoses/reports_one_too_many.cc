#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// The number that came is called missing with the others.
std::optional<model::Diagnosis> reports_one_too_many(const Failure& failure) {
    GapRules rules;
    rules.gap = GapRules::Gap::with_the_one_that_came;
    return works_like(failure, {rules}, "Your program calls the number missing that has just come.",
                      "When you await 2 and 3 comes, only 2 is missing. Look at the end of the loop: "
                      "range(expected, number) ends before number; in C, < and not <=.");
}

}  // namespace sockgrade::diagnoses
