#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A UDP reply that came from another socket than the one that was asked.
std::optional<model::Diagnosis> answers_from_another_socket(const Failure& failure) {
    const model::Transcript& transcript = failure.transcript;
    if (failure.cause != model::Cause::wrong_address || !serves(transcript.plan)) return std::nullopt;
    const event::Delivered* stray = nullptr;
    const event::Opened* asker = nullptr;
    std::size_t number = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const auto* one = std::get_if<event::Delivered>(&transcript.events[i].what);
        if (one == nullptr || one->direction != model::Direction::from_program ||
            one->way != event::Delivered::Way::from_stranger)
            continue;
        stray = one;
        number = transcript.events[i].number;
        asker = opened(transcript, one->connection, i);
    }
    if (stray == nullptr || asker == nullptr) return std::nullopt;
    const bool other_port = stray->from.port != asker->remote.port;
    const auto place = [&](const model::Address& address) {
        return other_port ? fmt::format("port {}", address.port) : escape(model::to_string(address));
    };
    return model::Diagnosis{
        "",
        fmt::format("The reply {} came from {}, not from {}, which {} had asked. A client that has called "
                    "connect() never gets it.",
                    quote(stray->bytes, 60), place(stray->from), place(asker->remote),
                    model::actor_in_words(stray->connection)),
        "Send the reply with the socket that received the datagram: server.sendto(reply, address). A new "
        "socket has "
        "a port of its own, and the client does not know it.",
        {number}};
}

}  // namespace sockgrade::diagnoses
