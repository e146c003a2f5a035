#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

// The datagram goes to the socket that sends it.
std::optional<model::Diagnosis> sends_to_itself(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (serves(plan) || plan.transport != Transport::udp || !came_to_nothing(failure.cause))
        return std::nullopt;
    const model::Event* bound = nullptr;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != Transport::udp || call->error != 0) continue;
        if (call->call == Call::bind) bound = &event;
        if (!call->dials() || bound == nullptr) continue;
        const std::uint16_t own = std::get<event::SocketCall>(bound->what).address.port;
        if (call->address.port != own || own == plan.given.address.port) continue;
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program sent to {}, and that is the address of its own socket. The {} is at {}.",
                escape(model::to_string(call->address)), plan.steps.empty() ? "peer" : plan.steps[0].actor,
                model::to_string(plan.given.address)),
            "sendto() takes the address of the other side: the host and port that your program is given.",
            {bound->number, event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
