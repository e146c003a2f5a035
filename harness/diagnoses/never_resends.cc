#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

namespace {

// It does send again, but lets so much time pass before that the case is over first.
std::optional<model::Diagnosis> waits_too_long(const Failure& failure, const Line& line,
                                               const UnsatisfiedWait& wait) {
    constexpr std::int64_t kLongest = 1'000'000;  // as the handout says
    constexpr std::int64_t kRoundsUpTo = 1'500'000;
    if (line.sent.size() < 2) return std::nullopt;
    std::int64_t shortest = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 1; i < line.sent.size(); ++i) {
        const auto at = [&](std::size_t number) {
            const std::size_t position = position_of(failure.transcript, number);
            return position < failure.transcript.events.size() ? failure.transcript.events[position].at_us
                                                               : 0;
        };
        shortest = std::min(shortest, at(line.sent[i]) - at(line.sent[i - 1]));
    }
    // What is a little more may be the machine's doing.
    if (shortest <= kRoundsUpTo) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "{}. Your program has sent it {}, and lets about {} seconds pass before it sends it again. {} "
            "second is the most that it may wait.",
            what_was_lost(failure, line), times_in_words(line.sent.size()), (shortest + 500'000) / 1'000'000,
            kLongest / 1'000'000),
        "Wait half a second for an acknowledgement: sock.settimeout(0.5) in Python, in seconds; "
        "setSoTimeout(500) in Java and poll() in C count milliseconds.",
        {line.sent.front(), line.sent.back(), wait.number}};
}

}  // namespace

// Something was lost, and the program waits for an answer for ever.
std::optional<model::Diagnosis> never_resends(const Failure& failure) {
    const auto open = open_line(failure);
    const auto wait = unsatisfied_wait(failure);
    if (!open.has_value() || open->next != 0 || open->line.lost.empty()) return std::nullopt;
    if (!wait.has_value() || ended(failure).has_value()) return std::nullopt;
    if (wait->how == model::WaitEnd::backstop) return waits_too_long(failure, open->line, *wait);
    if (wait->how != model::WaitEnd::quiet) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "{}. Your program has sent it {}, and now waits in {} without a time limit, or with a very "
            "long one: nothing will come any more.",
            what_was_lost(failure, open->line), times_in_words(open->line.sent.size()), in_words(wait->in)),
        "Wait for the acknowledgement with a time limit: sock.settimeout(0.5) in Python, SO_RCVTIMEO or "
        "poll() in "
        "C, setSoTimeout() in Java, SetReadDeadline() in Go. When the time is over, send the same datagram "
        "again.",
        {open->line.lost.back(), wait->number}};
}

}  // namespace sockgrade::diagnoses
