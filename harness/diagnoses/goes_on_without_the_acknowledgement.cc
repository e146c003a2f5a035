#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// The next line was sent though nothing at all had come for the one before.
std::optional<model::Diagnosis> goes_on_without_the_acknowledgement(const Failure& failure) {
    const auto open = open_line(failure);
    if (!open.has_value() || open->next == 0 || open->other_answer != 0 || open->line.lost.empty() ||
        failure.cause != model::Cause::wrong_order)
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{}, and your program went on to the next line without its acknowledgement.",
                    what_was_lost(failure, open->line)),
        "After each line, wait for its acknowledgement. When that does not come in time, send the same line "
        "again; "
        "go on only when it has come.",
        {open->line.lost.back(), open->next}};
}

}  // namespace sockgrade::diagnoses
