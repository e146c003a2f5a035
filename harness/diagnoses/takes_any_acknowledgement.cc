#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// It went on to the next line when the acknowledgement of an earlier one came once more.
std::optional<model::Diagnosis> takes_any_acknowledgement(const Failure& failure) {
    const auto open = open_line(failure);
    if (!open.has_value() || open->next == 0 || open->other_answer == 0 ||
        failure.cause != model::Cause::wrong_order)
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "{} came once more while {} was not acknowledged, and your program went on to the next line, as "
            "if it had been {}.",
            quote(open->other_bytes, 40), quote(open->line.datagram, 60),
            quote(open->line.acknowledgement, 40)),
        "Compare the number in the acknowledgement with the number of the line that you wait for. Throw "
        "others "
        "away, and go on waiting.",
        {open->other_answer, open->next}};
}

}  // namespace sockgrade::diagnoses
