#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

namespace {

std::string_view plain_host(std::string_view host) {
    constexpr std::string_view kMapped = "::ffff:";
    return host.starts_with(kMapped) ? host.substr(kMapped.size()) : host;
}

bool same_place(const model::Address& a, const model::Address& b) {
    return a.port == b.port && plain_host(a.host) == plain_host(b.host);
}

}  // namespace

// A UDP reply that went to somebody else than the one who asked.
std::optional<model::Diagnosis> replies_to_wrong_address(const Failure& failure) {
    const model::Transcript& transcript = failure.transcript;
    if (!serves(transcript.plan) || transcript.plan.transport != Transport::udp) return std::nullopt;
    const auto text = unanswered(failure);
    if (!text.has_value()) return std::nullopt;
    constexpr const char* kHint =
        "recvfrom() returns the address of the sender with each datagram. Reply to exactly that: data, "
        "address = "
        "sock.recvfrom(2048), then sock.sendto(reply, address).";
    const event::Sent* question = nullptr;
    const event::Opened* asker = nullptr;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = transcript.events[i];
        const auto* sent = std::get_if<event::Sent>(&event.what);
        if (event.number == text->evidence.front() && sent != nullptr) {
            question = sent;
            asker = opened(transcript, sent->connection, i);
            continue;
        }
        if (question == nullptr || asker == nullptr) continue;
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call != nullptr && call->call == "sendto" && call->transport == Transport::udp &&
            !same_place(call->address, asker->local))
            return model::Diagnosis{
                "",
                fmt::format("{} wrote from {}, but your program sent its reply to {}.",
                            named_first(question->connection), model::to_string(asker->local),
                            escape(model::to_string(call->address))),
                call->address.port == 0 ? "An address of zeros was never filled in. recvfrom() writes the "
                                          "sender's address only where "
                                          "its "
                                          "length has room for it: set length = sizeof address before each "
                                          "call, and send to what it "
                                          "filled "
                                          "in."
                                        : kHint,
                {text->evidence.front(), event.number}};
        const auto* received = std::get_if<event::Received>(&event.what);
        if (received != nullptr && received->connection != question->connection &&
            !bare(text->wanted).empty() && bare(received->bytes) == bare(text->wanted))
            return model::Diagnosis{
                "",
                fmt::format("{} asked, but the reply {} went to {}.", named_first(question->connection),
                            quote(received->bytes, 60), model::actor_in_words(received->connection)),
                kHint,
                {text->evidence.front(), event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
