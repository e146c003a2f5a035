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
constexpr milliseconds kLongestPauseInSilence{100};
// What happens all the time must not put off the next look, and with it every limit, for ever.
constexpr milliseconds kLongestWithoutLook{50};
constexpr milliseconds kFencePatience{500};
// A confirmation of the program's kernel can be held back for 40 ms (delayed acknowledgement); a closed
// window holds it back for ever.
constexpr milliseconds kAcknowledgementPatience{100};
constexpr milliseconds kSettlePatience{1000};
constexpr milliseconds kSettleProcessorTime{50};
constexpr milliseconds kHardlyStarved{100};  // less time than this is not given back
constexpr milliseconds kShortWait{2};        // is over before we could jump over it
// Go's own ticks come every 10 ms: after three of them it has nothing more to hand on.
constexpr milliseconds kGoTicks{30};
// When quiescence is off.
constexpr milliseconds kSilence{2500};
constexpr milliseconds kSettleSilence{250};

// Looks at all programs that have not ended.
class Looks {
  public:
    explicit Looks(const std::vector<Program*>& programs) {
        for (Program* program : programs)
            if (!program->ended() || programs.size() == 1) each_.push_back({program, program->look()});
    }
    bool nobody_runs() const {
        return all([](const One& one) { return one.look.nobody_runs(); });
    }
    bool nothing_can_happen(nanoseconds horizon) const {
        return all(
            [&](const One& one) { return one.look.nothing_can_happen(horizon, one.program->timers()); });
    }
    bool wants_processor() const {
        return !all([](const One& one) { return !one.look.wants_processor(); });
    }
    // The first program, to which input is offered.
    bool reads_input(const Program* first) const {
        return std::any_of(each_.begin(), each_.end(),
                           [&](const One& one) { return one.program == first && one.look.reads_input(); });
    }
    // Of one program alone: only then is there a clock that may jump.
    const Look& first() const { return each_.front().look; }
    std::uint64_t run_time() const { return sum(&Look::run_time); }
    std::uint64_t run_delay() const { return sum(&Look::run_delay); }
    std::string describe(const Program* first) const {
        for (const One& one : each_)
            if (one.program == first) return one.look.describe();
        return {};
    }
    friend bool operator==(const Looks& a, const Looks& b) {
        return std::equal(
            a.each_.begin(), a.each_.end(), b.each_.begin(), b.each_.end(),
            [](const One& x, const One& y) { return x.program == y.program && x.look == y.look; });
    }

  private:
    struct One {
        Program* program;
        Look look;
    };
    template <typename Is>
    bool all(Is is) const {
        return !each_.empty() && std::all_of(each_.begin(), each_.end(), is);
    }
    std::uint64_t sum(std::uint64_t (Look::*part)() const) const {
        std::uint64_t whole = 0;
        for (const One& one : each_) whole += (one.look.*part)();
        return whole;
    }
    std::vector<One> each_;
};

// Processor time that the program has used, and that it has waited for while others had it, since the first
// look after a start. Threads that ended take theirs with them.
class ProcessorMeter {
  public:
    void look_at(const Looks& look) {
        if (!started_ || look.run_time() < used_from_) used_from_ = look.run_time();
        if (!started_ || look.run_delay() < starved_from_) starved_from_ = look.run_delay();
        started_ = true;
        used_ = nanoseconds(look.run_time() - used_from_);
        starved_ = nanoseconds(look.run_delay() - starved_from_);
    }
    nanoseconds used() const { return used_; }
    nanoseconds starved() const { return starved_; }

  private:
    bool started_ = false;
    std::uint64_t used_from_ = 0;
    std::uint64_t starved_from_ = 0;
    nanoseconds used_{0};
    nanoseconds starved_{0};
};

// How long a program is waited for that neither rests nor gets anywhere. Time in which others had the
// processor is not the program's: it gets as much again, within reason.
class Backstop {
  public:
    Backstop(Clock::time_point now, nanoseconds patience, nanoseconds most)
        : end_(now + patience), last_(now + std::max(patience, most)) {}

    Clock::time_point end() const { return end_; }

    // `wants_to_run`: it would go on if it got a processor.
    bool reached(Clock::time_point now, const ProcessorMeter& meter, bool wants_to_run) {
        if (now < end_) return false;
        const nanoseconds more = meter.starved() - allowed_;
        if (now >= last_ || (!wants_to_run && more < kHardlyStarved)) return true;
        allowed_ = meter.starved();
        end_ = now + std::max<nanoseconds>(more, kHardlyStarved);
        return false;
    }

  private:
    Clock::time_point end_;
    Clock::time_point last_;
    nanoseconds allowed_{0};  // of the time that it starved
};

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

bool Waiting::may_jump() const { return programs_.size() == 1 && part_.pass_time != nullptr; }

bool Waiting::is_due() const { return may_jump() && part_.next_due().has_value(); }

std::optional<Clock::time_point> Waiting::next_limit(const Awaited& awaited) const {
    std::optional<Clock::time_point> next = programs_.front()->clock().next();
    const auto earlier = [&](Clock::time_point other) { next = std::min(next.value_or(other), other); };
    if (awaited.until.has_value()) earlier(*awaited.until);
    if (const auto due = part_.next_due()) earlier(*due + programs_.front()->clock().ahead());
    return next;
}

bool Waiting::jump(const Awaited& awaited, const Look& look, Clock::time_point end_of_patience) {
    const auto before = programs_.front()->clock().ahead();
    const auto next = next_limit(awaited);
    if (!next.has_value() || part_.is_coming()) return false;
    const auto moment = std::min(*next, end_of_patience);
    if (moment - now() < kShortWait) return false;
    if (programs_.front()->clock().can_jump() && programs_.front()->jump(moment, look)) {
        part_.pass_time(programs_.front()->clock().ahead() - before);
        return true;
    }
    const std::string& why = programs_.front()->clock().why_real_time();
    if (!why.empty() && !plan_.real_time && plan_.quiescence &&
        !programs_.front()->should_not_have_jumped() && !std::exchange(has_told_, true))
        part_.stays_real({why, false});
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
        bool helped = may_jump() && programs_.front()->end_overdue_waits();
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
                const bool has_jumped = !has_typed && is_due() && jump(awaited, look.first(), backstop.end());
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
                   nothing_comes() && (!look.first().has_go_tick() || now - unchanged_since > kGoTicks)) {
            pass_fence();
            loop_.drain();
            if (const auto how = outcome(awaited)) return {*how, ""};
            helped = Looks(programs_) == look && jump(awaited, look.first(), backstop.end());
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
        if (const auto ahead = programs_.front()->clock().ahead(); ahead.count() > 0)
            if (const auto next = programs_.front()->clock().next(); next.has_value() && *next > this->now())
                next_look = std::max(Clock::now() + kFirstLook, std::min(next_look, *next - ahead));
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
