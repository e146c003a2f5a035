#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

namespace {

// Nothing came about, and no socket of the right kind was ever used.
bool knows_the_other_only(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!came_to_nothing(failure.cause) || plan.role != model::Role::peer) return false;
    const auto calls = failure.transcript.all<event::SocketCall>();
    // Go and Java try out what the system can do, on ports that the system chooses.
    return std::none_of(calls.begin(), calls.end(), [&](const event::SocketCall* call) {
        return call->transport == plan.transport && !call->ephemeral;
    });
}

// connect() and send() work with a UDP socket, too, and arrive nowhere. Looking up a name connects UDP
// sockets to whatever addresses it may have, which are several.
bool connects_by_udp(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!came_to_nothing(failure.cause) || plan.transport != Transport::tcp || serves(plan)) return false;
    std::size_t there = 0;
    for (const auto* call : failure.transcript.all<event::SocketCall>()) {
        if (call->transport == Transport::tcp && !call->ephemeral) return false;
        if (call->transport == Transport::tcp || call->call != Call::connect) continue;
        if (call->address != plan.given.address) return false;
        ++there;
    }
    return there == 1;
}

}  // namespace

// A UDP socket where the exercise speaks TCP, or the other way round.
std::optional<model::Diagnosis> wrong_transport(const Failure& failure) {
    if (failure.cause != Cause::wrong_transport && !knows_the_other_only(failure) &&
        !connects_by_udp(failure))
        return std::nullopt;
    const bool wants_tcp = failure.transcript.plan.transport == Transport::tcp;
    constexpr std::uint16_t kDns = 53;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        // Looking up a name speaks UDP too.
        if (call == nullptr || call->transport == failure.transcript.plan.transport ||
            call->address.port == kDns || call->address.port == 0 || call->ephemeral)
            continue;
        return model::Diagnosis{
            "",
            fmt::format("Your program made a {} socket ({} {}), but this exercise speaks {}.",
                        wants_tcp ? "UDP" : "TCP", model::to_string(call->call),
                        escape(model::to_string(call->address)), wants_tcp ? "TCP" : "UDP"),
            wants_tcp
                ? "TCP is SOCK_STREAM: socket(AF_INET, SOCK_STREAM). A client then calls connect(), a server "
                  "listen() and accept()."
                : "UDP is SOCK_DGRAM: socket(AF_INET, SOCK_DGRAM), with sendto() and recvfrom(). There is no "
                  "listen() and no accept().",
            {event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
