#include <fmt/format.h>

#include <cerrno>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

// The listening socket is made inside the loop.
std::optional<model::Diagnosis> binds_again(const Failure& failure) {
    const model::Event* first = nullptr;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != "bind" || call->transport != failure.transcript.plan.transport)
            continue;
        if (call->error == 0 && !call->ephemeral) first = &event;
        if (call->error != EADDRINUSE || first == nullptr) continue;
        if (std::get<event::SocketCall>(first->what).address.port != call->address.port) continue;
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program called bind() for port {} a second time, and that failed: it holds the port "
                "already (Address already in use).",
                call->address.port),
            failure.transcript.plan.transport == Transport::tcp
                ? "Make the listening socket once, before the loop. Only accept() belongs inside."
                : "Make and bind the socket once, before the loop. Only recvfrom() and what follows belong "
                  "inside.",
            {first->number, event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
