#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

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

// Somebody at this address has asked before event `number`, and had no reply yet.
bool is_owed_a_reply(const model::Transcript& transcript, const model::Address& address, std::size_t number) {
    std::string peer;
    std::size_t asked = 0;
    std::size_t answered = 0;
    for (const model::Event& one : transcript.events) {
        if (one.number >= number) break;
        if (const auto* opened_one = std::get_if<event::Opened>(&one.what);
            opened_one != nullptr && same_place(opened_one->local, address)) {
            peer = opened_one->connection;
            asked = answered = 0;
        }
        const auto* sent = std::get_if<event::Sent>(&one.what);
        const auto* received = std::get_if<event::Received>(&one.what);
        if (sent != nullptr && sent->connection == peer) ++asked;
        if (received != nullptr && received->connection == peer) ++answered;
    }
    return asked > answered;
}

// A sender's end has moved to another port, and the acknowledgement goes to the one that it had.
std::optional<model::Diagnosis> acknowledges_where_it_was(const Failure& failure) {
    if (failure.cause != model::Cause::no_reply || lines_to_acknowledge(failure).empty()) return std::nullopt;
    const event::Delivered* moved = nullptr;
    std::size_t number = 0;
    for (const model::Event& one : failure.transcript.events) {
        const auto* delivered = std::get_if<event::Delivered>(&one.what);
        if (delivered != nullptr && delivered->direction == model::Direction::to_program &&
            delivered->way == event::Delivered::Way::from_new_port) {
            moved = delivered;
            number = one.number;
        }
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (moved == nullptr || moved->from.port == 0 || call == nullptr || call->call != Call::sendto ||
            call->transport != Transport::udp || call->error != 0 || same_place(call->address, moved->from))
            continue;
        return model::Diagnosis{
            "",
            fmt::format(
                "{} came from {}, where its sender now is. Your program sent its acknowledgement to {}.",
                quote(moved->bytes, 60), model::to_string(moved->from),
                escape(model::to_string(call->address))),
            "recvfrom() returns the address of the sender with each datagram, and it may be another one each "
            "time. "
            "Acknowledge to exactly that.",
            {number, one.number}};
    }
    return std::nullopt;
}

}  // namespace

// A UDP reply that went to somebody else than the one who asked.
std::optional<model::Diagnosis> replies_to_wrong_address(const Failure& failure) {
    const model::Transcript& transcript = failure.transcript;
    if (!serves(transcript.plan) || transcript.plan.transport != Transport::udp) return std::nullopt;
    const auto text = unanswered(failure);
    if (!text.has_value()) return acknowledges_where_it_was(failure);
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
        if (call != nullptr && call->call == Call::sendto && call->transport == Transport::udp &&
            !same_place(call->address, asker->local) &&
            !is_owed_a_reply(transcript, call->address, event.number))
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
