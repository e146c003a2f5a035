#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

// recvfrom() returned 0 bytes, and that was taken for the end.
std::optional<model::Diagnosis> ends_at_an_empty_datagram(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || plan.transport != Transport::udp || !came_to_nothing(failure.cause))
        return std::nullopt;
    const auto end = ended(failure);
    if (!end.has_value() || end->termination.how != model::Termination::How::exited ||
        end->termination.code != 0)
        return std::nullopt;
    // The next datagram may be on its way already when the program ends; but nothing came of it.
    const model::Event* empty = nullptr;
    for (std::size_t i = 0; i < end->position; ++i) {
        const model::Event& event = failure.transcript.events[i];
        const auto* sent = std::get_if<event::Sent>(&event.what);
        if (sent != nullptr && sent->bytes.empty()) empty = &event;
        if (sent != nullptr && !sent->bytes.empty() && empty == nullptr) return std::nullopt;
        if (empty != nullptr && std::holds_alternative<event::Received>(event.what)) return std::nullopt;
    }
    if (empty == nullptr) return std::nullopt;
    return model::Diagnosis{
        "",
        "Your program ended when a datagram without any bytes came.",
        "With UDP an empty datagram is a message like any other. Nothing ends with it: when "
        "recvfrom() returns 0 bytes, go on with the next one.",
        {empty->number, end->number}};
}

}  // namespace sockgrade::diagnoses
