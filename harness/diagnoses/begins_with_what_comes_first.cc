#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// What comes first is the beginning.
std::optional<model::Diagnosis> begins_with_what_comes_first(const Failure& failure) {
    GapRules as_doubled;
    as_doubled.small = GapRules::Small::all_doubled;
    GapRules rules;
    rules.first = GapRules::First::whatever_comes;
    GapRules both = as_doubled;
    both.first = GapRules::First::whatever_comes;
    return works_like(failure, {rules, both},
                      "Your program takes the first number that comes for the beginning, so that nothing is "
                      "missing before it.",
                      "Counting begins with 0, also when 0 is lost. Begin with expected = 0.", {as_doubled});
}

}  // namespace sockgrade::diagnoses
