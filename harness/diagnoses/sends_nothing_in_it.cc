#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A datagram came, without a byte in it.
std::optional<model::Diagnosis> sends_nothing_in_it(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (serves(plan) || plan.transport != model::Transport::udp || !came_to_nothing(failure.cause))
        return std::nullopt;
    std::size_t empty = 0;
    for (std::size_t i = 0; i < failed_at(failure); ++i) {
        const auto* received = std::get_if<event::Received>(&failure.transcript.events[i].what);
        if (received == nullptr) continue;
        if (!received->bytes.empty()) return std::nullopt;
        if (empty == 0) empty = failure.transcript.events[i].number;
    }
    if (empty == 0) return std::nullopt;
    return model::Diagnosis{
        "",
        "Your program sent a datagram, but there was not a single byte in it.",
        "Check what you hand to sendto(): the buffer with the text, and the length of that text "
        "(strlen(text) in C).",
        {empty}};
}

}  // namespace sockgrade::diagnoses
