#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

// bind() without listen(): accept() has nothing to take from.
std::optional<model::Diagnosis> never_listens(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(failure.cause))
        return std::nullopt;
    const model::Event* bound = nullptr;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != Transport::tcp) continue;
        if (call->call == "listen" || call->error != 0) return std::nullopt;
        if (call->call == "bind" && !call->ephemeral) bound = &event;
    }
    if (bound == nullptr) return std::nullopt;
    // It may have ended in between for another reason.
    const std::string said = errors(failure);
    const bool refused = contains(said, "Invalid argument") || contains(said, "Errno 22");
    if (failure.cause == Cause::crashed && !refused) return std::nullopt;
    std::vector<std::size_t> evidence = {bound->number};
    if (refused)
        for (const std::size_t number : error_events(failure)) evidence.push_back(number);
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program bound its socket to port {}, but never called listen(), so nobody can connect{}.",
            std::get<event::SocketCall>(bound->what).address.port,
            refused ? " and accept() fails with \"Invalid argument\"" : ""),
        "Between bind() and accept() comes listen(): server.listen(1)", evidence};
}

}  // namespace sockgrade::diagnoses
