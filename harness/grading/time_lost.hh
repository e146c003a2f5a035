// How much time a program is given that has lost much of it already.
//
// Theory. A program that neither rests nor gets anywhere is waited for: five seconds of processor time, or
// ten seconds by the clock. Who has used that up in one case will do so in the next, and in eighteen cases
// that is a minute and a half in which others wait for their grades. So a program gets less in each case
// after that: still many times what an honest one takes. Where it has lost long enough in cases that it must
// pass, it has failed, and gets hardly more than a moment in what is left. What it is tried with when it does
// not do well (other arguments, other answers to its questions) ends when nothing has come of several trials
// but loss.
#pragma once

#include <chrono>
#include <string>

#include "model/pair.hh"
#include "model/plan.hh"
#include "model/spec.hh"
#include "model/transcript.hh"

namespace sockgrade::grading {

class TimeLost {
  public:
    // `slowness`: of the processors (run/slowness.hh). Time on slower ones is worth less.
    explicit TimeLost(const model::Spec& spec, double slowness = 1) : spec_(spec), slowness_(slowness) {}

    // The plan with what the program is given now.
    model::Plan limited(model::Plan plan) const;
    model::PairPlan limited(model::PairPlan plan) const;

    void add(const model::Transcript& seen);
    void add(const model::PairTranscript& seen);

    // A trial, which was cut (for_trial).
    void add_trial(const model::Transcript& seen);
    void add_trial(const model::PairTranscript& seen);
    bool allows_a_trial() const;

    // It was not started as it wants to be, which is known now.
    void forget();

    // For the report: what it has lost, and what was cut for that. Empty: nothing was.
    std::string note() const;

  private:
    void limit(model::Limits& limits) const;
    std::chrono::microseconds worth(std::chrono::microseconds in_vain) const;
    void add(const std::string& case_id, std::chrono::microseconds in_vain, bool has_failed);

    const model::Spec& spec_;
    double slowness_;
    std::string first_case_{};
    std::chrono::microseconds in_first_{0};
    std::chrono::microseconds in_must_cases_{0};
    std::chrono::microseconds in_trials_{0};
};

// With as much more processor time as it takes on processors that are so much slower (run/slowness.hh).
model::Plan on_slow_processors(model::Plan plan, double slowness);
model::PairPlan on_slow_processors(model::PairPlan plan, double slowness);

// For a trial of what the program takes: its beginning shows that soon, or never.
model::Plan for_trial(model::Plan plan);
model::PairPlan for_trial(model::PairPlan plan);

}  // namespace sockgrade::grading
