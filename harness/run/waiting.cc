#include "run/waiting.hh"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "run/looks.hh"
#include "run/patience.hh"

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
constexpr milliseconds kLongestPauseInSilence{100};
// What happens all the time must not put off the next look, and with it every limit, for ever.
constexpr milliseconds kLongestWithoutLook{50};
constexpr milliseconds kFencePatience{500};
// A confirmation of the program's kernel can be held back for 40 ms (delayed acknowledgement); a closed
// window holds it back for ever.
constexpr milliseconds kAcknowledgementPatience{100};
constexpr milliseconds kSettlePatience{1000};
constexpr milliseconds kSettleProcessorTime{50};
constexpr milliseconds kShortWait{2};  // is over before we could jump over it
// Go's own ticks come every 10 ms: after three of them it has nothing more to hand on.
constexpr milliseconds kGoTicks{30};
// When quiescence is off.
constexpr milliseconds kSilence{2500};
constexpr milliseconds kSettleSilence{250};

}  // namespace

Waiting::Waiting(system::EventLoop& loop, Program& program, const model::Plan& plan, OurPart part)
    : loop_(loop), programs_{&program}, plan_(plan), part_(std::move(part)) {}

bool Waiting::pass_fence() {
    for (Program* program : programs_) program->output().raise_fence();
    const auto is_down = [&] {
        return std::all_of(programs_.begin(), programs_.end(),
                           [](Program* program) { return program->output().fence_is_down(); });
    };
    const auto deadline = Clock::now() + kFencePatience;
    while (!is_down() && Clock::now() < deadline) loop_.run_once(deadline);
    return is_down();
}

bool Waiting::has_ended() const {
    return std::all_of(programs_.begin(), programs_.end(), [](Program* program) { return program->ended(); });
}

bool Waiting::is_flooded() const {
    return std::any_of(programs_.begin(), programs_.end(),
                       [](Program* program) { return program->flooded().has_value(); });
}

std::optional<WaitEnd> Waiting::outcome(const Awaited& awaited) {
    if (awaited.satisfied()) return WaitEnd::satisfied;
    if (is_flooded()) return WaitEnd::flooded;
    if (!has_ended()) return std::nullopt;
    // Its sockets were closed before its end was told, so what it sent is here; its output may still be on
    // the way.
    pass_fence();
    loop_.drain();
    return awaited.satisfied() ? WaitEnd::satisfied : WaitEnd::program_ended;
}

bool Waiting::offer_help(const Awaited& awaited) {
    return (awaited.input && awaited.input()) || (awaited.help && awaited.help());
}

bool Waiting::may_jump() const { return part_.pass_time != nullptr; }

bool Waiting::is_due() const { return may_jump() && part_.next_due().has_value(); }

std::optional<Clock::time_point> Waiting::next_of_programs() const {
    std::optional<Clock::time_point> next;
    for (const Program* program : programs_)
        if (const auto one = program->ended() ? std::nullopt : program->clock().next())
            next = std::min(next.value_or(*one), *one);
    return next;
}

std::optional<Clock::time_point> Waiting::next_limit(const Awaited& awaited) const {
    std::optional<Clock::time_point> next = next_of_programs();
    const auto earlier = [&](Clock::time_point other) { next = std::min(next.value_or(other), other); };
    if (awaited.until.has_value()) earlier(*awaited.until);
    if (const auto due = part_.next_due()) earlier(*due + ahead());
    return next;
}

bool Waiting::end_overdue_waits() {
    bool any = false;
    for (Program* program : programs_)
        if (!program->ended()) any = program->end_overdue_waits() || any;
    return any;
}

bool Waiting::jump(const Awaited& awaited, const Looks& look, Clock::time_point end_of_patience) {
    const auto next = next_limit(awaited);
    if (!next.has_value() || part_.is_coming()) return false;
    const auto by = std::chrono::ceil<microseconds>(std::min(*next, end_of_patience) - now());
    if (by < kShortWait) return false;
    const bool all_can = std::all_of(programs_.begin(), programs_.end(), [](const Program* program) {
        return program->ended() || program->clock().can_jump();
    });
    std::vector<timing::ProgramClock::Jumper> jumpers;
    for (Program* program : programs_) jumpers.push_back(program->jumper(look.of(program)));
    if (all_can && timing::ProgramClock::jump(jumpers, by)) {
        part_.pass_time(by);
        return true;
    }
    for (const Program* program : programs_) {
        const std::string& why = program->clock().why_real_time();
        if (!why.empty() && !plan_.real_time && plan_.quiescence && !program->should_not_have_jumped() &&
            !std::exchange(has_told_, true))
            part_.stays_real({why, false});
    }
    return false;
}

Waited Waiting::wait(const Awaited& awaited) {
    const microseconds longest_pause = plan_.quiescence ? kLongestPause : kLongestPauseInSilence;
    const auto patience = plan_.limits.wait;
    auto end_of_patience = this->now() + plan_.limits.starved;
    const auto new_backstop = [&] {
        return Backstop(this->now(), patience,
                        std::max<nanoseconds>(end_of_patience - this->now(), patience));
    };
    Backstop backstop = new_backstop();
    std::optional<Looks> previous;
    ProcessorMeter meter;
    Clock::time_point unchanged_since{};
    microseconds pause = kFirstLook;
    auto next_look = Clock::now() + pause;
    auto last_look = Clock::now();
    auto last_event = Clock::now();
    std::size_t progress = 0;
    for (;;) {
        loop_.drain();
        if (const auto how = outcome(awaited)) return {*how, ""};
        if (const std::size_t now = awaited.progress ? awaited.progress() : 0; now != progress) {
            progress = now;
            end_of_patience = this->now() + plan_.limits.starved;
            backstop = new_backstop();
            meter = {};
        }
        const auto now = Clock::now();
        if (now < next_look) {
            if (loop_.run_once(next_look) > 0) {
                previous.reset();
                pause = kFirstLook;
                last_event = Clock::now();
                next_look = std::min(last_event + pause, last_look + kLongestWithoutLook);
            }
            continue;
        }

        last_look = now;
        Looks look(programs_);
        meter.look_at(look);
        if (meter.used() > plan_.limits.cpu) return {WaitEnd::backstop, look.describe(programs_.front())};
        if (backstop.reached(this->now(), meter, !look.nobody_runs())) {
            if (!offer_help(awaited)) return {WaitEnd::backstop, look.describe(programs_.front())};
            backstop = new_backstop();
            meter = {};
        }

        const bool unchanged = previous.has_value() && look == *previous;
        if (!unchanged) unchanged_since = now;
        const bool at_rest = unchanged && (plan_.quiescence || now - last_event >= kSilence);
        bool helped = may_jump() && end_overdue_waits();
        // How much of the patience is left has no say in what could still happen.
        const auto nothing_comes = [&] {
            return part_.nothing_under_way() || now - unchanged_since > kAcknowledgementPatience;
        };
        if (helped) {
            // The look is out of date.
        } else if (at_rest && look.nothing_can_happen(patience) && nothing_comes()) {
            pass_fence();
            loop_.drain();
            if (const auto how = outcome(awaited)) return {*how, ""};
            if (Looks(programs_) == look) {
                // What waits for its time on the link comes before help does.
                const bool has_typed = awaited.input && awaited.input();
                const bool has_jumped = !has_typed && is_due() && jump(awaited, look, backstop.end());
                if (!has_typed && !has_jumped && !(awaited.help && awaited.help()))
                    return {WaitEnd::quiet, look.describe(programs_.front())};
                if (!has_jumped) {
                    backstop = new_backstop();
                    meter = {};
                }
            }
            helped = true;
        } else if (at_rest && look.nobody_runs() && look.reads_input(programs_.front()) && awaited.input &&
                   awaited.input()) {
            helped = true;  // whatever timers it has, it waits for a line
        } else if (may_jump() && at_rest && look.nobody_runs() && next_limit(awaited).has_value() &&
                   nothing_comes() && (!look.has_go_tick() || now - unchanged_since > kGoTicks)) {
            pass_fence();
            loop_.drain();
            if (const auto how = outcome(awaited)) return {*how, ""};
            helped = Looks(programs_) == look && jump(awaited, look, backstop.end());
        }
        if (helped) {
            previous.reset();
            pause = kFirstLook;
            last_event = Clock::now();
        } else {
            previous = std::move(look);
            pause = std::min(pause * 2, longest_pause);
        }
        next_look = Clock::now() + pause;
        if (!may_jump()) continue;
        // A wait that is over by the program's clock, and not by the kernel's, is ended in time.
        if (ahead().count() == 0) continue;
        if (const auto next = next_of_programs(); next.has_value() && *next > this->now())
            next_look = std::max(Clock::now() + kFirstLook, std::min(next_look, *next - ahead()));
    }
}

void Waiting::settle(bool output_too) {
    const auto began = Clock::now();
    Backstop backstop(Clock::now(), kSettlePatience, plan_.limits.starved);
    std::optional<Looks> previous;
    ProcessorMeter meter;
    microseconds pause{50};
    while (!is_flooded()) {
        loop_.drain();
        if (has_ended()) break;
        Looks look(programs_);
        meter.look_at(look);
        if (meter.used() > kSettleProcessorTime ||
            backstop.reached(Clock::now(), meter, look.wants_processor()))
            break;
        const bool silent = plan_.quiescence || Clock::now() - began >= kSettleSilence;
        if (silent && previous.has_value() && look == *previous && look.nobody_runs()) break;
        previous = std::move(look);
        const auto until = Clock::now() + pause;
        // A program that pours out without end keeps the loop busy beyond `until`.
        while (loop_.run_once(until) > 0) {
            previous.reset();
            if (Clock::now() >= until || is_flooded()) break;
        }
        pause = std::min<microseconds>(pause * 2, kLongestPause);
    }
    if (output_too) pass_fence();
    loop_.drain();
}

}  // namespace sockgrade::run
