#include <chrono>
#include <string>

#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

using model::WaitEnd;

namespace {

// What the program has sent of its own accord, also while nobody takes it.
std::size_t sent_by_program(const UdpPeers& peers) {
    return peers.is_away() ? peers.refused_since_away({}) : peers.datagrams_from_program();
}

// A program that sends without a pause never comes to rest. It goes on until that is too much: a moment is
// enough for more or for less of it, as the machine is quick or slow.
void let_pour_out(Stage& stage) {
    constexpr std::size_t kPoursOut = 64;  // in one settling, which is 50 ms of processor time
    constexpr std::size_t kTooMany = 4096;
    const UdpPeers& peers = stage.peers.udp();
    const std::size_t began = sent_by_program(peers);
    std::size_t before = 0;
    do {
        before = sent_by_program(peers);
        stage.waiting.settle(true);
    } while (sent_by_program(peers) > before + kPoursOut && before < began + kTooMany && !stage.flooded());
}

// The peer that has gone last.
std::string who_is_away(const Stage& stage) {
    std::string actor;
    for (std::size_t i = 0; i < stage.step; ++i)
        if (std::holds_alternative<model::GoAway>(stage.plan.steps[i].action))
            actor = stage.plan.steps[i].actor;
    return actor;
}

}  // namespace

// What it says next may depend on the time, so it passes also for a program that waits for us without a
// limit.
Waited play(Stage& stage, const std::string&, const model::IsRunning& is_running) {
    let_pour_out(stage);
    if (stage.flooded()) return {WaitEnd::flooded, {}};
    if (is_running.after.count() == 0) return {};
    const auto began = stage.waiting.now();
    const auto end = began + is_running.after;
    const auto whole_seconds = [&] {
        return static_cast<std::size_t>(
            std::chrono::duration_cast<std::chrono::seconds>(stage.waiting.now() - began).count());
    };
    const Waited waited = stage.until({.satisfied = [&] { return stage.waiting.now() >= end; },
                                       .until = end,
                                       .progress = whole_seconds,
                                       // Each pause is to be as long as it is.
                                       .due = is_running.sends_at_most > 0 ? Due::steadily : Due::nothing,
                                       .lasts = true});
    stage.waiting.settle(true);
    const UdpPeers& peers = stage.peers.udp();
    if (is_running.sends_at_most > 0 && peers.is_away() && peers.refused_since_away({}) > 0)
        stage.tell_fault(who_is_away(stage), model::event::FaultPlayed::What::refused,
                         peers.refused_since_away({}));
    return waited;
}

}  // namespace sockgrade::run::steps
