// Who has lost much time gets less.
#include "grading/time_lost.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace sockgrade::grading {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

model::Spec two_cases() {
    model::Spec spec;
    spec.cases.resize(2);
    spec.cases[0].id = "replies";
    spec.cases[1].id = "closes";
    spec.cases[1].level = model::Level::should;
    return spec;
}

// It exits where it is to, or goes on for ever.
model::Transcript seen(const std::string& case_id, milliseconds in_vain, bool passes = false) {
    model::Transcript transcript;
    transcript.plan.case_id = case_id;
    transcript.plan.steps.push_back({model::kProgram, model::Exits{0}, 1});
    transcript.events.push_back({1, 0, model::event::StepBegan{0}});
    if (passes)
        transcript.events.push_back({2, 0, model::event::Ended{{model::Termination::How::exited, 0, ""}}});
    model::event::StepEnded ended;
    ended.how = model::WaitEnd::backstop;
    ended.in_vain_us = std::chrono::microseconds(in_vain).count();
    if (passes) ended.how = model::WaitEnd::satisfied;
    transcript.events.push_back({transcript.events.size() + 1, 0, ended});
    return transcript;
}

TEST(TimeLost, WhoLosesNothingIsGivenAll) {
    const model::Spec spec = two_cases();
    TimeLost lost(spec);
    for (int i = 0; i < 100; ++i) lost.add(seen("replies", milliseconds(200)));
    EXPECT_EQ(lost.limited(model::Plan{}).limits, model::Limits{});
    EXPECT_EQ(lost.note(), "");
}

TEST(TimeLost, OneLongWaitCutsTheProcessorTimeOfThoseAfterIt) {
    const model::Spec spec = two_cases();
    TimeLost lost(spec);
    lost.add(seen("closes", seconds(5)));
    const model::Limits limits = lost.limited(model::Plan{}).limits;
    EXPECT_EQ(limits.cpu, milliseconds(1500));
    EXPECT_EQ(limits.in_vain, model::Limits{}.in_vain);
    EXPECT_THAT(lost.note(), testing::HasSubstr("in the case closes nothing came of it for 5.0 s"));
}

TEST(TimeLost, OnlyMustCasesLeaveAMoment) {
    const model::Spec spec = two_cases();
    TimeLost lost(spec);
    for (int i = 0; i < 10; ++i) lost.add(seen("closes", seconds(5)));
    EXPECT_EQ(lost.limited(model::Plan{}).limits.in_vain, model::Limits{}.in_vain);
    lost.add(seen("replies", seconds(5)));
    lost.add(seen("replies", seconds(5)));
    EXPECT_EQ(lost.limited(model::Plan{}).limits.cpu, milliseconds(500));
    EXPECT_EQ(lost.limited(model::Plan{}).limits.in_vain, seconds(1));
}

// Such as one that need not end, and looks about all the time.
TEST(TimeLost, WhoPassesIsNotLeftWithAMoment) {
    const model::Spec spec = two_cases();
    TimeLost lost(spec);
    for (int i = 0; i < 3; ++i) lost.add(seen("replies", seconds(10), true));
    EXPECT_EQ(lost.limited(model::Plan{}).limits.in_vain, model::Limits{}.in_vain);
}

TEST(TimeLost, WaitingByTheClockIsNoLoss) {
    const model::Spec spec = two_cases();
    TimeLost lost(spec);
    model::Transcript by_the_clock = seen("replies", seconds(60));
    by_the_clock.plan.quiescence = false;
    lost.add(by_the_clock);
    model::Transcript in_real_time = seen("replies", seconds(60));
    in_real_time.plan.real_time = true;
    lost.add(in_real_time);
    EXPECT_EQ(lost.limited(model::Plan{}).limits, model::Limits{});
    EXPECT_EQ(lost.note(), "");
}

TEST(TimeLost, BothProgramsOfAPairAreLimited) {
    const model::Spec spec = two_cases();
    TimeLost lost(spec);
    model::PairTranscript pair;
    pair.plan.dialling.case_id = "replies";
    pair.events.push_back({model::Half::dialling, seen("replies", seconds(6)).events.back()});
    pair.events.push_back({model::Half::listening, seen("replies", seconds(6)).events.back()});
    lost.add(pair);
    const model::PairPlan limited = lost.limited(model::PairPlan{});
    EXPECT_EQ(limited.dialling.limits.cpu, milliseconds(1500));
    EXPECT_EQ(limited.listening.limits.cpu, milliseconds(1500));
    EXPECT_EQ(limited.dialling.limits.in_vain, model::Limits{}.in_vain);  // the six seconds count once
}

TEST(TimeLost, WhatWasLostInAnotherFormIsForgotten) {
    const model::Spec spec = two_cases();
    TimeLost lost(spec);
    lost.add(seen("replies", seconds(20)));
    lost.forget();
    EXPECT_EQ(lost.limited(model::Plan{}).limits, model::Limits{});
    EXPECT_EQ(lost.note(), "");
}

TEST(TimeLost, ATrialIsGivenLess) {
    EXPECT_EQ(for_trial(model::Plan{}).limits.cpu, seconds(2));
    model::Plan shorter;
    shorter.limits.cpu = milliseconds(200);
    EXPECT_EQ(for_trial(shorter).limits.cpu, milliseconds(200));
}

// Nothing of it may show as processor time: it can't be looked into, or leaves its work to others.
TEST(TimeLost, ATrialIsGivenLessRealTimeToo) {
    EXPECT_EQ(for_trial(model::Plan{}).limits.in_vain, seconds(5));
    model::Plan shorter;
    shorter.limits.in_vain = seconds(1);
    EXPECT_EQ(for_trial(shorter).limits.in_vain, seconds(1));
}

TEST(TimeLost, TrialsEndWhenNothingHasComeOfThem) {
    const model::Spec spec = two_cases();
    TimeLost lost(spec);
    for (int i = 0; i < 100; ++i) lost.add_trial(seen("replies", milliseconds(0)));
    EXPECT_TRUE(lost.allows_a_trial());
    lost.add_trial(seen("replies", seconds(2)));
    EXPECT_TRUE(lost.allows_a_trial());
    lost.add_trial(seen("replies", seconds(3)));
    EXPECT_FALSE(lost.allows_a_trial());
}

TEST(TimeLost, AFloodOfMemoryIsALossOfATrial) {
    const model::Spec spec = two_cases();
    TimeLost lost(spec);
    model::Transcript prints;
    prints.events.push_back({1, 0, model::event::Flooded{"output", 1 << 22}});
    for (int i = 0; i < 100; ++i) lost.add_trial(prints);
    EXPECT_TRUE(lost.allows_a_trial());
    model::Transcript eats;
    eats.events.push_back({1, 0, model::event::Flooded{"memory", 1 << 30}});
    for (int i = 0; i < 3; ++i) lost.add_trial(eats);
    EXPECT_FALSE(lost.allows_a_trial());
}

TEST(TimeLost, TrialsOfPairsEndToo) {
    const model::Spec spec = two_cases();
    TimeLost lost(spec);
    model::PairTranscript pair;
    model::event::StepEnded ended;
    ended.in_vain_us = std::chrono::microseconds(seconds(3)).count();
    // Each half's step tells of the same wait.
    pair.events.push_back({model::Half::dialling, {1, 0, ended}});
    pair.events.push_back({model::Half::listening, {2, 0, ended}});
    lost.add_trial(pair);
    EXPECT_TRUE(lost.allows_a_trial());
    lost.add_trial(pair);
    EXPECT_FALSE(lost.allows_a_trial());
    EXPECT_EQ(for_trial(model::PairPlan{}).listening.limits.cpu, seconds(2));
}

TEST(TimeLost, SlowProcessorsAreGivenMoreOfIt) {
    const model::Limits usual;
    const model::Limits slow = on_slow_processors(model::Plan{}, 10).limits;
    EXPECT_EQ(slow.cpu, usual.cpu * 10);
    EXPECT_EQ(slow.in_vain, usual.in_vain * 10);
    EXPECT_EQ(slow.wait, usual.wait);
    EXPECT_EQ(on_slow_processors(model::Plan{}, 1).limits, usual);
    EXPECT_EQ(on_slow_processors(model::PairPlan{}, 2).dialling.limits.cpu, usual.cpu * 2);
}

TEST(TimeLost, TimeOnSlowProcessorsIsWorthLess) {
    const model::Spec spec = two_cases();
    TimeLost lost(spec, 10);
    lost.add(seen("replies", seconds(10)));
    EXPECT_EQ(lost.note(), "");
    lost.add_trial(seen("replies", seconds(20)));
    EXPECT_TRUE(lost.allows_a_trial());
    lost.add_trial(seen("replies", seconds(30)));
    EXPECT_FALSE(lost.allows_a_trial());
}

}  // namespace
}  // namespace sockgrade::grading
