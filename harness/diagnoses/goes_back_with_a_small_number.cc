#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// A late or doubled number sets what is awaited back.
std::optional<model::Diagnosis> goes_back_with_a_small_number(const Failure& failure) {
    GapRules as_late;
    as_late.small = GapRules::Small::all_late;
    GapRules as_doubled;
    as_doubled.small = GapRules::Small::all_doubled;
    GapRules rules;
    rules.goes_back = true;
    GapRules back_as_late = as_late;
    back_as_late.goes_back = true;
    GapRules back_as_doubled = as_doubled;
    back_as_doubled.goes_back = true;
    return works_like(failure, {rules, back_as_late, back_as_doubled},
                      "After a late or doubled number your program goes on counting from there, and what had "
                      "come already is missing once more.",
                      "Only a number that is greater than all before changes what you await. After a late or "
                      "doubled one it stays as it was.",
                      {as_late, as_doubled});
}

}  // namespace sockgrade::diagnoses
