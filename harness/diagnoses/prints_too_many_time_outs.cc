#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

// It says so of pings that were answered in time.
std::optional<model::Diagnosis> prints_too_many_time_outs(const Failure& failure) {
    const auto pings = pings_of(failure);
    if (!pings || !pings->all_came() || unmet_pattern(failure) == nullptr) return std::nullopt;
    const std::size_t lost = pings->without_reply();
    const std::size_t said = time_outs_printed(failure);
    // Who says it twice for each one counts otherwise.
    if (said <= lost || said > pings->sent.size() || said == 2 * lost) return std::nullopt;
    std::vector<std::size_t> evidence;
    for (const model::Event& event : failure.transcript.events)
        if (const auto* print = std::get_if<model::event::Printed>(&event.what))
            if (contains(to_lower(print->bytes), "out")) evidence.push_back(event.number);
    return model::Diagnosis{
        "",
        fmt::format("{} of {} pings got no reply in time, and your program said {} times that one timed out.",
                    lost, pings->sent.size(), said),
        "Each ping has a second of its own. setSoTimeout() in Java counts milliseconds: 1000. "
        "SetReadDeadline() in "
        "Go is a moment: set it before each wait. And a datagram that is not the reply ends no ping: go on "
        "waiting.",
        evidence};
}

}  // namespace sockgrade::diagnoses
