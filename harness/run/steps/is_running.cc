#include <chrono>

#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

using model::WaitEnd;

namespace {

// A program that sends without a pause never comes to rest. It goes on until that is too much: a moment is
// enough for more or for less of it, as the machine is quick or slow.
void let_pour_out(Stage& stage) {
    constexpr std::size_t kPoursOut = 64;  // in one settling, which is 50 ms of processor time
    const UdpPeers& peers = stage.peers.udp();
    std::size_t before = 0;
    do {
        before = peers.datagrams_from_program();
        stage.waiting.settle(true);
    } while (peers.datagrams_from_program() > before + kPoursOut && !stage.flooded());
}

}  // namespace

// Where the program waits for us without a time limit, nothing would come of waiting for it.
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
    Waited waited = stage.until({.satisfied = [&] { return stage.waiting.now() >= end; },
                                 .until = end,
                                 .progress = whole_seconds,
                                 .due = Due::nothing});
    if (waited.how == WaitEnd::quiet) waited.how = WaitEnd::satisfied;
    stage.waiting.settle(true);
    return waited;
}

}  // namespace sockgrade::run::steps
