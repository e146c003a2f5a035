#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// Of a gap of several numbers the first is reported.
std::optional<model::Diagnosis> reports_the_first_of_a_gap_only(const Failure& failure) {
    GapRules rules;
    rules.gap = GapRules::Gap::first_only;
    return works_like(
        failure, {rules},
        "Where several numbers in a row are missing, your program reports the first of them only.",
        "When you await 2 and 5 comes, then 2, 3 and 4 are missing: for lost in range(expected, number)");
}

}  // namespace sockgrade::diagnoses
