#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// Something was lost, and the program waits for an answer for ever.
std::optional<model::Diagnosis> never_resends(const Failure& failure) {
    const auto open = open_line(failure);
    const auto wait = unsatisfied_wait(failure);
    if (!open.has_value() || open->next != 0 || open->line.lost.empty()) return std::nullopt;
    if (!wait.has_value() || wait->how != model::WaitEnd::quiet || ended(failure).has_value())
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "{}. Your program has sent it {}, and now waits in {} without a time limit, or with a very "
            "long one: nothing will come any more.",
            what_was_lost(failure, open->line), times_in_words(open->line.sent.size()),
            escape(wait->blocked)),
        "Wait for the acknowledgement with a time limit: sock.settimeout(0.5) in Python, SO_RCVTIMEO or "
        "poll() in "
        "C, setSoTimeout() in Java, SetReadDeadline() in Go. When the time is over, send the same datagram "
        "again.",
        {open->line.lost.back(), wait->number}};
}

}  // namespace sockgrade::diagnoses
