#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "telling/step.hh"
#include "telling/wait.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;
using namespace fmt::literals;

// A TCP client that sends on a socket that leads nowhere.
std::optional<model::Diagnosis> sends_without_connecting(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (serves(plan) || plan.transport != model::Transport::tcp || !came_to_nothing(view.cause))
        return std::nullopt;
    for (const auto* call : view.transcript.all<event::SocketCall>())
        if (call->call == Call::connect && call->transport == model::Transport::tcp) return std::nullopt;
    if (view.transcript.first<event::Opened>() != nullptr) return std::nullopt;
    const auto& end = view.end;
    const auto& said = view.errors;
    const bool pipe = contains(said, "Broken pipe") || contains(said, "not connected");
    const bool killed = end.has_value() && end->termination.how == model::Termination::How::signaled &&
                        end->termination.code == SIGPIPE;
    if (!pipe && !killed) return std::nullopt;
    std::vector<std::size_t> evidence = view.error_events;
    if (evidence.empty() && end.has_value()) evidence.push_back(end->number);
    return say<words::sends_without_connecting>(evidence);
}

// close() inside the loop, on the socket that the next round needs.
std::optional<model::Diagnosis> uses_a_closed_socket(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!came_to_nothing(view.cause)) return std::nullopt;
    const auto& said = view.errors;
    static constexpr std::array kSigns = {"Bad file descriptor", "Socket is closed", "Socket closed",
                                          "use of closed network connection", "ERR_SOCKET_DGRAM_NOT_RUNNING"};
    const bool closed =
        std::any_of(kSigns.begin(), kSigns.end(), [&](const char* sign) { return contains(said, sign); });
    if (!closed) return std::nullopt;
    const auto& trace = view.traceback;
    if (trace.has_value() && !contains(trace->error, "Bad file descriptor")) return std::nullopt;
    const std::string where =
        trace.has_value() ? fmt::format(" (line {}: {})", trace->line, readable(trace->code)) : "";
    const char* hint = "Close a socket only when nothing will use it any more.";
    const bool at_accept = contains(trace.has_value() ? trace->code : said, "accept");
    const bool at_send = contains(trace.has_value() ? trace->code : "", "send");
    if (serves(plan) && plan.transport == Transport::udp)
        hint = words::close_the_udp_socket_behind_the_loop;
    else if (serves(plan) && at_send && !at_accept)
        hint = words::close_behind_the_last_send;
    else if (serves(plan))
        hint = words::close_what_accept_returned;
    return say<words::uses_a_closed_socket>(view.error_events, Hint{hint}, "where"_a = where);
}

// send() or recv() on the socket that only listens.
std::optional<model::Diagnosis> uses_listening_socket(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(view.cause))
        return std::nullopt;
    const auto& end = view.end;
    const std::size_t until = end.has_value() ? end->position : view.failed_at;
    bool connected = false;
    bool listened = false;
    for (std::size_t i = 0; i < until; ++i) {
        const event::What& what = view.transcript.events[i].what;
        connected = connected || std::holds_alternative<event::Opened>(what);
        const auto* call = std::get_if<event::SocketCall>(&what);
        listened = listened || (call != nullptr && call->call == Call::listen && call->error == 0);
        // When the peer had left, or one reply went through, sending may fail for other reasons.
        if (std::holds_alternative<event::Closed>(what) || std::holds_alternative<event::Received>(what) ||
            std::holds_alternative<event::ResetSeen>(what))
            return std::nullopt;
    }
    const auto& said = view.errors;
    // In C, without a word.
    const bool died = connected && end.has_value() &&
                      end->termination.how == model::Termination::How::signaled &&
                      end->termination.code == SIGPIPE;
    const bool pipe = contains(said, "Broken pipe") || died;
    if ((!connected && !listened) || (!pipe && !contains(said, "not connected"))) return std::nullopt;
    const auto& trace = view.traceback;
    const std::string where =
        trace.has_value() ? fmt::format(" (line {}: {})", trace->line, readable(trace->code)) : "";
    return say<words::uses_listening_socket>(died ? std::vector<std::size_t>{end->number} : view.error_events,
                                             "begin"_a = connected ? "A client was connected, but y" : "Y",
                                             "where"_a = where,
                                             "error"_a = died   ? "Broken pipe (SIGPIPE), which ended it"
                                                         : pipe ? "Broken pipe"
                                                                : "Transport endpoint is not connected");
}

namespace {

// In this protocol it does speak first: its client expects something, and then sends.
bool is_to_greet(const model::Plan& plan) {
    bool expects = false;
    for (const model::Step& step : plan.steps) {
        if (std::holds_alternative<model::Send>(step.action)) return expects;
        expects = expects || std::holds_alternative<model::Expect>(step.action);
    }
    return false;
}

}  // namespace

// It says something to whoever connects, and does not listen to what is asked.
std::optional<model::Diagnosis> replies_before_the_request(const CaseView& view) {
    if ((view.cause != model::Cause::wrong_order && view.cause != model::Cause::missing) ||
        !serves(view.plan) || is_to_greet(view.plan))
        return std::nullopt;
    const model::event::Received* banner = nullptr;
    std::size_t number = 0;
    bool closed = false;
    for (const model::Event& one : view.events) {
        if (const auto* received = std::get_if<event::Received>(&one.what); received != nullptr) {
            banner = received;
            number = one.number;
        }
        const auto* finished = std::get_if<event::Finished>(&one.what);
        closed = closed || (finished != nullptr && finished->by_program);
        if (!std::holds_alternative<event::Sent>(one.what)) continue;
        // A greeting is no fault; what counts is that nothing is read afterwards.
        if (view.cause == model::Cause::missing && !closed) return std::nullopt;
        if (banner == nullptr) return std::nullopt;
        return say<words::replies_before_the_request>(
            {number, one.number}, "banner"_a = quote(banner->bytes, 60),
            "then"_a = closed ? "closed the connection at once" : "nothing after the request");
    }
    return std::nullopt;
}

// A datagram came, without a byte in it.
std::optional<model::Diagnosis> sends_nothing_in_it(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (plan.transport != model::Transport::udp || !came_to_nothing(view.cause)) return std::nullopt;
    // An empty reply to an empty question is right.
    const auto& text = view.text;
    const model::Expect* const expect = view.expectation;
    const bool owes_a_reply = expect != nullptr && expect->what == model::Expect::What::fixed;
    if (serves(plan) && !owes_a_reply && (!text.has_value() || bare(text->original).empty()))
        return std::nullopt;
    const std::size_t question = text.has_value() ? text->evidence.front() : 0;
    std::size_t empty = 0;
    for (const model::Event& one : view.events) {
        const auto* delivered = std::get_if<event::Delivered>(&one.what);
        if (delivered != nullptr && delivered->direction == model::Direction::to_program &&
            delivered->bytes.empty())
            return std::nullopt;
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr || one.number < question) continue;
        if (!received->bytes.empty()) return std::nullopt;
        if (empty == 0) empty = one.number;
    }
    if (empty == 0) return std::nullopt;
    return say<words::sends_nothing_in_it>(
        {empty}, Hint{serves(plan) ? words::check_what_recvfrom_returned : words::check_what_you_send});
}

namespace {

// Ports are scanned, or the machine is looked at: nobody waits for a text. Of two equals either may begin.
bool is_to_say_something(const model::Plan& plan) {
    return plan.role != model::Role::tool && plan.role != model::Role::peer && plan.given.ports.first == 0 &&
           !serves(plan);
}

// It came to its end without an error, and has called nobody.
std::optional<model::Diagnosis> ends_before_it_calls(const CaseView& view) {
    const std::string_view last = bare(view.output);
    const bool tcp = view.plan.transport == Transport::tcp;
    return say<words::ends_before_it_calls>(
        {view.end->number}, "call"_a = tcp ? "connect()" : "sendto()",
        "last"_a = last.empty()
                       ? ", and has said nothing"
                       : ". The last that it printed: " + quote(last.substr(last.rfind('\n') + 1), 60));
}

}  // namespace

// A client or sender that never said anything.
std::optional<model::Diagnosis> never_sends(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!is_to_say_something(plan) || !came_to_nothing(view.cause) || view.cause == Cause::crashed ||
        view.had_to_fail)
        return std::nullopt;
    const std::size_t until = view.failed_at;
    const model::Event* way = nullptr;
    for (std::size_t i = 0; i < until; ++i) {
        const event::What& what = view.transcript.events[i].what;
        if (std::holds_alternative<event::Received>(what)) return std::nullopt;
        // What it sent the link has lost.
        const auto* fault = std::get_if<event::FaultApplied>(&what);
        if (fault != nullptr && fault->direction == model::Direction::from_program) return std::nullopt;
        // Who has been greeted may wait for more.
        if (std::holds_alternative<event::Sent>(what)) return std::nullopt;
        const auto* call = std::get_if<event::SocketCall>(&what);
        if (call == nullptr || call->transport != plan.transport) continue;
        if (call->call == Call::sendto || call->error != 0) return std::nullopt;
        if (call->call == Call::connect && call->address.port != model::kNameServicePort &&
            call->address.port != 0)
            way = &view.transcript.events[i];
    }
    const auto& end = view.end;
    const auto& wait = view.wait;
    const bool java = view.language == Language::java;
    const bool node = view.language == Language::javascript;
    const bool gave_up = end.has_value() && (end->termination.how != model::Termination::How::exited ||
                                             end->termination.code != 0 || !view.errors.empty());
    if (gave_up) return std::nullopt;
    if (end.has_value() && way == nullptr && node && plan.transport == Transport::tcp)
        return say<words::ends_before_it_connects_in_node>({end->number});
    if (end.has_value() && way == nullptr && node && plan.transport == Transport::udp)
        return say<words::ends_before_it_sends_in_node>({end->number});
    if (end.has_value() && way == nullptr && !node) return ends_before_it_calls(view);
    const bool waits = wait.has_value() && wait->how == model::WaitEnd::quiet && waits_to_receive(wait->in);
    if (way == nullptr && !end.has_value() && waits && plan.transport == Transport::udp)
        return say<words::waits_before_it_sends>(
            {wait->number},
            Hint{plan.role == model::Role::client ? "A client speaks first: sendto() comes before recvfrom()."
                                                  : "Send the text with sendto(), and leave out recvfrom()."},
            "call"_a = telling::in_words(wait->in));
    if (way == nullptr) return std::nullopt;
    const char* verb =
        plan.transport == Transport::tcp ? "connected" : "called connect(), which sends nothing by itself,";
    if (end.has_value())
        return say<words::connects_and_ends>(
            {way->number, end->number},
            Hint{plan.transport == Transport::tcp
                     ? words::send_before_you_close
                     : "Send the text: sock.send(text.encode()), or sendto() with the address."},
            "verb"_a = verb);
    if (!wait.has_value() || !(waits_to_receive(wait->in) || (java && waits_for_more_bytes(wait->in))))
        return std::nullopt;
    return say<words::connects_and_waits>(
        {way->number, wait->number},
        Hint{java && plan.transport == Transport::tcp ? words::flush_before_you_read
             : plan.role == model::Role::client       ? "A client speaks first: send() comes before recv()."
                                                      : "Send the text, and leave out recv()."},
        "verb"_a = verb, "call"_a = telling::in_words(wait->in));
}

// A client that is gone when the reply comes.
std::optional<model::Diagnosis> leaves_before_the_reply(const CaseView& view) {
    if (view.plan.role != model::Role::client) return std::nullopt;
    const auto& text = view.text;
    const auto& end = view.end;
    if (!text.has_value() || text->where != WrongText::Where::output || !end.has_value()) return std::nullopt;
    if (end->termination.how != model::Termination::How::exited || end->termination.code != 0)
        return std::nullopt;
    if (end->number > text->evidence.front()) return std::nullopt;
    return say<words::leaves_before_the_reply>({end->number, text->evidence.front()});
}

// Linux resets a connection that is closed with bytes in it that nobody has read.
std::optional<model::Diagnosis> leaves_the_text_unread(const CaseView& view) {
    if (view.plan.transport != Transport::tcp || !came_to_nothing(view.cause)) return std::nullopt;
    if (view.cause == Cause::crashed) return std::nullopt;
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    std::size_t sent = 0;
    std::size_t received = 0;
    for (const model::Event& event : view.events) {
        if (std::holds_alternative<event::Closed>(event.what)) return std::nullopt;
        // What came in pieces may have been read in part.
        if (std::holds_alternative<event::Sent>(event.what)) {
            if (sent != 0) return std::nullopt;
            sent = event.number;
        }
        const auto* reset = std::get_if<event::ResetSeen>(&event.what);
        if (reset != nullptr && sent != 0 && reset->error == ECONNRESET) received = event.number;
    }
    if (received == 0) return std::nullopt;
    constexpr std::size_t kPart = 4;
    if (contains(text->got, bare(text->wanted).substr(0, kPart))) return std::nullopt;
    return say<words::leaves_the_text_unread>({sent, received}, "wanted"_a = quote(bare(text->wanted), 60));
}

// It closed with SO_LINGER and time 0: nothing was unread that could have caused the reset.
std::optional<model::Diagnosis> resets_when_it_closes(const CaseView& view) {
    if (view.plan.transport != Transport::tcp || view.cause != Cause::reset) return std::nullopt;
    const model::Event* reset = nullptr;
    bool sent = false;
    for (const model::Event& event : view.events) {
        sent = sent || std::holds_alternative<event::Sent>(event.what);
        const auto* seen = std::get_if<event::ResetSeen>(&event.what);
        if (seen != nullptr && seen->error == ECONNRESET) reset = &event;
    }
    if (sent || reset == nullptr) return std::nullopt;
    return say<words::resets_when_it_closes>({reset->number});
}

namespace {

// Who was there at that event besides the one that it is about.
std::size_t others_connected(const CaseView& view, std::size_t position) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < position; ++i)
        if (std::holds_alternative<event::Opened>(view.transcript.events[i].what)) ++count;
    return count == 0 ? 0 : count - 1;
}

}  // namespace

namespace {

// Does the peer say something before the step that failed?
bool is_to_speak(const CaseView& view, const std::string& actor) {
    for (const model::Step& step : view.plan.steps) {
        if (&step == view.failed.step) break;
        if (step.actor == actor && std::holds_alternative<model::Send>(step.action)) return true;
    }
    return false;
}

}  // namespace

// The connection ended before anything had been sent on it.
std::optional<model::Diagnosis> closes_before_it_reads(const CaseView& view) {
    if (!only_listens(view.plan.role)) return std::nullopt;
    if (view.plan.transport != Transport::tcp || !came_to_nothing(view.cause)) return std::nullopt;
    if (view.cause == Cause::crashed || !view.errors.empty()) return std::nullopt;
    for (std::size_t i = 0, stop = view.failed_at; i < stop; ++i) {
        const model::Event& event = view.transcript.events[i];
        if (std::holds_alternative<event::Sent>(event.what) ||
            std::holds_alternative<event::Received>(event.what) ||
            std::holds_alternative<event::Closed>(event.what))
            return std::nullopt;
        const auto* finished = std::get_if<event::Finished>(&event.what);
        if (finished == nullptr || !finished->by_program) continue;
        const event::Opened* const caller = opened(view.transcript, finished->connection, i);
        const bool is_stranger = caller != nullptr && caller->local.host != caller->remote.host &&
                                 !caller->local.host.starts_with("127.");
        if (view.expectation != nullptr && !is_to_speak(view, finished->connection))
            return say<words::closes_without_having_sent>(
                {event.number}, "client"_a = telling::actor_in_words(finished->connection));
        if (const std::size_t others = others_connected(view, i); others > 2)
            return say<words::closes_one_of_several>(
                {event.number}, "client"_a = telling::actor_in_words(finished->connection),
                "others"_a = others);
        return say<words::closes_before_it_reads>(
            {event.number}, Hint{is_stranger ? words::look_at_who_calls : words::recv_did_not_wait},
            "client"_a = telling::actor_in_words(finished->connection),
            "stranger"_a =
                is_stranger ? fmt::format(". It came from another computer, {}", caller->local.host) : "");
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
