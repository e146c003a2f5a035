#include "run/waiting.hh"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace sockgrade::run {

using model::WaitEnd;
using observe::Look;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using system::Clock;

namespace {

constexpr microseconds kFirstLook{150};
constexpr milliseconds kLongestPause{8};
// What happens all the time must not put off the next look, and with it every limit, for ever.
constexpr milliseconds kLongestWithoutLook{50};
constexpr milliseconds kFencePatience{500};
// A confirmation of the program's kernel can be held back for 40 ms (delayed acknowledgement); a closed
// window holds it back for ever.
constexpr milliseconds kAcknowledgementPatience{100};
constexpr milliseconds kSettlePatience{1000};
constexpr milliseconds kSettleProcessorTime{50};
constexpr milliseconds kSilence{2500};  // in place of quiet, when quiescence is off
constexpr milliseconds kSettleSilence{250};

// Processor time that the program has used since the first look after a start.
class ProcessorMeter {
  public:
    nanoseconds used(const Look& look) {
        const std::uint64_t now = look.run_time();
        if (!started_ || now < start_) start_ = now;  // threads that ended take their time with them
        started_ = true;
        return nanoseconds(now - start_);
    }
    void start_again() { started_ = false; }

  private:
    bool started_ = false;
    std::uint64_t start_ = 0;
};

}  // namespace

Waiting::Waiting(system::EventLoop& loop, Program& program, const model::Plan& plan,
                 std::function<bool()> nothing_under_way)
    : loop_(loop), program_(program), plan_(plan), nothing_under_way_(std::move(nothing_under_way)) {}

bool Waiting::pass_fence() {
    program_.output().raise_fence();
    const auto deadline = Clock::now() + kFencePatience;
    while (!program_.output().fence_is_down() && Clock::now() < deadline) loop_.run_once(deadline);
    return program_.output().fence_is_down();
}

std::optional<WaitEnd> Waiting::outcome(const Awaited& awaited) {
    if (awaited.satisfied()) return WaitEnd::satisfied;
    if (program_.flooded().has_value()) return WaitEnd::flooded;
    if (!program_.ended()) return std::nullopt;
    // Its sockets were closed before its end was told, so what it sent is here; its output may still be on
    // the way.
    pass_fence();
    loop_.drain();
    return awaited.satisfied() ? WaitEnd::satisfied : WaitEnd::program_ended;
}

bool Waiting::offer_help(const Awaited& awaited) {
    return (awaited.input && awaited.input()) || (awaited.help && awaited.help());
}

Waited Waiting::wait(const Awaited& awaited) {
    if (!plan_.quiescence) return wait_by_silence(awaited);
    auto deadline = Clock::now() + plan_.limits.wait;
    const auto last_deadline = Clock::now() + plan_.limits.starved;
    std::optional<Look> previous;
    ProcessorMeter meter;
    Clock::time_point unchanged_since{};
    microseconds pause = kFirstLook;
    auto next_look = Clock::now() + pause;
    auto last_look = Clock::now();
    for (;;) {
        loop_.drain();
        if (const auto how = outcome(awaited)) return {*how, ""};
        const auto now = Clock::now();
        if (now < next_look) {
            if (loop_.run_once(std::min(next_look, deadline)) > 0) {
                previous.reset();
                pause = kFirstLook;
                next_look = std::min(Clock::now() + pause, last_look + kLongestWithoutLook);
            }
            continue;
        }

        last_look = now;
        Look look = program_.look();
        const nanoseconds used = meter.used(look);
        if (used > plan_.limits.cpu) return {WaitEnd::backstop, look.describe()};
        if (now >= deadline) {
            // A program that is ready to run but gets no processor is not to blame for the time.
            const bool starved = !look.nobody_runs() && used < plan_.limits.cpu / 2 && now < last_deadline;
            if (!starved && !offer_help(awaited)) return {WaitEnd::backstop, look.describe()};
            deadline = Clock::now() + plan_.limits.wait;
        }

        const bool unchanged = previous.has_value() && look == *previous;
        if (!unchanged) unchanged_since = now;
        if (unchanged && look.nothing_can_happen(deadline - now, program_.timers()) &&
            (nothing_under_way_() || now - unchanged_since > kAcknowledgementPatience)) {
            pass_fence();
            loop_.drain();
            if (const auto how = outcome(awaited)) return {*how, ""};
            if (program_.look() == look) {
                if (!offer_help(awaited)) return {WaitEnd::quiet, look.describe()};
                deadline = Clock::now() + plan_.limits.wait;
                meter.start_again();
            }
            previous.reset();
            pause = kFirstLook;
        } else if (unchanged && look.nobody_runs() && look.reads_input() && awaited.input &&
                   awaited.input()) {
            // Whatever timers it has, it waits for a line.
            previous.reset();
            pause = kFirstLook;
        } else {
            previous = std::move(look);
            pause = std::min<microseconds>(pause * 2, kLongestPause);
        }
        next_look = Clock::now() + pause;
    }
}

// A silence ends when anything at all happens.
Waited Waiting::wait_by_silence(const Awaited& awaited) {
    const auto last_deadline = Clock::now() + plan_.limits.starved;
    auto deadline = Clock::now() + kSilence;
    for (;;) {
        loop_.drain();
        if (const auto how = outcome(awaited)) return {*how, ""};
        if (Clock::now() >= last_deadline) return {WaitEnd::backstop, ""};
        if (loop_.run_once(std::min(deadline, last_deadline)) > 0) {
            deadline = Clock::now() + kSilence;
        } else if (Clock::now() >= deadline) {
            const Look look = program_.look();
            if (look.nobody_runs() && !offer_help(awaited)) return {WaitEnd::quiet, look.describe()};
            deadline = Clock::now() + kSilence;
        }
    }
}

void Waiting::settle(bool output_too) {
    const auto deadline = Clock::now() + (plan_.quiescence ? kSettlePatience : kSettleSilence);
    std::optional<Look> previous;
    ProcessorMeter meter;
    microseconds pause{50};
    while (Clock::now() < deadline && !program_.flooded().has_value()) {
        loop_.drain();
        if (program_.ended()) break;
        Look look = program_.look();
        if (meter.used(look) > kSettleProcessorTime) break;
        if (plan_.quiescence && previous.has_value() && look == *previous && look.nobody_runs()) break;
        previous = std::move(look);
        const auto until = std::min(Clock::now() + pause, deadline);
        // A program that pours out without end keeps the loop busy beyond `until`.
        while (loop_.run_once(until) > 0) {
            previous.reset();
            if (Clock::now() >= until || program_.flooded().has_value()) break;
        }
        pause = std::min<microseconds>(pause * 2, kLongestPause);
    }
    if (output_too) pass_fence();
    loop_.drain();
}

}  // namespace sockgrade::run
