#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

namespace {

// Somebody left while others were connected, and that was the end of them all.
std::optional<model::Diagnosis> ends_with_one_of_several(const Failure& failure, std::size_t stopped) {
    std::vector<std::string> open;
    bool at_once = false;
    std::string left;
    std::size_t number = 0;
    for (const model::Event& one : failure.transcript.events) {
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
    return model::Diagnosis{
        "",
        fmt::format(
            "{} left, and then your program ended, while {} {} still connected.", named_first(left),
            model::actor_in_words(open.front()),
            open.size() == 1 ? "was" : fmt::format("and {} were", count_of(open.size() - 1, "other"))),
        "When recv() returns nothing, only this client has left: close its connection, and leave its loop or "
        "thread. "
        "exit(), sys.exit() and os._exit() end the program for everybody; so may a break that leaves the "
        "loop "
        "around accept().",
        {number, stopped}};
}

// How many connections, or datagrams, it has answered or printed: at least one, where that is known.
std::size_t count_served(const Failure& failure, const std::string& output) {
    const model::Plan& plan = failure.transcript.plan;
    std::set<std::string> served;
    for (const model::Event& one : failure.transcript.events) {
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
bool answered_without_printing(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (failure.transcript.plan.role != model::Role::server || !text.has_value() ||
        text->where != WrongText::Where::output || text->evidence.empty())
        return false;
    return std::any_of(
        failure.transcript.events.begin(), failure.transcript.events.end(), [&](const model::Event& one) {
            return one.number > text->evidence.front() && std::holds_alternative<event::Received>(one.what);
        });
}

}  // namespace

// Served one, and ended or stopped listening.
std::optional<model::Diagnosis> stops_after_one(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || answered_without_printing(failure) || ends_after_a_silence(failure))
        return std::nullopt;
    const bool tcp = plan.transport == Transport::tcp;
    if (failure.cause != Cause::exited_early && failure.cause != Cause::never_listened &&
        failure.cause != Cause::closed_early && failure.cause != Cause::reset &&
        failure.cause != Cause::no_reply)
        return std::nullopt;
    const std::size_t until = failed_at(failure);
    std::size_t served = 0;  // the event that shows it
    std::size_t stopped = 0;
    std::size_t refused = 0;
    std::string_view text;
    std::string output;
    std::size_t answered = 0;
    for (std::size_t i = 0; i < failure.transcript.events.size(); ++i) {
        const model::Event& event = failure.transcript.events[i];
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
        if (const auto several = ends_with_one_of_several(failure, stopped)) return several;
    if (const std::size_t count = count_served(failure, output); count > 1)
        return model::Diagnosis{
            "",
            fmt::format("Your program served {}, and then it {}. Who comes next finds nobody.",
                        count_of(count, tcp ? "connection" : "datagram"),
                        stopped != 0 ? "ended" : "stopped listening"),
            "It was to go on until somebody stops it: a loop with no count, while True in Python and for "
            "(;;) in C, "
            "which nothing leaves by break, return or exit().",
            {served, stopped != 0 ? stopped : refused}};
    return model::Diagnosis{
        "",
        fmt::format("Your program served one {}, and then it {}. Who comes next finds nobody.",
                    tcp ? "connection" : "datagram", stopped != 0 ? "ended" : "stopped listening"),
        tcp ? "Put accept() and what follows it into a loop: while True: connection, address = "
              "server.accept() ... "
              "connection.close()"
            : "Put recvfrom() and what follows it into a loop: while True: data, address = "
              "sock.recvfrom(2048) ...",
        {served, stopped != 0 ? stopped : refused}};
}

}  // namespace sockgrade::diagnoses
