#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

// send() or recv() on the socket that only listens.
std::optional<model::Diagnosis> uses_listening_socket(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(failure.cause))
        return std::nullopt;
    const auto end = ended(failure);
    const std::size_t until = end.has_value() ? end->position : failed_at(failure);
    bool connected = false;
    bool listened = false;
    for (std::size_t i = 0; i < until; ++i) {
        const event::What& what = failure.transcript.events[i].what;
        connected = connected || std::holds_alternative<event::Opened>(what);
        const auto* call = std::get_if<event::SocketCall>(&what);
        listened = listened || (call != nullptr && call->call == Call::listen && call->error == 0);
        // When the peer had left, or one reply went through, sending may fail for other reasons.
        if (std::holds_alternative<event::Closed>(what) || std::holds_alternative<event::Received>(what) ||
            std::holds_alternative<event::ResetSeen>(what))
            return std::nullopt;
    }
    const std::string said = errors(failure);
    const bool pipe = contains(said, "Broken pipe");
    if ((!connected && !listened) || (!pipe && !contains(said, "not connected"))) return std::nullopt;
    const auto trace = traceback(failure);
    const std::string where =
        trace.has_value() ? fmt::format(" (line {}: {})", trace->line, readable(trace->code)) : "";
    return model::Diagnosis{
        "",
        fmt::format("{}our program used a socket that is not "
                    "connected to anybody{}: {}.",
                    connected ? "A client was connected, but y" : "Y", where,
                    pipe ? "Broken pipe" : "Transport endpoint is not connected"),
        "The listening socket only accepts. Talk on the one that accept() returns: connection, "
        "address = server.accept(), then connection.recv() and connection.send().",
        error_events(failure)};
}

}  // namespace sockgrade::diagnoses
