#include <algorithm>
#include <chrono>
#include <functional>

#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

using model::WaitEnd;

namespace {

// Handouts ask for a sign of life every five seconds. On a busy machine one may be late; but the time over
// which the program's clock has jumped, it has slept for by its own doing.
Waited until_it_beats(Stage& stage, const std::function<bool()>& beats) {
    constexpr std::chrono::seconds kLongestSilence{6};
    constexpr std::chrono::milliseconds kLongestSleep{5250};
    const Waits& waiting = stage.waiting;
    const bool jumps = stage.plan.quiescence && !stage.plan.real_time;
    const auto ahead = [&] { return waiting.now() - system::Clock::now(); };
    const auto began = waiting.now();
    const auto ahead_before = ahead();
    for (;;) {
        const auto slept = jumps ? ahead() - ahead_before : kLongestSleep;
        const auto latest = std::max(began + kLongestSilence, waiting.now() + (kLongestSleep - slept));
        Waited waited = stage.until({.satisfied = [&] { return beats() || waiting.now() >= latest; },
                                     .until = latest,
                                     .due = Due::steadily});
        if (waited.how != WaitEnd::satisfied || beats()) return waited;
        if (!jumps || ahead() - ahead_before >= kLongestSleep) return {WaitEnd::quiet, waited.waits};
    }
}

}  // namespace

// What the program says at its start, and about what has just come, does not count.
Waited play(Stage& stage, const std::string&, const model::KeepsPrinting&) {
    constexpr std::size_t kEnough = 3;
    if (only_listens(stage.plan.role))
        if (const Waited waited = stage.until_listening(); waited.how != WaitEnd::satisfied) return waited;
    Waited waited;
    for (std::size_t i = 0; i < kEnough && waited.how == WaitEnd::satisfied; ++i) {
        // One that does not come to rest in between has poured out by then.
        stage.waiting.settle(true);
        const std::size_t before = stage.program.printed().size();
        waited = until_it_beats(stage, [&] { return stage.program.printed().size() > before; });
    }
    stage.waiting.settle(true);
    return waited;
}

}  // namespace sockgrade::run::steps
