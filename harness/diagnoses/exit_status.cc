#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "wording/wanted.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using namespace fmt::literals;

namespace {

std::string where_it_is_caught(const CaseView& view) {
    switch (view.language) {
        case Language::python:
            return words::catch_in_python;
        case Language::java:
            return words::catch_in_java;
        case Language::javascript:
            return words::handle_in_node;
        case Language::other:
            break;
    }
    return words::look_at_what_calls_return;
}

// It had the error in its hands: it said so on its output, or what stands there is not what the language
// itself writes about an error that nobody has caught.
bool shows_the_trace_itself(const CaseView& view) {
    const auto& said = view.errors;
    switch (view.language) {
        case Language::python: {
            std::string output;
            for (const auto* print : view.transcript.all<model::event::Printed>())
                if (!print->to_stderr) output += print->bytes;
            for (const model::Step& step : view.plan.steps) {
                const auto* prints = std::get_if<model::Prints>(&step.action);
                if (prints != nullptr && prints->what == model::Prints::What::pattern &&
                    prints->times != 0U && wording::times_printed(prints->pattern, output) > 0)
                    return true;
            }
            return false;
        }
        case Language::java:
            return !contains(said, "Exception in thread");
        case Language::javascript:
            return !contains(said, "Node.js v");
        case Language::other:
            break;
    }
    return false;
}

// What the peer did since the program last sent something.
struct LastOfThePeer {
    bool said_something = false;
    bool left = false;
};

LastOfThePeer last_of_the_peer(const CaseView& view) {
    LastOfThePeer last;
    for (const model::Event& one : view.events) {
        if (std::holds_alternative<event::Received>(one.what)) last = {};
        if (std::holds_alternative<event::Sent>(one.what)) last.said_something = true;
        if (std::holds_alternative<event::Closed>(one.what)) last.left = true;
    }
    return last;
}

// What its peer says, and whether that is all of it, only the spec knows.
std::string what_went_wrong(const CaseView& view) {
    const bool is_udp = view.plan.transport == model::Transport::udp;
    if (!is_udp && view.transcript.first<event::Opened>() == nullptr) return "Nobody was there";
    const LastOfThePeer last = last_of_the_peer(view);
    if (last.said_something)
        return last.left ? "What had come when the other side left was no success, or not all of it"
                         : "What came from the other side was no success";
    return is_udp ? "What your program sent was not answered" : "The other side had died";
}

}  // namespace

// The peer has gone, as the case wanted, and the program was to deal with that.
std::optional<model::Diagnosis> leaves_the_error_uncaught(const CaseView& view) {
    const auto& end = view.end;
    if (view.cause != model::Cause::crashed || !view.had_to_fail || !end) return std::nullopt;
    const bool by_signal = end->termination.how == model::Termination::How::signaled;
    if (by_signal && end->termination.code != SIGPIPE) return std::nullopt;
    if (by_signal) return say<words::killed_by_sigpipe>({end->number});
    const auto& trace = view.traceback;
    if (shows_the_trace_itself(view))
        return say<words::shows_the_trace_of_the_error>(
            view.error_events, "what"_a = what_went_wrong(view),
            "place"_a =
                trace ? fmt::format(" in line {} ({})", readable(trace->line), readable(trace->error)) : "");
    return say<words::leaves_the_error_uncaught>(
        view.error_events, Hint{where_it_is_caught(view)}, "what"_a = what_went_wrong(view),
        "place"_a =
            trace ? fmt::format(" in line {} ({})", readable(trace->line), readable(trace->error)) : "");
}

// It ended because of what its peer did, and tells the shell that all went well.
std::optional<model::Diagnosis> fails_with_status_0(const CaseView& view) {
    const auto& end = view.end;
    if (!view.had_to_fail || !end || end->termination.how != model::Termination::How::exited ||
        end->termination.code != 0)
        return std::nullopt;
    return say<words::fails_with_status_0>({end->number}, "what"_a = what_went_wrong(view));
}

// All went well, but its exit status says otherwise.
std::optional<model::Diagnosis> exits_with_an_error(const CaseView& view) {
    const auto& steps = view.plan.steps;
    const auto& end = view.end;
    if (view.cause != Cause::exited_early || !end.has_value() || steps.empty()) return std::nullopt;
    const auto* exits = std::get_if<model::Exits>(&steps.back().action);
    if (exits == nullptr || exits->status != 0) return std::nullopt;
    if (end->termination.how != model::Termination::How::exited || end->termination.code == 0 ||
        !view.errors.empty() || view.transcript.first<model::event::Received>() == nullptr)
        return std::nullopt;
    return say<words::exits_with_an_error>({end->number}, "status"_a = end->termination.code);
}

namespace {

struct Known {
    const char* said;
    const char* hint;
};

constexpr std::array kKnown = {
    Known{"ECONNRESET",
          "The other side left in the middle. Handle that: socket.on('error', () => {}) in Node."},
    Known{"onnection reset",
          "The other side left in the middle. Close this connection, and go on with the next one."},
    Known{"ECONNREFUSED",
          "Nobody listens at the address that was dialled. Check host and port, and TCP or UDP."},
    Known{"onnection refused",
          "Nobody listens at the address that was dialled. Check host and port, and TCP or UDP."},
    Known{"ddress already in use",
          "Another socket holds that port. Bind once only, to the port that you are given."},
    Known{"EADDRINUSE", "Another socket holds that port. Bind once only, to the port that you are given."},
    Known{"sage:", "Look up in the handout which arguments the program gets, and in which order."},
};

}  // namespace

// It ended with a status that says "failed", and said why.
std::optional<model::Diagnosis> gave_up_with_a_message(const CaseView& view) {
    const auto& end = view.end;
    if (!end.has_value() || !came_to_nothing(view.cause)) return std::nullopt;
    if (end->termination.how != model::Termination::How::exited || end->termination.code == 0)
        return std::nullopt;
    // What stands on standard output may be anything, so it has to sound like it.
    std::string said = view.errors;
    const bool on_stderr = !bare(said).empty();
    if (!on_stderr) said = printed(view.transcript, 0, end->position);
    static constexpr std::array kTelling = {"panic: ", "rror: ", "what():", "rror",  "refused",
                                            "in use",  "fail",   "annot",   "sage:", "nvalid"};
    std::string_view line;
    for (const char* sign : kTelling)
        if (line.empty()) line = line_with(said, sign);
    const std::string_view all = bare(said);
    if (line.empty() && on_stderr) line = all.substr(all.rfind('\n') + 1);
    if (bare(line).empty()) return std::nullopt;
    const char* hint = "";
    for (const Known& known : kKnown) {
        if (!contains(line, known.said)) continue;
        hint = known.hint;
        break;
    }
    return say<words::gave_up_with_a_message>({end->number}, Hint{hint}, "status"_a = end->termination.code,
                                              "line"_a = readable(line));
}

namespace {

struct Complaint {
    const char* said;  // in small letters
    const char* hint;
};

constexpr std::array kComplaints = {
    Complaint{
        "destination address required",
        "A UDP socket has to be told where to send: give sendto() the address that recvfrom() returned."},
    Complaint{"not connected",
              "Use a socket that is connected: the one from connect(), or the one that accept() returned."},
    Complaint{
        "socket operation on non-socket",
        "That number is no socket. Look at what socket() or accept() returned, and into which variable: in "
        "C, "
        "(fd = accept(...)) < 0 needs its parentheses."},
    Complaint{"address family not supported",
              "Fill in the whole address: sin_family = AF_INET, the port with htons(), and the host."},
    Complaint{"bad file descriptor",
              "That socket was closed before, or never made. Close it only when nothing uses it any more."},
    Complaint{"bad address",
              "A pointer points nowhere. Hand over the buffer or address itself, and its size."},
    Complaint{
        "invalid argument",
        "One of the values handed to that call is wrong. For addresses, the length before the call has to be "
        "that of the address: socklen_t length = sizeof address;"},
    Complaint{"permission denied",
              "Ports below 1024 are not for everybody, and broadcasting has to be allowed."},
    Complaint{"message too long", "One datagram holds 65507 bytes at most."},
    Complaint{"broken pipe", "It sent on a connection that was closed already, or that never was."},
    Complaint{"connection refused", "Nobody listens at the address that was dialled. Check host and port."},
    Complaint{
        "cannot assign requested address",
        "That address is none of this computer. bind() takes one of its own: '' or INADDR_ANY for all."},
    Complaint{"protocol wrong type",
              "SOCK_STREAM is for TCP, SOCK_DGRAM is for UDP; leave the protocol at 0."},
};

bool came_from_a_peer(const CaseView& view, std::string_view line) {
    for (const auto* sent : view.transcript.all<event::Sent>())
        if (contains(sent->bytes, line)) return true;
    return false;
}

}  // namespace

// It goes on, but said itself that a call had failed.
std::optional<model::Diagnosis> a_call_failed(const CaseView& view) {
    if (!came_to_nothing(view.cause)) return std::nullopt;
    std::string_view line;
    const char* hint = nullptr;
    std::size_t number = 0;
    for (const model::Event& event : view.events) {
        // Whatever fails once its peer has left is no cause.
        if (std::holds_alternative<event::Closed>(event.what)) break;
        const auto* print = std::get_if<event::Printed>(&event.what);
        if (print == nullptr) continue;
        const std::string small = to_lower(print->bytes);
        for (const Complaint& known : kComplaints) {
            const std::size_t at = small.find(known.said);
            if (at == std::string::npos) continue;
            line = bare(line_with(std::string_view(print->bytes).substr(small.rfind('\n', at) + 1), ""));
            hint = known.hint;
            number = event.number;
            break;
        }
        if (hint != nullptr) break;
    }
    if (hint == nullptr || line.empty() || came_from_a_peer(view, line)) return std::nullopt;
    return say<words::a_call_failed>({number}, Hint{hint}, "line"_a = readable(line));
}

}  // namespace sockgrade::diagnoses
