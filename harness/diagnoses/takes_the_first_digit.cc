#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// One character is taken for the number.
std::optional<model::Diagnosis> takes_the_first_digit(const Failure& failure) {
    GapRules rules;
    rules.number = GapRules::Number::first_digit;
    return works_like(failure, {rules}, "Your program takes the first digit for the number: to it, 10 is 1.",
                      "The number is everything before the first space: number, text = "
                      "data.decode().split(\" \", 1), and then int(number)");
}

}  // namespace sockgrade::diagnoses
