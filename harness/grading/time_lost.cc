#include "grading/time_lost.hh"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "checks/judge.hh"

namespace sockgrade::grading {

using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

// Interpreters and virtual machines have started by then, several times over.
constexpr milliseconds kProcessorTimeOfATrial{2000};
// Real time, for one that can't be seen to use a processor, or that leaves it to others.
constexpr milliseconds kRealTimeOfATrial{5000};
constexpr milliseconds kTooMuchInTrials{5000};
constexpr milliseconds kLostByAFlood{2000};
constexpr milliseconds kMuch{1500};
constexpr milliseconds kTooMuch{10'000};
constexpr milliseconds kProcessorTimeAfterMuch{1500};
constexpr milliseconds kProcessorTimeAfterTooMuch{500};
constexpr milliseconds kRealTimeAfterTooMuch{1000};

microseconds in_vain(const model::Event& event) {
    const auto* ended = std::get_if<model::event::StepEnded>(&event.what);
    return microseconds(ended == nullptr ? 0 : ended->in_vain_us);
}

// The memory of the machine takes time, too: it is made empty for each program anew.
bool flooded_memory(const model::Event& event) {
    const auto* flooded = std::get_if<model::event::Flooded>(&event.what);
    return flooded != nullptr && flooded->what != "output";
}

}  // namespace

void TimeLost::limit(model::Limits& limits) const {
    if (in_must_cases_ >= kTooMuch) {
        limits.cpu = std::min(limits.cpu, kProcessorTimeAfterTooMuch);
        limits.in_vain = std::min(limits.in_vain, kRealTimeAfterTooMuch);
    } else if (!first_case_.empty()) {
        limits.cpu = std::min(limits.cpu, kProcessorTimeAfterMuch);
    }
}

microseconds TimeLost::worth(microseconds in_vain) const {
    return std::chrono::duration_cast<microseconds>(std::chrono::duration<double, std::micro>(in_vain) /
                                                    slowness_);
}

model::Plan TimeLost::limited(model::Plan plan) const {
    limit(plan.limits);
    return plan;
}

model::PairPlan TimeLost::limited(model::PairPlan plan) const {
    limit(plan.dialling.limits);
    limit(plan.listening.limits);
    return plan;
}

void TimeLost::add(const std::string& case_id, microseconds in_vain, bool has_failed) {
    if (in_vain < kMuch) return;
    const auto spec = std::find_if(spec_.cases.begin(), spec_.cases.end(),
                                   [&](const model::CaseSpec& one) { return one.id == case_id; });
    if (has_failed && spec != spec_.cases.end() && spec->level == model::Level::must)
        in_must_cases_ += in_vain;
    if (!first_case_.empty()) return;
    first_case_ = case_id;
    in_first_ = in_vain;
}

// A program that keeps on in a case that it passes has lost nothing that counts against it. Waiting by the
// clock, to compare, takes its whole time with every program.
void TimeLost::add(const model::Transcript& seen) {
    if (!seen.plan.quiescence || seen.plan.real_time) return;
    microseconds sum{0};
    for (const model::Event& event : seen.events) sum += worth(in_vain(event));
    if (sum >= kMuch) add(seen.plan.case_id, sum, checks::judge(seen).verdict == model::Verdict::failed);
}

namespace {

// Both halves' steps tell of the same wait.
microseconds in_vain(const model::PairTranscript& seen) {
    microseconds most{0};
    if (!seen.plan.dialling.quiescence || seen.plan.dialling.real_time) return most;
    for (const model::PairEvent& one : seen.events) most = std::max(most, in_vain(one.event));
    return most;
}

}  // namespace

// Whose fault it was is known later.
void TimeLost::add(const model::PairTranscript& seen) {
    add(seen.plan.dialling.case_id, worth(in_vain(seen)), false);
}

void TimeLost::add_trial(const model::PairTranscript& seen) { in_trials_ += worth(in_vain(seen)); }

void TimeLost::add_trial(const model::Transcript& seen) {
    if (!seen.plan.quiescence || seen.plan.real_time) return;
    for (const model::Event& event : seen.events) in_trials_ += worth(in_vain(event));
    if (std::any_of(seen.events.begin(), seen.events.end(), flooded_memory)) in_trials_ += kLostByAFlood;
}

bool TimeLost::allows_a_trial() const { return in_trials_ < kTooMuchInTrials; }

void TimeLost::forget() {
    first_case_.clear();
    in_must_cases_ = microseconds::zero();
}

std::string TimeLost::note() const {
    if (first_case_.empty()) return "";
    return fmt::format(
        "in the case {} nothing came of it for {:.1f} s, so it was given less time in the cases after that",
        first_case_, std::chrono::duration<double>(in_first_).count());
}

model::Plan for_trial(model::Plan plan) {
    plan.limits.cpu = std::min(plan.limits.cpu, kProcessorTimeOfATrial);
    plan.limits.in_vain = std::min(plan.limits.in_vain, kRealTimeOfATrial);
    return plan;
}

model::Plan on_slow_processors(model::Plan plan, double slowness) {
    const auto slowed = [slowness](milliseconds limit) {
        return std::chrono::ceil<milliseconds>(std::chrono::duration<double, std::milli>(limit) * slowness);
    };
    plan.limits.cpu = slowed(plan.limits.cpu);
    plan.limits.in_vain = slowed(plan.limits.in_vain);
    return plan;
}

model::PairPlan on_slow_processors(model::PairPlan plan, double slowness) {
    plan.dialling = on_slow_processors(std::move(plan.dialling), slowness);
    plan.listening = on_slow_processors(std::move(plan.listening), slowness);
    return plan;
}

model::PairPlan for_trial(model::PairPlan plan) {
    plan.dialling = for_trial(std::move(plan.dialling));
    plan.listening = for_trial(std::move(plan.listening));
    return plan;
}

}  // namespace sockgrade::grading
