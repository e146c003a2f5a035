#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// It ended while a line was open, and had not tried often enough.
std::optional<model::Diagnosis> gives_up_too_early(const Failure& failure) {
    constexpr std::size_t kEnough = 6;  // once, and five times again
    const auto open = open_line(failure);
    const auto end = ended(failure);
    if (!open.has_value() || !end.has_value() || open->next != 0 || open->line.lost.empty())
        return std::nullopt;
    if (open->line.sent.size() >= kEnough || end->termination.how != model::Termination::How::exited)
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{}. Your program had sent it {} when it ended; {} never came.",
                    what_was_lost(failure, open->line), times_in_words(open->line.sent.size()),
                    quote(open->line.acknowledgement, 40)),
        "A time-out is no reason to end. Put sending and waiting into a loop that only the right "
        "acknowledgement "
        "ends, for the last line too. Give up after five resends at the earliest.",
        {open->line.lost.back(), end->number}};
}

}  // namespace sockgrade::diagnoses
