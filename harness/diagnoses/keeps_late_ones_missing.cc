#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// What was late is late once more.
std::optional<model::Diagnosis> keeps_late_ones_missing(const Failure& failure) {
    GapRules rules;
    rules.forgets_late_ones = false;
    return works_like(failure, {rules}, "Your program called a number late again that was late before.",
                      "A late number has come, and is missing no more: take it out of the set of missing "
                      "numbers, missing.discard(number). Its next copy is doubled.");
}

}  // namespace sockgrade::diagnoses
