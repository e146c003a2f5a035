// When something came, by the program's clock. No stopwatch decides: "too late" is what the program has
// waited on purpose, in sleep() and the like, which the clock jumps over; how long a busy machine took for
// the rest does not count. Only where the clock could not jump, all time is that of the system.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

#include "checks/check.hh"

namespace sockgrade::checks {

using std::chrono::microseconds;
using std::chrono::milliseconds;
namespace event = model::event;

namespace {

// The program's own clock may be a little coarser than ours.
constexpr milliseconds kForgiven{20};

std::string seconds(microseconds time) {
    return fmt::format("{:.2f} s", static_cast<double>(time.count()) / 1e6);
}

struct Span {
    std::size_t begin = 0;  // positions of events
    std::size_t end = 0;
};

// From what the program got last, or this peer got last, to what came.
Span span_of(const Question& question, const Exchange& exchange) {
    const std::vector<model::Event>& events = question.reading.transcript().events;
    std::size_t arrived = 0;
    for (const auto* pieces : {&exchange.banner, &exchange.received})
        for (const Exchange::Piece& piece : *pieces) arrived = std::max(arrived, piece.event);
    Span span;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].number == arrived) span.end = i;
        if (events[i].number >= arrived) continue;
        const event::What& what = events[i].what;
        const auto* received = std::get_if<event::Received>(&what);
        // Pieces of what came begin nothing.
        const bool is_before =
            received != nullptr && received->connection == question.step.actor &&
            std::none_of(exchange.received.begin(), exchange.received.end(),
                         [&](const Exchange::Piece& piece) { return piece.event == events[i].number; });
        // By UDP it says with what comes where that comes from.
        const bool is_connected = std::holds_alternative<event::Opened>(what) &&
                                  question.reading.plan().transport == model::Transport::tcp;
        if (is_before || is_connected || std::holds_alternative<event::Sent>(what) ||
            std::holds_alternative<event::Typed>(what))
            span.begin = i;
    }
    return span;
}

// Of the program's time in between, what it has waited; and all of it.
struct Passed {
    microseconds waited{0};
    microseconds all{0};
};

bool is_real_time(const model::Transcript& transcript, const Span& span) {
    bool is_real = transcript.plan.real_time || !transcript.plan.quiescence;
    for (std::size_t i = 0; i < span.end; ++i)
        is_real = is_real || std::holds_alternative<event::RealTime>(transcript.events[i].what);
    return is_real;
}

// How much later than it was meant to what the span begins with may have come. A program that goes by the
// clock sends the next beat on time, also where a busy machine has held up the one before: then the two come
// nearer together.
microseconds may_have_been_late(const Question& question, const model::Expect& expect, const Span& span) {
    const std::vector<model::Event>& events = question.reading.transcript().events;
    const std::int64_t at = events[span.begin].at_us;
    if (!is_real_time(question.reading.transcript(), span)) {
        // All that was not jumped over since the wait before its last one, or since it was started: a wait
        // counts from the look that first saw it (timing/wait_book.hh), and a busy machine looks late.
        std::int64_t since = events.front().at_us;
        std::int64_t last = since;
        std::int64_t jumped_over = 0;
        for (std::size_t i = 0; i < span.begin; ++i)
            if (const auto* jumped = std::get_if<event::Jumped>(&events[i].what)) {
                since = std::exchange(last, events[i].at_us);
                jumped_over = jumped->by_us;
            }
        return microseconds(at - since - jumped_over);
    }
    // What it waited, and what it was held up, nobody can tell apart: a beat that was later than it had to
    // be.
    std::optional<std::int64_t> before;
    for (std::size_t i = 0; i < span.begin; ++i) {
        const auto* received = std::get_if<event::Received>(&events[i].what);
        if (received != nullptr && received->connection == question.step.actor) before = events[i].at_us;
    }
    const bool is_a_beat = std::holds_alternative<event::Received>(events[span.begin].what);
    if (!before || !is_a_beat || expect.within <= expect.not_before) return microseconds(0);
    const microseconds late = microseconds(at - *before) - expect.not_before;
    return std::clamp<microseconds>(late, microseconds(0), expect.within - expect.not_before);
}

Passed passed_in(const model::Transcript& transcript, const Span& span) {
    Passed passed;
    if (span.end <= span.begin) return passed;
    const bool is_real = is_real_time(transcript, span);
    for (std::size_t i = span.begin + 1; i < span.end; ++i)
        if (const auto* jumped = std::get_if<event::Jumped>(&transcript.events[i].what))
            passed.waited += microseconds(jumped->by_us);
    passed.all = microseconds(transcript.events[span.end].at_us - transcript.events[span.begin].at_us);
    if (is_real) passed.waited = passed.all;
    passed.all = std::max(passed.all, passed.waited);
    return passed;
}

}  // namespace

model::Finding came_in_time(const Question& question, const model::Expect& expect) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    const Span span = span_of(question, exchange);
    const Passed passed = passed_in(question.reading.transcript(), span);
    model::Finding finding;
    const double least = static_cast<double>(expect.not_before.count()) / 1000;
    const double most = static_cast<double>(expect.within.count()) / 1000;
    finding.requirement =
        expect.within.count() == 0       ? fmt::format("It comes after {:g} s at the earliest.", least)
        : expect.not_before.count() == 0 ? fmt::format("It comes within {:g} s.", most)
                                         : fmt::format("It comes after {:g} s to {:g} s.", least, most);
    finding.evidence = {span.begin + 1, span.end + 1};
    if (expect.within.count() > 0 && passed.waited > expect.within + kForgiven) {
        finding.status = model::Finding::Status::not_met;
        finding.cause = model::Cause::too_slow;
        finding.got = "after " + seconds(passed.waited);
        finding.detail = "So long the program has waited before it sent this.";
    } else if (passed.all + kForgiven < expect.not_before &&
               passed.all + kForgiven + may_have_been_late(question, expect, span) < expect.not_before) {
        finding.status = model::Finding::Status::not_met;
        finding.cause = model::Cause::extra;
        finding.got = "after " + seconds(passed.all);
        finding.detail = "It came too early.";
    }
    return finding;
}

}  // namespace sockgrade::checks
