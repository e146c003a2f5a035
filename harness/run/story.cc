#include "run/story.hh"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "run/news.hh"
#include "run/steps/steps.hh"

namespace sockgrade::run {

using model::WaitEnd;
namespace event = model::event;

namespace {

// Does a peer turn to the program in step `i` that had no part in the step before, or begins anew?
bool another_comes(const std::vector<model::Step>& steps, std::size_t i) {
    if (i == 0) return false;
    if (std::holds_alternative<model::Connect>(steps[i].action)) return true;
    return std::holds_alternative<model::Send>(steps[i].action) && steps[i].actor != steps[i - 1].actor;
}

std::size_t last_that_expects(const std::vector<model::Step>& steps) {
    std::size_t last = steps.size();
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (std::holds_alternative<model::Expect>(steps[i].action) ||
            std::holds_alternative<model::Prints>(steps[i].action))
            last = i;
    return last;
}

// Of a peer that reacts, the end is when nothing more can come. The steps of others do not wait for that.
bool goes_on_reacting(const std::vector<model::Step>& steps, std::size_t i) {
    const auto reacts = [](const model::Step& step) {
        return std::holds_alternative<model::Whenever>(step.action);
    };
    return i + 1 == steps.size() && std::any_of(steps.begin(), steps.end(), reacts);
}

void wait_for_the_late(Stage& stage) {
    UdpPeers& peers = stage.peers.udp();
    const bool is_due = peers.is_due_on_the_link();
    if (is_due) stage.until({.satisfied = [&] { return !peers.is_due_on_the_link(); }});
    if (peers.release_held() || is_due) stage.waiting.settle(true);
}

event::Flooded flood(Stage& stage, const std::string& actor) {
    if (const auto flooded = stage.program.flooded()) return *flooded;
    if (stage.peers.tcp().is_flooded_with_connections()) return {"connections", Reception::kMostConnections};
    if (actor != model::kProgram) return {actor, stage.received_by(actor)};
    // In a step of the program's own it is the peer of the story who gets it all.
    const auto& steps = stage.plan.steps;
    const auto peer = std::find_if(steps.begin(), steps.end(),
                                   [](const model::Step& one) { return one.actor != model::kProgram; });
    const std::string& name = peer == steps.end() ? actor : peer->actor;
    return {name, stage.received_by(name)};
}

}  // namespace

void play_story(model::Plan& plan, Recorder& record, Subject& program, Peers& peers, Waits& waiting) {
    Stage stage(plan, record, program, peers, waiting);
    const std::size_t last_expectation = last_that_expects(plan.steps);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const model::Step& step = plan.steps[i];
        stage.step = i;
        try {
            // What was to tell it has not come, which is judged: there is nothing that could be said now.
            if (!stage.names.fill(plan.steps[i])) return;
        } catch (const names::Mistake& mistake) {
            return record(event::Trouble{fmt::format("line {} of the spec: {}", step.line, mistake.what())});
        }
        // The program first does what it does about the one before: who is faster must not decide what is
        // found.
        if (another_comes(plan.steps, i)) waiting.settle();
        record(event::StepBegan{i});
        const auto in_vain_before = waiting.in_vain();
        Waited waited = steps::play(stage, step);
        if (waited.how == WaitEnd::satisfied && goes_on_reacting(plan.steps, i))
            waited =
                stage.until({.satisfied = [] { return false; }, .progress = news_of_reacting_peers(stage)});
        // What a fault keeps for the end belongs to the last that is expected.
        if (i == last_expectation && waited.how == WaitEnd::satisfied) wait_for_the_late(stage);
        const bool is_flood = waited.how == WaitEnd::flooded;
        if (const auto lost = is_flood ? std::nullopt : peers.each().natural_loss()) {
            record(event::Trouble{*lost});
            return;
        }
        // Where silence was awaited, a wait that took its time was not in vain.
        const bool in_vain = waited.how == WaitEnd::backstop;
        record(event::StepEnded{i, waited.how, waited.waits,
                                in_vain ? (waiting.in_vain() - in_vain_before).count() : 0});
        if (is_flood) {
            record(flood(stage, step.actor));
            return;
        }
        // After a backstop every later wait would last as long again and tell nothing new.
        if (waited.how == WaitEnd::backstop) return;
    }
}

}  // namespace sockgrade::run
