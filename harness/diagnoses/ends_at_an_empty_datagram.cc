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
    if (!end.has_value()) return std::nullopt;
    const model::Event* last = nullptr;
    for (std::size_t i = 0; i < end->position; ++i)
        if (std::holds_alternative<event::Sent>(failure.transcript.events[i].what))
            last = &failure.transcript.events[i];
    if (last == nullptr || !std::get<event::Sent>(last->what).bytes.empty()) return std::nullopt;
    return model::Diagnosis{
        "",
        "Your program ended when a datagram without any bytes came.",
        "With UDP an empty datagram is a message like any other. Nothing ends with it: when "
        "recvfrom() returns 0 bytes, go on with the next one.",
        {last->number, end->number}};
}

}  // namespace sockgrade::diagnoses
