#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

namespace {

// Whoever only asks which address the computer has connects to one of these, by another socket.
bool is_a_question(std::uint16_t port) {
    constexpr std::uint16_t kLowest = 1024;
    return port < kLowest;
}

// It is bound, and connected to an address where none of those who send is.
std::optional<model::Diagnosis> connects_to_nobody(const Failure& failure, const WrongText& text) {
    const model::Transcript& transcript = failure.transcript;
    bool is_bound = false;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const auto* call = std::get_if<event::SocketCall>(&transcript.events[i].what);
        // It has answered somebody: then it is not deaf.
        if (std::holds_alternative<event::Received>(transcript.events[i].what)) return std::nullopt;
        if (call == nullptr || call->transport != Transport::udp || call->error != 0) continue;
        is_bound = is_bound || (call->call == Call::bind && !call->ephemeral);
        if (call->call != Call::connect || !is_bound || is_a_question(call->address.port)) continue;
        const auto peers = transcript.all<event::Opened>();
        const bool is_nobody = std::none_of(peers.begin(), peers.end(), [&](const event::Opened* peer) {
            return peer->local.port == call->address.port;
        });
        if (!is_nobody) return std::nullopt;
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program connected its UDP socket to {}. From then on it hears nobody else, and {} "
                "came from another port: it was thrown away.",
                escape(model::to_string(call->address)), quote(bare(text.original), 60)),
            transcript.plan.role == model::Role::receiver
                ? "A UDP receiver needs no connect(). recvfrom() hears everybody."
                : "A UDP server needs no connect(), and does not know the ports of its clients before they "
                  "write. "
                  "Reply with sendto() to the address that recvfrom() returned.",
            {transcript.events[i].number, text.evidence.front()}};
    }
    return std::nullopt;
}

}  // namespace

// After connect(), a UDP socket hears one peer only.
std::optional<model::Diagnosis> connects_to_the_first_peer(const Failure& failure) {
    const model::Transcript& transcript = failure.transcript;
    if (!serves(transcript.plan) || transcript.plan.transport != Transport::udp) return std::nullopt;
    auto text = wrong_text(failure);
    if (!text.has_value()) text = unanswered(failure);
    if (!text.has_value()) return std::nullopt;
    if (auto nobody = connects_to_nobody(failure, *text)) return nobody;
    if (ended(failure).has_value()) return std::nullopt;
    const event::Sent* unheard = nullptr;
    for (const model::Event& event : transcript.events)
        if (event.number == text->evidence.front()) unheard = std::get_if<event::Sent>(&event.what);
    if (unheard == nullptr) return std::nullopt;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const auto* call = std::get_if<event::SocketCall>(&transcript.events[i].what);
        if (call == nullptr || call->call != Call::connect || call->transport != Transport::udp ||
            call->error != 0)
            continue;
        for (const auto* peer : transcript.all<event::Opened>()) {
            if (peer->local != call->address || peer->connection == unheard->connection) continue;
            return model::Diagnosis{
                "",
                fmt::format("Your program connected its UDP socket to {} ({}). From then on it hears "
                            "nobody else: "
                            "what {} sent was thrown away.",
                            model::actor_in_words(peer->connection), escape(model::to_string(call->address)),
                            model::actor_in_words(unheard->connection)),
                transcript.plan.role == model::Role::receiver
                    ? "A UDP receiver needs no connect(). recvfrom() hears everybody."
                    : "A UDP server needs no connect(). Reply with sendto() to the address that recvfrom() "
                      "returned.",
                {transcript.events[i].number, text->evidence.front()}};
        }
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
