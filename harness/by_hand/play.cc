#include "by_hand/play.hh"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "base/text.hh"
#include "checks/judge.hh"
#include "plan/given.hh"
#include "reports/page.hh"
#include "run/peers.hh"
#include "run/recorder.hh"
#include "run/story.hh"
#include "run/subject.hh"
#include "run/waiting.hh"
#include "sandbox/level.hh"
#include "system/socket_address.hh"
#include "telling/event.hh"
#include "telling/step.hh"

namespace sockgrade::by_hand {

using model::Plan;
using system::Clock;
namespace event = model::event;

namespace {

constexpr std::chrono::milliseconds kLook{20};       // for what gives no sign: has it been read?
constexpr std::chrono::milliseconds kSilence{1000};  // then whatever helps a silent program on is tried
constexpr std::chrono::milliseconds kSettle{100};
constexpr std::chrono::milliseconds kLongestSettle{1000};

class Stopped : public std::exception {
  public:
    const char* what() const noexcept override { return "stopped by hand"; }
};

// It shows nothing, and nobody but its user types.
class HandRun : public run::Subject {
  public:
    bool first_process_ended() const override { return false; }
    std::optional<event::Flooded> flooded() const override { return std::nullopt; }
    const std::string& printed() const override { return nothing_; }
    event::FileSeen file(const std::string& path, std::size_t) const override {
        return {path, event::FileSeen::Kind::nothing, {}, 0};
    }
    void read_output() override {}
    void type(const event::Typed&) override {}
    void close_input() override {}
    bool input_is_open() const override { return false; }
    bool input_is_read() const override { return true; }

  private:
    std::string nothing_;
};

class HandWaits : public run::Waits {
  public:
    HandWaits(system::EventLoop& loop, const system::StopSignals& stop, LiveLog& log,
              Clock::duration patience, std::function<bool()> has_come)
        : loop_(loop), stop_(stop), log_(log), patience_(patience), has_come_(std::move(has_come)) {}

    run::Waited wait(const run::Awaited& awaited) override {
        auto silent_since = Clock::now();
        std::size_t progress = awaited.progress ? awaited.progress() : 0;
        bool can_help = true;
        for (;;) {
            if (awaited.satisfied()) return {model::WaitEnd::satisfied, {}};
            if (turn(kLook)) silent_since = Clock::now();
            if (awaited.progress && awaited.progress() != progress) {
                progress = awaited.progress();
                silent_since = Clock::now();
            }
            const auto silence = Clock::now() - silent_since;
            if (can_help && has_come_() && silence >= kSilence) {
                can_help = awaited.help && awaited.help();
                if (can_help) silent_since = Clock::now();
            }
            if (has_come_() && silence >= patience_) return {model::WaitEnd::quiet, {}};
        }
    }

    using run::Waits::settle;
    void settle(bool) override {
        const auto end = Clock::now() + kLongestSettle;
        while (turn(kSettle) && Clock::now() < end) {
        }
    }

  private:
    // True when something happened.
    bool turn(Clock::duration most) {
        log_.flush();
        const bool any = loop_.run_once(Clock::now() + most) > 0;
        log_.flush();
        if (stop_.came()) throw Stopped();
        return any;
    }

    system::EventLoop& loop_;
    const system::StopSignals& stop_;
    LiveLog& log_;
    Clock::duration patience_;
    std::function<bool()> has_come_;
};

bool comes_to_us(const Plan& plan) { return speaks_first(plan.role); }

Tone tone_of(const model::Event& event) {
    if (std::holds_alternative<event::NotOpened>(event.what) ||
        std::holds_alternative<event::ResetSeen>(event.what) ||
        std::holds_alternative<event::Trouble>(event.what))
        return Tone::harm;
    if (std::holds_alternative<event::Coaxed>(event.what) ||
        std::holds_alternative<event::FaultApplied>(event.what))
        return Tone::notice;
    return Tone::plain;
}

void tell(const model::Event& event, const Plan& plan, LiveLog& log) {
    if (std::holds_alternative<event::StepEnded>(event.what)) return;
    if (const auto* began = std::get_if<event::StepBegan>(&event.what)) {
        const bool expects = std::holds_alternative<model::Expect>(plan.steps.at(began->step).action);
        if (expects) log.line("awaited: " + telling::describe(plan.steps.at(began->step)));
        return;
    }
    log.line(telling::describe(event, plan), tone_of(event));
}

void tell_finding(const model::Finding& finding, LiveLog& log) {
    const bool met = finding.status == model::Finding::Status::met;
    log.untimed(fmt::format("  {}  {}", met ? "ok     " : "NOT MET", finding.requirement));
    using reports::plain_line;
    if (!met && !finding.awaited.empty()) log.untimed("           expected  " + plain_line(finding.awaited));
    if (!met && !finding.got.empty()) log.untimed("           came      " + plain_line(finding.got));
    if (!met && !finding.detail.empty()) log.untimed("           " + plain_line(finding.detail));
    for (const std::string& note : finding.notes) log.untimed("           " + plain_line(note));
}

}  // namespace

Plan plan_for_hand(const Plan& plan, const model::Address& where) {
    Plan made = plan;
    made.given.address = where;
    plan::fill_arguments(made.given, made.role);
    std::erase_if(made.steps, [](const model::Step& step) { return step.actor == model::kProgram; });
    if (system::is_loopback(where) || system::is_wildcard(where)) return made;
    // A program on another computer is reached where it is.
    for (model::Step& step : made.steps) {
        if (auto* connect = std::get_if<model::Connect>(&step.action)) connect->from = model::From::anywhere;
        if (auto* send = std::get_if<model::Send>(&step.action)) send->from = model::From::anywhere;
    }
    return made;
}

std::vector<std::string> to_be_looked_at(const Plan& plan) {
    std::vector<std::string> texts;
    for (const model::Step& step : plan.steps)
        if (step.actor == model::kProgram) texts.push_back(telling::describe(step));
    return texts;
}

Played play(const Plan& plan, system::EventLoop& loop, const system::StopSignals& stop, LiveLog& log,
            std::chrono::milliseconds patience) {
    Played played;
    played.transcript.plan = plan;
    played.transcript.isolation = sandbox::to_string(sandbox::Level::shared);
    bool has_come = !comes_to_us(plan);
    run::Recorder record(played.transcript, [&](const model::Event& event) {
        has_come = has_come || std::holds_alternative<event::Opened>(event.what);
        tell(event, plan, log);
    });
    try {
        HandRun program;
        run::Peers peers(loop, record, plan, sandbox::Level::shared);
        HandWaits waits(loop, stop, log, patience, [&] { return has_come; });
        if (comes_to_us(plan))
            peers.await_at_given_address();
        else
            peers.program_listens_at(plan.given.address);
        run::play_story(played.transcript.plan, record, program, peers, waits);
        waits.settle();
    } catch (const Stopped&) {
        played.stopped = true;
    }
    log.flush();
    return played;
}

bool tell_outcome(const Played& played, LiveLog& log) {
    const auto findings = checks::judge_expectations(played.transcript);
    const std::size_t expected = static_cast<std::size_t>(std::count_if(
        played.transcript.plan.steps.begin(), played.transcript.plan.steps.end(),
        [](const model::Step& step) { return std::holds_alternative<model::Expect>(step.action); }));
    bool all_met = findings.size() == expected;
    for (const model::Finding& finding : findings) {
        all_met = all_met && finding.status == model::Finding::Status::met;
        tell_finding(finding, log);
    }
    if (findings.size() < expected)
        log.untimed(fmt::format("  {} of what was expected did not get its turn.",
                                count_of(expected - findings.size(), "step")));
    if (const auto* trouble = played.transcript.first<event::Trouble>())
        log.untimed("  Trouble on this side: " + escape(trouble->what));
    log.flush();
    return all_met;
}

}  // namespace sockgrade::by_hand
