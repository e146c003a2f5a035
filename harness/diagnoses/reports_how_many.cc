#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// The size of a gap, or of all gaps, in place of the numbers.
std::optional<model::Diagnosis> reports_how_many(const Failure& failure) {
    GapRules as_doubled;
    as_doubled.small = GapRules::Small::all_doubled;
    GapRules size;
    size.gap = GapRules::Gap::how_many;
    GapRules sum;
    sum.gap = GapRules::Gap::how_many_so_far;
    GapRules size_as_doubled = as_doubled;
    size_as_doubled.gap = GapRules::Gap::how_many;
    GapRules sum_as_doubled = as_doubled;
    sum_as_doubled.gap = GapRules::Gap::how_many_so_far;
    return works_like(failure, {size, sum, size_as_doubled, sum_as_doubled},
                      "Your program reports how many numbers are missing, and not which.",
                      "Print each of them: for lost in range(expected, number): print(\"missing\", lost)",
                      {as_doubled});
}

}  // namespace sockgrade::diagnoses
