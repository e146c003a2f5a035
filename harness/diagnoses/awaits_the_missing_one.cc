#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// After a gap it still awaits what was missing.
std::optional<model::Diagnosis> awaits_the_missing_one(const Failure& failure) {
    GapRules first;
    first.moves_on = false;
    first.gap = GapRules::Gap::first_only;
    GapRules each;
    each.moves_on = false;
    return works_like(
        failure, {first, each},
        "After a gap your program still awaits the number that is missing, so that whatever comes seems to "
        "have a gap before it.",
        "After number has come, the next is number + 1, whatever was missing before: expected = number + 1");
}

}  // namespace sockgrade::diagnoses
