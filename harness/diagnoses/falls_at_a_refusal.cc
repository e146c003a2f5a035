#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A datagram met nobody, the system said so, and that was the program's end.
std::optional<model::Diagnosis> falls_at_a_refusal(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const auto end = ended(failure);
    if (serves(plan) || plan.transport != model::Transport::udp || !end.has_value() || had_to_fail(failure))
        return std::nullopt;
    std::size_t refused = 0;
    for (const model::Event& one : failure.transcript.events) {
        const auto* played = std::get_if<event::FaultPlayed>(&one.what);
        const auto* fault = std::get_if<event::FaultApplied>(&one.what);
        const bool is_refusal = (played != nullptr && played->what == event::FaultPlayed::What::refused) ||
                                (fault != nullptr && fault->kind == "unreachable");
        const bool is_away = played != nullptr && played->what == event::FaultPlayed::What::went_away;
        if ((is_refusal || is_away) && refused == 0) refused = one.number;
    }
    static constexpr std::array kSigns = {"Connection refused", "connection refused", "ECONNREFUSED",
                                          "PortUnreachable"};
    const std::string said = printed(failure.transcript, 0, end->position);
    const bool names_it =
        std::any_of(kSigns.begin(), kSigns.end(), [&](const char* sign) { return contains(said, sign); });
    if (refused == 0 || !names_it) return std::nullopt;
    return model::Diagnosis{
        "",
        "What your program sent met nobody. The system told it so, \"Connection refused\", and your program "
        "ended.",
        "That the other side is not there now means no more than that no reply comes. Catch this error too "
        "(except OSError in Python, recv() < 0 in C, on('error') in Node), and go on with the next message.",
        {refused, end->number}};
}

}  // namespace sockgrade::diagnoses
