#include <fmt/format.h>

#include <cerrno>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

// No port was named, so the system chose one, or there is none at all.
std::optional<model::Diagnosis> bind_not_called(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan)) return std::nullopt;
    const bool tcp = plan.transport == Transport::tcp;
    const char* hint =
        "bind() gives your socket its port: sock.bind(('', port)), before listen() or recvfrom().";
    const model::Event* chosen = nullptr;
    bool asked_for_any = false;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != plan.transport) continue;
        // listen() has given the socket a port, and it can't have another one.
        if (call->call == Call::bind && call->error == EINVAL && chosen != nullptr && tcp)
            return model::Diagnosis{
                "",
                fmt::format("Your program called listen() before bind(): the system gave its socket port {} "
                            "then, and "
                            "bind() to port {} failed (Invalid argument).",
                            std::get<event::SocketCall>(chosen->what).address.port, call->address.port),
                "The order is socket(), bind(), listen(), accept().",
                {chosen->number, event.number}};
        // A failed call has an explanation of its own.
        if (call->call == Call::bind && (!call->ephemeral || call->error != 0)) return std::nullopt;
        asked_for_any = asked_for_any || call->call == Call::bind;
        if (call->makes_reachable() && call->ephemeral && chosen == nullptr) chosen = &event;
    }
    if (chosen != nullptr && (failure.cause == Cause::wrong_address || came_to_nothing(failure.cause))) {
        if (asked_for_any && language(failure.transcript) == Language::other)
            return model::Diagnosis{
                "",
                fmt::format(
                    "Your program bound its socket to port 0, which leaves the choice to the system: it "
                    "gave port {}. Nobody else can know that number.",
                    std::get<event::SocketCall>(chosen->what).address.port),
                "The port that your program is given has to be in the address, before bind(): "
                "address.sin_port = "
                "htons(port) in C. htonl() is for the four bytes of the host; of a port it makes 0.",
                {chosen->number}};
        return model::Diagnosis{
            "",
            fmt::format("Your program did not say which port it wants, so the system gave it port "
                        "{}. Nobody else can know that number.",
                        std::get<event::SocketCall>(chosen->what).address.port),
            hint,
            {chosen->number}};
    }
    const auto wait = unsatisfied_wait(failure);
    if (tcp || !wait.has_value()) return std::nullopt;
    // One that never blocks goes round and round.
    const bool goes_round = failure.cause == Cause::hung;
    if (!goes_round && (failure.cause != Cause::never_listened || !waits_to_receive(wait->in)))
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program waits{}, but never called bind(). No port belongs to its "
                    "socket, so nothing can reach it.",
                    wait->in.empty() ? "" : " in " + in_words(wait->in)),
        hint,
        {wait->number}};
}

}  // namespace sockgrade::diagnoses
