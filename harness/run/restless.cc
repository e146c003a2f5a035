#include "run/restless.hh"

#include <algorithm>
#include <utility>

#include "system/brief_wait.hh"

namespace sockgrade::run {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

namespace {

// Processor time in which what a program is about to do comes about, where it owes nothing.
constexpr milliseconds kAMoment{60};
// The same for one that sleeps all the time, by our clock.
constexpr milliseconds kAWhile{300};
constexpr seconds kForThoseWhoCount{2};
// Used up before its calls are looked at for the first time; then twice as much each time.
constexpr milliseconds kBeforeSample{60};
constexpr milliseconds kSampleTime{100};
// A thread that can't be stopped waits for a child of its own, and may do so for ever.
constexpr milliseconds kToLetGo{500};
// Who has had less of the processor than this part does not matter.
constexpr int kPartThatMatters = 5;
// Between two steps, so that everybody notices each: a thread of Python waits for 5 ms until it asks another
// for the interpreter.
constexpr milliseconds kRunBetween{6};
constexpr milliseconds kSleepBetween{4};
constexpr milliseconds kLeastStep{10};
constexpr milliseconds kMostStepOfOneWhoOwes{100};
constexpr milliseconds kMostStep{1000};

}  // namespace

void Restless::begin(Clock::time_point now) {
    began_ = now;
    silent_since_ = Clock::now();
    at_last_step_ = {nanoseconds::zero(), silent_since_};
    meter_ = {};
    is_moving_ = false;
    run_before_.clear();
    to_sample_.clear();
    sample_counts_ = false;
    if (sample_ != nullptr) sample_->give_up();
    sample_again_ = kBeforeSample;
    all_go_round_ = false;
}

void Restless::look_at(const Looks& look) {
    meter_.look_at(look);
    if (!run_before_.empty()) return;
    look.for_each_thread([&](const Looks::Thread& key, const observe::ThreadLook& thread) {
        run_before_.try_emplace(key, thread.run_time);
    });
}

microseconds Restless::step(Clock::time_point now, Due due, const Looks& look) {
    const bool sleeps = look.nobody_runs();
    const auto real = Clock::now();
    if (!is_moving_) {
        if (due == Due::nothing)
            is_moving_ = meter_.used() >= kAMoment || (sleeps && real - silent_since_ >= kAWhile);
        else if (sleeps)
            is_moving_ = due == Due::something && real - silent_since_ >= kForThoseWhoCount;
        else
            is_moving_ = is_proven(look);
        if (!is_moving_) return microseconds::zero();
    }
    const bool has_run = meter_.used() - at_last_step_.used >= kRunBetween;
    if (!has_run && !(sleeps && real - at_last_step_.at >= kSleepBetween)) return microseconds::zero();
    const auto tenth = std::chrono::duration_cast<microseconds>((now - began_) / 10);
    return std::clamp<microseconds>(tenth, kLeastStep,
                                    due == Due::nothing ? kMostStep : kMostStepOfOneWhoOwes);
}

// Each thread that matters is looked at in turn; between two looks at all, it has used twice as much.
bool Restless::is_proven(const Looks& look) {
    if (all_go_round_) return true;
    if (sample_ == nullptr && to_sample_.empty() && meter_.used() >= sample_again_) begin_samples(look);
    return false;
}

void Restless::begin_samples(const Looks& look) {
    sample_again_ = meter_.used() * 2;
    const std::uint64_t all = static_cast<std::uint64_t>(meter_.used().count());
    look.for_each_thread([&](const Looks::Thread& key, const observe::ThreadLook& thread) {
        const auto before = run_before_.find(key);
        const std::uint64_t used =
            thread.run_time - (before == run_before_.end() ? 0 : std::min(before->second, thread.run_time));
        const auto number = std::get<0>(key)->number_here(thread);
        if (used * kPartThatMatters >= all && number.has_value()) to_sample_.push_back(*number);
    });
    next_sample();
}

void Restless::next_sample() {
    if (to_sample_.empty()) return;
    sample_ = std::make_unique<observe::CallSample>(to_sample_.back());
    sample_counts_ = true;
    to_sample_.pop_back();
    sample_ends_ = Clock::now() + kSampleTime;
}

void Restless::finish() {
    constexpr milliseconds kToStop{5};
    begin(began_);
    const auto end = Clock::now() + kToStop;
    const system::BriefWait wait;
    while (is_sampling() && Clock::now() < end) wait.a_moment();
}

bool Restless::is_sampling() {
    if (sample_ == nullptr) return false;
    if (!sample_->is_complete()) {
        if (Clock::now() >= sample_ends_) sample_->give_up();
        return Clock::now() < sample_ends_ + kToLetGo;
    }
    const bool goes_round = sample_->goes_round();
    sample_.reset();
    if (!sample_counts_ || !goes_round)
        to_sample_.clear();
    else if (to_sample_.empty())
        all_go_round_ = true;
    else
        next_sample();
    return sample_ != nullptr;
}

}  // namespace sockgrade::run
