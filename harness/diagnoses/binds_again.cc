#include <fmt/format.h>

#include <cerrno>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

namespace {

// What comes for the socket before, or between the two, is lost.
std::optional<model::Diagnosis> binds_for_each_datagram(const Failure& failure) {
    const model::Transcript& transcript = failure.transcript;
    if (transcript.plan.transport != Transport::udp || !serves(transcript.plan)) return std::nullopt;
    const model::Event* first = nullptr;
    bool came_since = false;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = transcript.events[i];
        came_since = came_since || (first != nullptr && std::holds_alternative<event::Sent>(event.what));
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::bind || call->transport != Transport::udp ||
            call->error != 0 || call->ephemeral)
            continue;
        if (first == nullptr) first = &event;
        if (!came_since || std::get<event::SocketCall>(first->what).address.port != call->address.port)
            continue;
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program called bind() for port {} again, when a datagram had come: it has a new "
                "socket each time. What came for the one before, or while there was none, is lost.",
                call->address.port),
            "Make and bind the socket once, before the loop. Only recvfrom() and what follows belong inside.",
            {first->number, event.number}};
    }
    return std::nullopt;
}

}  // namespace

// The listening socket is made inside the loop.
std::optional<model::Diagnosis> binds_again(const Failure& failure) {
    // What it does after another failure has another reason.
    if (!came_to_nothing(failure.cause) && failure.cause != model::Cause::wrong_address) return std::nullopt;
    const auto trace = traceback(failure);
    if (trace.has_value() && !contains(trace->error, "Address already in use")) return std::nullopt;
    if (!trace.has_value())
        if (auto for_each = binds_for_each_datagram(failure)) return for_each;
    const model::Event* first = nullptr;
    bool serves_others = false;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::bind ||
            call->transport != failure.transcript.plan.transport)
            continue;
        if (call->error == 0 && !call->ephemeral) first = &event;
        if (call->error != EADDRINUSE || first == nullptr) continue;
        if (std::get<event::SocketCall>(first->what).address.port != call->address.port) continue;
        // Another thread of it may hold the port, and serve.
        for (const model::Event& later : failure.transcript.events)
            serves_others = serves_others || (later.number > event.number &&
                                              std::holds_alternative<event::Received>(later.what));
        if (serves_others) return std::nullopt;
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
