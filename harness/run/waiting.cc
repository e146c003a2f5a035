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
using std::chrono::seconds;
using system::Clock;

namespace {

constexpr microseconds kFirstLook{150};
constexpr milliseconds kLongestPause{8};
constexpr milliseconds kLongestPauseInSilence{100};
// What happens all the time must not put off the next look, and with it every limit, for ever.
constexpr milliseconds kLongestWithoutLook{50};
constexpr milliseconds kLongestWhereTimePasses{5};
constexpr microseconds kBetweenCalls{100};
constexpr milliseconds kFencePatience{500};
// A confirmation of the program's kernel can be held back for 40 ms (delayed acknowledgement); a closed
// window holds it back for ever.
constexpr milliseconds kAcknowledgementPatience{100};
// What the program has sent comes as soon as what was before it is confirmed, unless we do not read.
constexpr seconds kArrivalPatience{2};
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

bool Waiting::program_reads_input() const { return Looks(programs_).reads_input(programs_.front()); }

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

std::optional<Clock::time_point> Waiting::our_next_limit(const Awaited& awaited) const {
    std::optional<Clock::time_point> next = awaited.until;
    if (const auto due = part_.next_due()) next = std::min(next.value_or(*due + ahead()), *due + ahead());
    return next;
}

std::optional<Clock::time_point> Waiting::next_limit(const Awaited& awaited) const {
    std::optional<Clock::time_point> next = next_of_programs();
    if (const auto ours = our_next_limit(awaited)) next = std::min(next.value_or(*ours), *ours);
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
    if (pass_time(by, look)) return true;
    for (const Program* program : programs_) {
        const std::string& why = program->clock().why_real_time();
        if (!why.empty() && !plan_.real_time && plan_.quiescence && !program->should_not_have_jumped() &&
            !std::exchange(has_told_, true))
            part_.stays_real({why, false});
    }
    return false;
}

bool Waiting::clocks_can_jump() const {
    return std::all_of(programs_.begin(), programs_.end(), [](const Program* program) {
        return program->ended() || program->clock().can_jump();
    });
}

bool Waiting::pass_time(microseconds by, const Looks& look) {
    std::vector<timing::ProgramClock::Jumper> jumpers;
    for (Program* program : programs_) jumpers.push_back(program->jumper(look.of(program)));
    if (!clocks_can_jump() || !timing::ProgramClock::jump(jumpers, by)) return false;
    part_.pass_time(by);
    return true;
}

struct Waiting::Round {
    Round(const Awaited& what, const model::Plan& of_plan, Clock::time_point now)
        : awaited(what),
          plan(of_plan),
          end_of_patience(now + plan.limits.starved),
          backstop(new_backstop(now)) {}

    Backstop new_backstop(Clock::time_point now) const {
        return {now, plan.limits.wait, std::max<nanoseconds>(end_of_patience - now, plan.limits.wait)};
    }
    void be_patient_again(Clock::time_point now) {
        backstop = new_backstop(now);
        given_before += given();
        patient_since = Clock::now();
        meter = {};
    }

    // Real time that the program has had.
    nanoseconds given() const {
        return std::max<nanoseconds>(Clock::now() - patient_since - meter.starved(), {});
    }

    // Several threads may each do their part. Who had all the time that there is, in vain, is not given as
    // much for each thing that is then tried. Who owes nothing is not given less for what it has lost
    // elsewhere.
    bool is_used_up() const {
        constexpr int kThreads = 4;
        constexpr int kPart = 5;
        const model::Limits limits = awaited.due == Due::nothing ? model::Limits{} : plan.limits;
        const nanoseconds most = limits.cpu / (has_had_its_time ? kPart : 1);
        return meter.used_by_busiest() > most || meter.used() > most * kThreads || given() > limits.in_vain;
    }

    const Awaited& awaited;
    const model::Plan& plan;
    Clock::time_point patient_since = Clock::now();
    nanoseconds given_before{0};
    bool has_had_its_time = false;
    Clock::time_point end_of_patience;
    Backstop backstop;
    ProcessorMeter meter;
    std::optional<Looks> previous{};
    bool unchanged = false;  // the last look and the one before it were equal
    bool at_rest = false;
    Clock::time_point unchanged_since{};
    microseconds pause = kFirstLook;
    Clock::time_point next_look = Clock::now() + kFirstLook;
    Clock::time_point last_look = Clock::now();
    Clock::time_point last_event = Clock::now();
    std::size_t progress = 0;
};

void Waiting::note_progress(Round& round) {
    const std::size_t now = round.awaited.progress ? round.awaited.progress() : 0;
    if (now == round.progress) return;
    round.progress = now;
    round.end_of_patience = this->now() + plan_.limits.starved;
    round.be_patient_again(this->now());
    if (round.awaited.due != Due::nothing) restless_.begin(this->now());
}

// Waits until then, or until something happens.
bool Waiting::is_time_to_look(Round& round) {
    if (restless_.is_sampling()) {
        loop_.run_once(Clock::now() + kBetweenCalls);
        return false;
    }
    if (Clock::now() >= round.next_look) return true;
    if (loop_.run_once(round.next_look) > 0) {
        round.previous.reset();
        round.pause = kFirstLook;
        round.last_event = Clock::now();
        const auto longest = restless_.is_moving() ? kLongestWhereTimePasses : kLongestWithoutLook;
        round.next_look = std::min(round.last_event + round.pause, round.last_look + longest);
        restless_.something_came();
    }
    return false;
}

Waited Waiting::wait(const Awaited& awaited) {
    Round round(awaited, plan_, this->now());
    restless_.begin(this->now());
    std::optional<Waited> end;
    while (!end.has_value()) {
        loop_.drain();
        if (const auto how = outcome(awaited)) {
            end = Waited{*how, {}};
            break;
        }
        note_progress(round);
        if (is_time_to_look(round)) end = look_around(round);
    }
    restless_.finish();
    if (end->how == WaitEnd::backstop)
        in_vain_ += std::chrono::duration_cast<microseconds>(round.given_before + round.given());
    return *end;
}

std::optional<Waited> Waiting::look_around(Round& round) {
    const auto now = Clock::now();
    round.last_look = now;
    Looks look(programs_);
    round.meter.look_at(look);
    restless_.look_at(look);
    const Waited gives_up{WaitEnd::backstop, look.waits_of(programs_.front())};
    if (round.is_used_up() || round.backstop.reached(this->now(), round.meter, look.wants_processor())) {
        program_is_busy_ = round.is_used_up() || restless_.goes_round();
        const bool helped = offer_help(round.awaited);
        program_is_busy_ = false;
        if (!helped) return gives_up;
        round.has_had_its_time = round.has_had_its_time || round.is_used_up();
        round.be_patient_again(this->now());
        restless_.begin(this->now());
    }
    round.unchanged = round.previous.has_value() && look == *round.previous;
    if (!round.unchanged) round.unchanged_since = now;
    round.at_rest = round.unchanged && (plan_.quiescence || now - round.last_event >= kSilence);
    const auto helped = help_on(round, look);
    if (!helped.has_value()) {
        if (const auto how = outcome(round.awaited)) return Waited{*how, {}};
        return Waited{WaitEnd::quiet, look.waits_of(programs_.front())};
    }
    look_again_at(round, *helped, std::move(look));
    return std::nullopt;
}

void Waiting::look_again_at(Round& round, bool helped, Looks look) {
    if (helped) {
        round.previous.reset();
        round.pause = kFirstLook;
        round.last_event = Clock::now();
    } else {
        round.previous = std::move(look);
        const microseconds longest = plan_.quiescence ? kLongestPause : kLongestPauseInSilence;
        round.pause = std::min(round.pause * 2, restless_.is_moving() ? kLongestWhereTimePasses : longest);
    }
    round.next_look = Clock::now() + round.pause;
    // A wait that is over by the program's clock, and not by the kernel's, is ended in time.
    if (!may_jump() || ahead().count() == 0) return;
    if (const auto next = next_of_programs(); next.has_value() && *next > this->now())
        round.next_look = std::max(Clock::now() + kFirstLook, std::min(round.next_look, *next - ahead()));
}

// A time limit of the program's that is over before the step is may still decide it, however long it is.
nanoseconds Waiting::horizon(const Awaited& awaited) const {
    const nanoseconds patience = plan_.limits.wait;
    return awaited.until.has_value() ? std::max<nanoseconds>(patience, *awaited.until - now()) : patience;
}

// How much of the patience is left has no say in what could still happen.
bool Waiting::nothing_comes(const Round& round) const {
    const auto unchanged_for = Clock::now() - round.unchanged_since;
    if (part_.is_sending && part_.is_sending() && unchanged_for <= kArrivalPatience) return false;
    return part_.nothing_under_way() || unchanged_for > kAcknowledgementPatience;
}

std::optional<bool> Waiting::help_on(Round& round, const Looks& look) {
    if (may_jump() && end_overdue_waits()) return true;  // the look is out of date
    const Awaited& awaited = round.awaited;
    if (round.at_rest && look.nothing_can_happen(horizon(awaited)) && nothing_comes(round))
        return help_who_can_do_nothing(round, look);
    // Whatever timers it has, it waits for a line.
    if (round.at_rest && look.nobody_runs() && look.reads_input(programs_.front()) && awaited.input &&
        awaited.input())
        return true;
    if (!may_jump()) return false;
    const bool is_over = round.at_rest && look.nobody_runs() && next_limit(awaited).has_value() &&
                         nothing_comes(round) &&
                         (!look.has_go_tick() || Clock::now() - round.unchanged_since > kGoTicks);
    if (!is_over) return move_on(round, look);
    pass_fence();
    loop_.drain();
    if (outcome(awaited).has_value()) return std::nullopt;
    return Looks(programs_) == look && jump(awaited, look, round.backstop.end());
}

std::optional<bool> Waiting::help_who_can_do_nothing(Round& round, const Looks& look) {
    const Awaited& awaited = round.awaited;
    pass_fence();
    loop_.drain();
    if (outcome(awaited).has_value()) return std::nullopt;
    if (!(Looks(programs_) == look)) return true;
    // What waits for its time on the link comes before help does.
    const bool has_typed = awaited.input && awaited.input();
    if (!has_typed && is_due() && jump(awaited, look, round.backstop.end())) return true;
    const bool is_helped = has_typed || (awaited.help && awaited.help());
    if (!is_helped && awaited.lasts) return may_jump() && jump(awaited, look, round.backstop.end());
    if (!is_helped) return std::nullopt;
    round.be_patient_again(this->now());
    restless_.begin(this->now());
    return true;
}

// For a program that never rests.
bool Waiting::move_on(Round& round, const Looks& look) {
    if (!clocks_can_jump() || part_.is_coming()) return false;
    const microseconds step = restless_.step(this->now(), round.awaited.due, look);
    if (step.count() == 0 || !part_.nothing_under_way()) return false;
    auto end = round.backstop.end();
    if (const auto ours = our_next_limit(round.awaited)) end = std::min(end, *ours);
    const auto left = std::chrono::ceil<microseconds>(end - this->now());
    if (left.count() <= 0 || !pass_time(std::min(step, left), look)) return false;
    restless_.has_stepped();
    return true;
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
        if (restless_.is_sampling()) {
            loop_.run_once(Clock::now() + kBetweenCalls);
            continue;
        }
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
