#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// Of two equals: it listens at its own port, and calls that.
std::optional<model::Diagnosis> calls_itself(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (plan.role != model::Role::peer || plan.given.own_port == 0 || !came_to_nothing(failure.cause) ||
        plan.given.own_port == plan.given.address.port)
        return std::nullopt;
    const model::Event* call_of_itself = nullptr;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->transport != plan.transport || call->call != Call::connect) continue;
        if (call->address.port == plan.given.address.port) return std::nullopt;
        if (call->address.port == plan.given.own_port && call_of_itself == nullptr) call_of_itself = &one;
    }
    if (call_of_itself == nullptr) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program called port {}, which is its own. The other one is at {}, and was not called.",
            plan.given.own_port, model::to_string(plan.given.address)),
        "bind() takes your own port, connect() the host and port of the other one. The handout says in which "
        "order "
        "your program is given them.",
        {call_of_itself->number}};
}

}  // namespace sockgrade::diagnoses
