#include <fmt/format.h>
#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <set>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/failed_step.hh"
#include "diagnoses/words.hh"
#include "telling/step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;
using namespace fmt::literals;

// main() came to its end, and nothing waited for anybody.
std::optional<model::Diagnosis> ends_before_it_serves(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || view.cause == Cause::crashed || !view.errors.empty()) return std::nullopt;
    // Who is about to end refuses a connection before the end itself is seen.
    const auto& events = view.transcript.events;
    std::size_t end = 0;
    while (end < events.size() && !std::holds_alternative<event::Ended>(events[end].what)) ++end;
    if (end == events.size()) return std::nullopt;
    const model::Termination& termination = std::get<event::Ended>(events[end].what).termination;
    if (termination.how != model::Termination::How::exited || termination.code != 0) return std::nullopt;
    const bool tcp = plan.transport == Transport::tcp;
    const model::Event* ready = nullptr;
    for (std::size_t i = 0; i < end; ++i) {
        const model::Event& event = events[i];
        if (std::holds_alternative<event::Sent>(event.what) ||
            std::holds_alternative<event::Closed>(event.what) ||
            std::holds_alternative<event::Received>(event.what))
            return std::nullopt;
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call != nullptr && call->transport == plan.transport && call->makes_reachable() &&
            call->error == 0)
            ready = &event;
    }
    if (ready == nullptr) return std::nullopt;
    return say<words::ends_before_it_serves>({ready->number, events[end].number},
                                             Hint{tcp ? words::wait_in_accept : words::wait_in_recvfrom});
}

// recvfrom() returned 0 bytes, and that was taken for the end.
std::optional<model::Diagnosis> ends_at_an_empty_datagram(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || plan.transport != Transport::udp || !came_to_nothing(view.cause))
        return std::nullopt;
    const auto& end = view.end;
    if (!end.has_value() || end->termination.how != model::Termination::How::exited ||
        end->termination.code != 0)
        return std::nullopt;
    // The next datagram may be on its way already when the program ends; but nothing came of it.
    const model::Event* empty = nullptr;
    for (std::size_t i = 0; i < end->position; ++i) {
        const model::Event& event = view.transcript.events[i];
        const auto* sent = std::get_if<event::Sent>(&event.what);
        if (sent != nullptr && sent->bytes.empty()) empty = &event;
        if (sent != nullptr && !sent->bytes.empty() && empty == nullptr) return std::nullopt;
        if (empty != nullptr && std::holds_alternative<event::Received>(event.what)) return std::nullopt;
    }
    if (empty == nullptr) return std::nullopt;
    return say<words::ends_at_an_empty_datagram>({empty->number, end->number});
}

// A client that leaves without a word, or resets, takes the server with it.
std::optional<model::Diagnosis> dies_when_a_client_leaves(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || plan.transport != Transport::tcp) return std::nullopt;
    if (view.cause != Cause::crashed && view.cause != Cause::exited_early) return std::nullopt;
    const auto& end = view.end;
    if (!end.has_value()) return std::nullopt;
    const model::Event* left = nullptr;
    const model::Event* reset = nullptr;
    bool heard = false;
    for (std::size_t i = 0; i < end->position; ++i) {
        const event::What& what = view.transcript.events[i].what;
        const auto* closed = std::get_if<event::Closed>(&what);
        if (closed != nullptr && closed->reset) reset = &view.transcript.events[i];
        const auto* sent = std::get_if<event::Sent>(&what);
        // What anybody said may be the reason, unless it can't have been read yet.
        if (sent != nullptr && !bare(sent->bytes).empty()) {
            if (left == nullptr) return std::nullopt;
            heard = true;
        }
        if (std::holds_alternative<event::Received>(what)) return std::nullopt;
        if (closed != nullptr && !heard) left = &view.transcript.events[i];
    }
    if (left == nullptr) return std::nullopt;
    // Who closes without a word causes no error of this kind: it was another one, who may have spoken before.
    if (reset != nullptr && (contains(view.errors, "onnection reset") || contains(view.errors, "ECONNRESET")))
        left = reset;
    const auto& closed = std::get<event::Closed>(left->what);
    // The line where it happened is told too, where the language names it.
    std::optional<model::Diagnosis> error = python_error(view);
    if (!error.has_value()) error = java_error(view);
    if (!error.has_value()) error = node_error(view);
    if (!error.has_value()) error = go_panic(view);
    return say<words::dies_when_a_client_leaves>(
        {left->number, end->number},
        Hint{closed.reset ? words::catch_the_reset : words::nothing_is_the_end_of_the_connection},
        "client"_a = telling::actor_in_words(closed.connection),
        "left"_a = closed.reset ? "reset its connection" : "left without having sent anything",
        "error"_a = error.has_value() ? " " + error->message : "");
}

namespace {

// Somebody left while others were connected, and that was the end of them all.
std::optional<model::Diagnosis> ends_with_one_of_several(const CaseView& view, std::size_t stopped) {
    std::vector<std::string> open;
    bool at_once = false;
    std::string left;
    std::size_t number = 0;
    for (const model::Event& one : view.transcript.events) {
        if (one.number >= stopped) break;
        // Who serves one after another would not have come to this one.
        if (const auto* received = std::get_if<event::Received>(&one.what))
            at_once = at_once || (!open.empty() && open.front() != received->connection);
        if (const auto* came = std::get_if<event::Opened>(&one.what)) open.push_back(came->connection);
        const auto* finished = std::get_if<event::Finished>(&one.what);
        const auto* closed = std::get_if<event::Closed>(&one.what);
        const bool goes = closed != nullptr || (finished != nullptr && !finished->by_program);
        if (!goes) continue;
        left = closed != nullptr ? closed->connection : finished->connection;
        number = one.number;
        std::erase(open, left);
    }
    if (left.empty() || open.empty() || !at_once) return std::nullopt;
    return say<words::stops_with_clients_connected>(
        {number, stopped}, "left"_a = named_first(left), "client"_a = telling::actor_in_words(open.front()),
        "were"_a = open.size() == 1 ? "was" : fmt::format("and {} were", count_of(open.size() - 1, "other")));
}

// How many connections, or datagrams, it has answered or printed: at least one, where that is known.
std::size_t count_served(const CaseView& view, const std::string& output) {
    const model::Plan& plan = view.plan;
    std::set<std::string> served;
    for (const model::Event& one : view.transcript.events) {
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received != nullptr && plan.transport == Transport::tcp) served.insert(received->connection);
        const auto* sent = std::get_if<event::Sent>(&one.what);
        if (sent == nullptr || plan.role != model::Role::receiver || bare(sent->bytes).empty() ||
            !contains(output, bare(sent->bytes)))
            continue;
        served.insert(plan.transport == Transport::tcp ? sent->connection : std::string(bare(sent->bytes)));
    }
    return std::max<std::size_t>(served.size(), 1);
}

// A server that has answered what it did not print: then it is the printing that is missing, not a loop.
bool answered_without_printing(const CaseView& view) {
    const auto& text = view.text;
    if (view.plan.role != model::Role::server || !text.has_value() ||
        text->where != WrongText::Where::output || text->evidence.empty())
        return false;
    const auto& events = view.transcript.events;
    return std::any_of(events.begin(), events.end(), [&](const model::Event& one) {
        return one.number > text->evidence.front() && std::holds_alternative<event::Received>(one.what);
    });
}

}  // namespace

// Nobody came for a while, and that was its end.
std::optional<model::Diagnosis> ends_after_a_silence(const CaseView& view) {
    constexpr std::int64_t kSecond = 1'000'000;
    const model::Step* const failed = view.failed.step;
    const auto* const running = failed == nullptr ? nullptr : std::get_if<model::IsRunning>(&failed->action);
    if (!serves(view.plan) || running == nullptr || running->after.count() == 0 || !view.end.has_value())
        return std::nullopt;
    std::int64_t began = 0;
    std::int64_t stopped = 0;
    for (const model::Event& one : view.transcript.events) {
        if (one.number == view.end->number) stopped = one.at_us;
        const bool is_last = std::holds_alternative<event::Sent>(one.what) ||
                             std::holds_alternative<event::Received>(one.what) ||
                             std::holds_alternative<event::Opened>(one.what) ||
                             std::holds_alternative<event::Closed>(one.what);
        if (is_last && one.number < view.end->number) began = one.at_us;
    }
    if (stopped - began < kSecond) return std::nullopt;
    return say<words::ends_after_a_silence>({view.end->number}, "seconds"_a = (stopped - began) / kSecond);
}

// Served one, and ended or stopped listening.
std::optional<model::Diagnosis> stops_after_one(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || answered_without_printing(view)) return std::nullopt;
    const bool tcp = plan.transport == Transport::tcp;
    if (view.cause != Cause::exited_early && view.cause != Cause::never_listened &&
        view.cause != Cause::closed_early && view.cause != Cause::reset && view.cause != Cause::no_reply)
        return std::nullopt;
    const std::size_t until = view.failed_at;
    std::size_t served = 0;  // the event that shows it
    std::size_t stopped = 0;
    std::size_t refused = 0;
    std::string_view text;
    std::string output;
    std::size_t answered = 0;
    for (std::size_t i = 0; i < view.transcript.events.size(); ++i) {
        const model::Event& event = view.transcript.events[i];
        // What it printed may be read after its end has been seen.
        if (i >= until && !std::holds_alternative<event::Printed>(event.what)) continue;
        if (const auto* sent = std::get_if<event::Sent>(&event.what)) {
            if (served == 0) text = bare(sent->bytes);
        } else if (const auto* print = std::get_if<event::Printed>(&event.what)) {
            output += print->bytes;
            if (plan.role == model::Role::receiver && served == 0 && !text.empty() && contains(output, text))
                served = event.number;
        } else if (std::holds_alternative<event::Received>(event.what)) {
            if (served == 0) served = event.number;
            ++answered;
        } else if (const auto* end = std::get_if<event::Ended>(&event.what)) {
            const bool by_itself =
                end->termination.how == model::Termination::How::exited && end->termination.code == 0;
            if (!by_itself) return std::nullopt;
            stopped = event.number;
        } else if (const auto* missed = std::get_if<event::NotOpened>(&event.what)) {
            if (refused == 0 && missed->error == ECONNREFUSED) refused = event.number;
        }
    }
    if (served == 0 || (stopped == 0 && refused == 0)) return std::nullopt;
    if (!tcp && answered > 1) return std::nullopt;
    if (tcp && stopped != 0)
        if (const auto several = ends_with_one_of_several(view, stopped)) return several;
    if (const std::size_t count = count_served(view, output); count > 1)
        return say<words::stops_after_some>({served, stopped != 0 ? stopped : refused},
                                            "served"_a = count_of(count, tcp ? "connection" : "datagram"),
                                            "stopped"_a = stopped != 0 ? "ended" : "stopped listening");
    return say<words::stops_after_one>({served, stopped != 0 ? stopped : refused},
                                       Hint{tcp ? words::accept_in_a_loop : words::recvfrom_in_a_loop},
                                       "what"_a = tcp ? "connection" : "datagram",
                                       "stopped"_a = stopped != 0 ? "ended" : "stopped listening");
}

// A client that was to go on by itself, whatever its server does, has ended.
std::optional<model::Diagnosis> ends_instead_of_going_on(const CaseView& view) {
    const model::Plan& plan = view.plan;
    const auto& end = view.end;
    const model::Expect* const expect = view.expectation;
    const auto& failed = view.failed;
    const bool was_to_go_on =
        expect != nullptr
            ? expect->what == model::Expect::What::anything
            : failed.step != nullptr && std::holds_alternative<model::IsRunning>(failed.step->action);
    if (serves(plan) || view.cause != model::Cause::exited_early || !end || !was_to_go_on)
        return std::nullopt;
    std::size_t came = 0;
    for (std::size_t i = 0; i < end->position; ++i) {
        const auto* fault = std::get_if<event::FaultApplied>(&view.transcript.events[i].what);
        const bool lost =
            fault != nullptr && fault->lost && fault->direction == model::Direction::from_program;
        if (lost || std::holds_alternative<event::Received>(view.transcript.events[i].what)) ++came;
    }
    if (came == 0) return std::nullopt;
    return say<words::ends_instead_of_going_on>({end->number}, "messages"_a = count_of(came, "message"));
}

}  // namespace sockgrade::diagnoses
