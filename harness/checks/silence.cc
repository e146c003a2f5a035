#include "checks/silence.hh"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstring>

#include "base/text.hh"
#include "runtimes/runtime.hh"
#include "telling/wait.hh"

namespace sockgrade::checks {

using How = model::Termination::How;
using model::Cause;
using model::WaitEnd;
namespace event = model::event;

namespace {

// The line of a traceback that names the error: the last that is not indented, as the lines of Java's and
// Node's stacks are.
std::string last_error_line(const std::string& errors) {
    std::string_view rest = trim_line_end(errors);
    while (!rest.empty()) {
        const std::size_t start = rest.rfind('\n');
        const std::string_view line = start == std::string_view::npos ? rest : rest.substr(start + 1);
        if (!line.empty() && line.front() != ' ' && line.front() != '\t' && line.front() != '}' &&
            !line.starts_with("Node.js v"))
            return std::string(line);
        if (start == std::string_view::npos) break;
        rest = rest.substr(0, start);
    }
    return {};
}

// What came to the step's actor from where it had not asked, since something last came from where it had.
const event::Delivered* last_stray(const Reading& reading, const StepReading& step) {
    const event::Delivered* stray = nullptr;
    const std::string& actor = reading.plan().steps.at(step.index).actor;
    for (std::size_t i = 0; i < std::min(step.range.end, reading.size()); ++i) {
        const event::What& what = reading.transcript().events[i].what;
        if (const auto* received = std::get_if<event::Received>(&what);
            received != nullptr && received->connection == actor)
            stray = nullptr;
        if (const auto* delivered = std::get_if<event::Delivered>(&what);
            delivered != nullptr && delivered->connection == actor &&
            delivered->direction == model::Direction::from_program &&
            delivered->way == event::Delivered::Way::from_stranger)
            stray = delivered;
    }
    return stray;
}

}  // namespace

std::string waiting_in(const StepReading& step) {
    if (step.waits.empty()) return "";
    const bool waits =
        model::any_of(step.waits, [](const model::Wait& one) { return one.call != model::Wait::Call::none; });
    return fmt::format(" It was {} in {}.", waits ? "waiting" : "busy", telling::in_words(step.waits));
}

std::string describe_end(const model::Termination& termination) {
    switch (termination.how) {
        case How::exited:
            return fmt::format("it ended with exit status {}", termination.code);
        case How::signaled:
            return fmt::format("it was killed by SIG{} ({})", ::sigabbrev_np(termination.code),
                               ::sigdescr_np(termination.code));
        case How::not_started:
            return fmt::format("it could not be started ({}: {})", termination.detail,
                               ::strerrordesc_np(termination.code));
        case How::stopped:
            return "it was stopped";
    }
    return "";
}

bool pours_out(const Reading& reading, const StepReading& step) {
    constexpr std::size_t kMost = std::size_t{64} << 10;
    return reading.output(step.range).size() > kMost;
}

Cause cause_of_end(const Reading& reading, const model::Termination& termination) {
    if (termination.how == How::not_started) return Cause::build_failed;
    if (termination.how == How::signaled) return Cause::crashed;
    return termination.code != 0 && runtimes::looks_like_a_crash(reading.errors()) ? Cause::crashed
                                                                                   : Cause::exited_early;
}

namespace {

// By a peer that has answered from another port: where a fault has moved it, the fault is told.
const event::FaultApplied* sent_to_the_former_port(const Reading& reading, const StepReading& step) {
    const std::vector<model::Step>& steps = reading.plan().steps;
    const std::string& actor = steps.at(step.index).actor;
    const bool moves = std::any_of(steps.begin(), steps.end(), [&](const model::Step& one) {
        const auto* reply = std::get_if<model::Reply>(&one.action);
        return one.actor == actor && reply != nullptr && reply->from_another_port;
    });
    const event::FaultApplied* last = nullptr;
    for (std::size_t i = 0; moves && i < step.range.end; ++i) {
        const event::What& what = reading.transcript().events.at(i).what;
        const auto* applied = std::get_if<event::FaultApplied>(&what);
        if (applied != nullptr && applied->kind == model::kFormerPort && applied->connection == actor)
            last = applied;
        const auto* received = std::get_if<event::Received>(&what);
        if (received != nullptr && received->connection == actor) last = nullptr;
    }
    return last;
}

}  // namespace

void explain_silence(model::Finding& finding, const Reading& reading, const StepReading& step,
                     const Exchange* exchange, Cause when_quiet) {
    finding.status = model::Finding::Status::not_met;
    const bool is_busy = step.how == WaitEnd::backstop;
    if (step.how == WaitEnd::flooded || (is_busy && pours_out(reading, step))) {
        finding.cause = Cause::output_flood;
        finding.detail = fmt::format("The {} poured out so much that it was stopped.", reading.program());
        return;
    }
    if (const event::Delivered* stray = last_stray(reading, step)) {
        finding.cause = Cause::wrong_address;
        finding.detail = fmt::format(
            "{} came from {}, which had not been asked. A client that has called connect() never gets it.",
            quote(stray->bytes, 60), escape(model::to_string(stray->from)));
        return;
    }
    if (const event::FaultApplied* astray = sent_to_the_former_port(reading, step)) {
        finding.cause = Cause::wrong_address;
        finding.detail = fmt::format(
            "{} went to the port that was asked first. The answer had come from another port, and what "
            "follows "
            "belongs there: recvfrom() tells which.",
            quote(astray->bytes, 60));
        return;
    }
    if (const auto end = reading.ended(step.range.end)) {
        finding.cause = cause_of_end(reading, *end);
        finding.detail = fmt::format("The {} had ended: {}.", reading.program(), describe_end(*end));
        const std::string error = last_error_line(reading.errors());
        if (end->code != 0 && !error.empty())
            finding.detail += fmt::format(" Its last words: {}", escape(error));
        return;
    }
    // A reset may follow a close, as the answer to what we still sent; never the other way round.
    if (exchange != nullptr && exchange->program_finished) {
        finding.cause = Cause::closed_early;
        finding.detail = fmt::format("The {} closed the connection instead.", reading.program());
        return;
    }
    if (exchange != nullptr && exchange->program_reset) {
        finding.cause = Cause::reset;
        finding.detail = fmt::format("The {} {}.", reading.program(),
                                     reading.plan().transport == model::Transport::udp
                                         ? "no longer had its port open, and the datagram was refused (ICMP)"
                                         : "reset the connection (RST) instead");
        return;
    }
    if (is_busy) {
        finding.cause = Cause::hung;
        finding.detail =
            fmt::format("The {} neither went on nor came to rest.{}", reading.program(), waiting_in(step));
        return;
    }
    finding.cause = when_quiet;
    finding.detail =
        "Nothing more could come: the program was waiting, and so was its peer." + waiting_in(step);
}

void explain_no_reply(model::Finding& finding, const Reading& reading, const StepReading& step,
                      const Exchange& exchange) {
    explain_silence(finding, reading, step, &exchange, Cause::no_reply);
    if (!exchange.half_close_coaxed || finding.cause == Cause::crashed) return;
    if (exchange.was_busy && step.how == WaitEnd::backstop) return;  // it was never silent
    // The silence came first; what the program did when we then closed is no cause of it.
    finding.cause = Cause::no_reply;
    finding.detail =
        "Nothing came back: not at once, not when a newline followed, and not when the client had finished "
        "sending (half-close)." +
        waiting_in(step);
}

bool came_after_half_close(model::Finding& finding, const Exchange& exchange) {
    if (!exchange.half_close_coaxed) return false;
    finding.status = model::Finding::Status::not_met;
    finding.cause = Cause::no_reply;
    finding.detail =
        "The reply came only after the client had said that it will send no more (half-close). A client that "
        "waits for its reply before it closes would wait for ever.";
    return true;
}

}  // namespace sockgrade::checks
