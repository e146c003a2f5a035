#include <fmt/format.h>
#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/numbered_lines.hh"
#include "diagnoses/words.hh"
#include "telling/step.hh"
#include "telling/wait.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;
using namespace fmt::literals;

// The program treats a UDP socket as if it had connections. Who looks at the error ends of it, and who does
// not goes round accept(), which fails at once.
std::optional<model::Diagnosis> listens_by_udp(const CaseView& view) {
    if (!came_to_nothing(view.cause) || view.plan.transport != Transport::udp) return std::nullopt;
    for (const model::Event& one : view.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->call != event::SocketCall::Call::listen || call->error != EOPNOTSUPP ||
            call->transport != Transport::udp)
            continue;
        return say<words::listens_by_udp>({one.number}, "error"_a = ::strerrordesc_np(call->error));
    }
    return std::nullopt;
}

// A UDP reply that came from another socket than the one that was asked.
std::optional<model::Diagnosis> answers_from_another_socket(const CaseView& view) {
    const model::Transcript& transcript = view.transcript;
    if (view.cause != model::Cause::wrong_address || !serves(transcript.plan)) return std::nullopt;
    const event::Delivered* stray = nullptr;
    const event::Opened* asker = nullptr;
    std::size_t number = 0;
    for (std::size_t i = 0, stop = view.failed_at; i < stop; ++i) {
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
    return say<words::answers_from_another_socket>(
        {number}, "text"_a = quote(stray->bytes, 60), "from"_a = place(stray->from),
        "asked_at"_a = place(asker->remote), "peer"_a = telling::actor_in_words(stray->connection));
}

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
std::optional<model::Diagnosis> acknowledges_where_it_was(const CaseView& view) {
    if (view.cause != model::Cause::no_reply || lines_to_acknowledge(view).empty()) return std::nullopt;
    const event::Delivered* moved = nullptr;
    std::size_t number = 0;
    for (const model::Event& one : view.transcript.events) {
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
        return say<words::acknowledges_to_the_former_address>(
            {number, one.number}, "text"_a = quote(moved->bytes, 60),
            "from"_a = model::to_string(moved->from), "address"_a = escape(model::to_string(call->address)));
    }
    return std::nullopt;
}

}  // namespace

namespace {

// Where the program sees this peer: behind a link it is the link that stands there. Nothing: that is not
// known.
std::optional<model::Address> seen_by_program(const CaseView& view, const event::Opened& peer) {
    bool is_behind_a_link = false;
    std::optional<model::Address> seen;
    for (const model::Event& one : view.events) {
        const auto* delivered = std::get_if<event::Delivered>(&one.what);
        if (delivered == nullptr) continue;
        is_behind_a_link = true;
        if (delivered->direction == model::Direction::to_program &&
            delivered->connection == peer.connection && delivered->from.port != 0)
            seen = delivered->from;
    }
    return is_behind_a_link ? seen : peer.local;
}

}  // namespace

// A UDP reply that went to somebody else than the one who asked.
std::optional<model::Diagnosis> replies_to_wrong_address(const CaseView& view) {
    const model::Transcript& transcript = view.transcript;
    if (!serves(transcript.plan) || transcript.plan.transport != Transport::udp) return std::nullopt;
    const auto& text = view.unanswered;
    if (!text.has_value()) return acknowledges_where_it_was(view);
    constexpr const char* kHint = words::answer_the_address_of_recvfrom;
    const event::Sent* question = nullptr;
    const event::Opened* asker = nullptr;
    for (std::size_t i = 0, stop = view.failed_at; i < stop; ++i) {
        const model::Event& event = transcript.events[i];
        const auto* sent = std::get_if<event::Sent>(&event.what);
        if (event.number == text->evidence.front() && sent != nullptr) {
            question = sent;
            asker = opened(transcript, sent->connection, i);
            continue;
        }
        if (question == nullptr || asker == nullptr) continue;
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        const auto seen = seen_by_program(view, *asker);
        if (call != nullptr && call->call == Call::sendto && call->transport == Transport::udp &&
            seen.has_value() && !same_place(call->address, *seen) &&
            !is_owed_a_reply(transcript, call->address, event.number))
            return say<words::replies_to_wrong_address>(
                {text->evidence.front(), event.number},
                Hint{call->address.port == 0 ? words::address_of_zeros : kHint},
                "asker"_a = named_first(question->connection), "local"_a = model::to_string(*seen),
                "address"_a = escape(model::to_string(call->address)));
        const auto* received = std::get_if<event::Received>(&event.what);
        if (received != nullptr && received->connection != question->connection &&
            !bare(text->wanted).empty() && bare(received->bytes) == bare(text->wanted))
            return say<words::replies_to_another_peer>(
                {text->evidence.front(), event.number}, Hint{kHint},
                "asker"_a = named_first(question->connection), "text"_a = quote(received->bytes, 60),
                "other"_a = telling::actor_in_words(received->connection));
    }
    return std::nullopt;
}

namespace {

// Whoever only asks which address the computer has connects to one of these, by another socket.
bool is_a_question(std::uint16_t port) {
    constexpr std::uint16_t kLowest = 1024;
    return port < kLowest;
}

// It is bound, and connected to an address where none of those who send is.
std::optional<model::Diagnosis> connects_to_nobody(const CaseView& view, const WrongText& text) {
    const model::Transcript& transcript = view.transcript;
    bool is_bound = false;
    for (const model::Event& one : view.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        // It has answered somebody: then it is not deaf.
        if (std::holds_alternative<event::Received>(one.what)) return std::nullopt;
        if (call == nullptr || call->transport != Transport::udp || call->error != 0) continue;
        is_bound = is_bound || (call->call == Call::bind && !call->ephemeral);
        if (call->call != Call::connect || !is_bound || is_a_question(call->address.port)) continue;
        const auto peers = transcript.all<event::Opened>();
        const bool is_nobody = std::none_of(peers.begin(), peers.end(), [&](const event::Opened* peer) {
            return peer->local.port == call->address.port;
        });
        if (!is_nobody) return std::nullopt;
        return say<words::connects_to_a_port_that_moved>(
            {one.number, text.evidence.front()},
            Hint{transcript.plan.role == model::Role::receiver
                     ? "A UDP receiver needs no connect(). recvfrom() hears everybody."
                     : words::udp_server_needs_no_connect},
            "address"_a = escape(model::to_string(call->address)),
            "original"_a = quote(bare(text.original), 60));
    }
    return std::nullopt;
}

}  // namespace

// After connect(), a UDP socket hears one peer only.
std::optional<model::Diagnosis> connects_to_the_first_peer(const CaseView& view) {
    const model::Transcript& transcript = view.transcript;
    if (!serves(transcript.plan) || transcript.plan.transport != Transport::udp) return std::nullopt;
    auto text = view.text;
    if (!text.has_value()) text = view.unanswered;
    if (!text.has_value()) return std::nullopt;
    if (auto nobody = connects_to_nobody(view, *text)) return nobody;
    if (view.end.has_value()) return std::nullopt;
    const event::Sent* unheard = nullptr;
    for (const model::Event& event : transcript.events)
        if (event.number == text->evidence.front()) unheard = std::get_if<event::Sent>(&event.what);
    if (unheard == nullptr) return std::nullopt;
    for (const model::Event& one : view.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->call != Call::connect || call->transport != Transport::udp ||
            call->error != 0)
            continue;
        for (const auto* peer : transcript.all<event::Opened>()) {
            if (peer->local != call->address || peer->connection == unheard->connection) continue;
            return say<words::connects_to_the_first_peer>(
                {one.number, text->evidence.front()},
                Hint{transcript.plan.role == model::Role::receiver
                         ? "A UDP receiver needs no connect(). recvfrom() hears everybody."
                         : words::udp_server_replies_with_sendto},
                "peer"_a = telling::actor_in_words(peer->connection),
                "address"_a = escape(model::to_string(call->address)),
                "unheard"_a = telling::actor_in_words(unheard->connection));
        }
    }
    return std::nullopt;
}

// Of two senders one is printed, before and after, and the other one never.
std::optional<model::Diagnosis> hears_the_first_sender_only(const CaseView& view) {
    const model::Transcript& transcript = view.transcript;
    const auto& text = view.text;
    if (!serves(transcript.plan) || transcript.plan.transport != model::Transport::udp || !text.has_value() ||
        text->where != WrongText::Where::output)
        return std::nullopt;
    const auto& output = view.all_output;
    const event::Sent* unheard = nullptr;
    const event::Sent* before = nullptr;
    bool has_later_one = false;
    for (const model::Event& one : transcript.events) {
        const auto* sent = std::get_if<event::Sent>(&one.what);
        if (sent == nullptr || bare(sent->bytes).empty()) continue;
        const bool is_printed = contains(output, bare(sent->bytes));
        if (one.number == text->evidence.front() && !is_printed) {
            unheard = sent;
            continue;
        }
        // It is not who sends that decides.
        const bool is_first = unheard == nullptr || sent->connection != unheard->connection;
        if (is_printed != is_first) return std::nullopt;
        if (unheard == nullptr) before = sent;
        if (unheard != nullptr && is_printed) has_later_one = true;
    }
    if (unheard == nullptr || before == nullptr || !has_later_one ||
        before->connection == unheard->connection)
        return std::nullopt;
    return say<words::hears_the_first_sender_only>(
        text->evidence, "before"_a = telling::actor_in_words(before->connection),
        "text"_a = quote(bare(unheard->bytes), 60),
        "unheard"_a = telling::actor_in_words(unheard->connection));
}

// It sent from one port and is bound to another one, where it waits for the reply.
std::optional<model::Diagnosis> receives_on_another_socket(const CaseView& view) {
    const model::Transcript& transcript = view.transcript;
    const auto& text = view.text;
    const auto& wait = view.wait;
    if (transcript.plan.role != model::Role::client || transcript.plan.transport != model::Transport::udp ||
        !text.has_value() || text->where != WrongText::Where::output)
        return std::nullopt;
    // It still waits there, or it has given up and says so.
    const bool waits = wait.has_value() && wait->how == model::WaitEnd::quiet && waits_to_receive(wait->in);
    if (!waits && !view.end.has_value()) return std::nullopt;
    const auto* peer = transcript.first<event::Opened>();
    for (std::size_t i = 0, stop = view.failed_at; i < stop && peer != nullptr; ++i) {
        const auto* call = std::get_if<event::SocketCall>(&transcript.events[i].what);
        if (call == nullptr || call->call != Call::bind || call->error != 0 ||
            call->transport != model::Transport::udp || call->address.port == peer->remote.port ||
            call->address.port == 0)
            continue;
        return say<words::receives_on_another_socket>(
            {transcript.events[i].number, text->evidence.front(), waits ? wait->number : view.end->number},
            "from"_a = peer->remote.port, "wanted"_a = quote(bare(text->wanted), 60),
            "port"_a = call->address.port,
            "waits"_a = waits ? "waits in " + telling::in_words(wait->in) : "waited there until it ended");
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
