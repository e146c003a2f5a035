#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// Whatever is too small is late, or what does not come right after the first copy.
std::optional<model::Diagnosis> calls_doubled_ones_late(const Failure& failure) {
    GapRules again;
    again.forgets_late_ones = false;
    GapRules rules;
    rules.small = GapRules::Small::all_late;
    return works_like(
        failure, {rules}, "Your program called a number late that had come before.",
        "Remember which numbers are missing, in a set, or all that have come. One that is missing and comes "
        "is late; one that has come before is doubled, however long ago that was.",
        {again});
}

}  // namespace sockgrade::diagnoses
