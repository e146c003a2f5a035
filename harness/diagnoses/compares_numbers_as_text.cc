#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// The order of text is not that of numbers.
std::optional<model::Diagnosis> compares_numbers_as_text(const Failure& failure) {
    GapRules rules;
    rules.number = GapRules::Number::text;
    return works_like(
        failure, {rules}, "Your program compares the numbers as text, where 10 comes before 9.",
        "Turn the text into a number before you compare: int(number), atoi(), Integer.parseInt(), Number()");
}

}  // namespace sockgrade::diagnoses
