#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// Whatever is too small is doubled.
std::optional<model::Diagnosis> calls_late_ones_doubled(const Failure& failure) {
    GapRules rules;
    rules.small = GapRules::Small::all_doubled;
    return works_like(failure, {rules}, "Your program called a number doubled that came for the first time.",
                      "Remember which numbers are missing, in a set: one of them that comes is late. All "
                      "others that are smaller than the one you await have come before: they are doubled.");
}

}  // namespace sockgrade::diagnoses
