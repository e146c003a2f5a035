#include <fmt/format.h>

#include <cerrno>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

// A client or sender that plays the server.
std::optional<model::Diagnosis> listens_instead_of_connecting(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (serves(plan) || plan.role == model::Role::peer || !came_to_nothing(failure.cause))
        return std::nullopt;
    const model::Event* found = nullptr;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != plan.transport) continue;
        if (call->dials()) return std::nullopt;
        const bool waits =
            (call->call == Call::listen && !call->ephemeral) ||
            (call->call == Call::bind && call->address.port == plan.given.address.port && !call->ephemeral);
        if (waits && found == nullptr) found = &event;
    }
    if (found == nullptr) return std::nullopt;
    const auto& made = std::get<event::SocketCall>(found->what);
    const bool tcp = plan.transport == Transport::tcp;
    if (made.call == Call::bind && made.error == EADDRINUSE)
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program called bind() for port {}, which is the port of the other side: bind() failed "
                "(Address already in use).",
                made.address.port),
            tcp ? "A client needs no port of its own choice: leave out bind(), and call connect() with the "
                  "host and "
                  "port that you are given."
                : "A client needs no port of its own choice: leave out bind(), and call sendto() with the "
                  "host and "
                  "port that you are given.",
            {found->number}};
    return model::Diagnosis{
        "",
        fmt::format("Your program waits to be called: it used {}() on port {}. But it is the {}, so it has "
                    "to make the "
                    "first move; the other side already listens at {}.",
                    model::to_string(std::get<event::SocketCall>(found->what).call),
                    std::get<event::SocketCall>(found->what).address.port, model::to_string(plan.role),
                    model::to_string(plan.given.address)),
        tcp ? "Use connect() with the host and port that you are given, without bind(), listen() and "
              "accept()."
            : "Use sendto() with the host and port that you are given; bind() is for the side that waits.",
        {found->number}};
}

}  // namespace sockgrade::diagnoses
