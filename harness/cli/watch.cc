#include "cli/watch.hh"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

#include "base/error.hh"
#include "base/text.hh"
#include "reports/orders.hh"
#include "system/event_loop.hh"
#include "system/file_watch.hh"
#include "system/interruption.hh"
#include "system/stop_signals.hh"

namespace sockgrade::cli {

namespace {

constexpr int kUsage = 2;
constexpr std::chrono::hours kLongTime{1};

void say_line(const std::string& line) {
    std::fputs((reports::without_orders(escape(line)) + "\n").c_str(), stderr);
}

// True when the files are others than before, false when it is to end.
bool wait_for_change(system::EventLoop& loop, const system::StopSignals& stop,
                     const std::vector<std::string>& paths, const system::FileStates& before) {
    while (!stop.came()) {
        // Watched before it is looked at, so that nothing falls between.
        const system::FileWatch watch(loop, paths);
        if (system::states_of(paths) != before) return true;
        while (!watch.woke() && !stop.came()) loop.run_once(system::Clock::now() + kLongTime);
    }
    return false;
}

}  // namespace

Changes changes_between(const model::Result& before, const model::Result& after) {
    Changes changes;
    for (const model::CaseResult& one : after.cases) {
        const auto old = std::find_if(before.cases.begin(), before.cases.end(),
                                      [&](const model::CaseResult& other) { return other.id == one.id; });
        if (old == before.cases.end() || old->verdict == one.verdict) continue;
        if (one.verdict == model::Verdict::passed)
            changes.better.push_back(one.id);
        else if (old->verdict == model::Verdict::passed || one.verdict == model::Verdict::failed)
            changes.worse.push_back(one.id);
    }
    return changes;
}

std::string in_words(const Changes& changes) {
    const std::string better = changes.better.empty() ? "" : "better: " + list_of(changes.better);
    const std::string worse = changes.worse.empty() ? "" : "worse: " + list_of(changes.worse);
    if (better.empty() && worse.empty()) return "as before";
    return better + (better.empty() || worse.empty() ? "" : "; ") + worse;
}

int watch(const std::vector<std::string>& paths, const std::function<model::Result()>& grade) {
    system::EventLoop loop;
    const system::StopSignals stop(loop);
    std::optional<model::Result> last;
    int status = kUsage;
    while (true) {
        const system::FileStates states = system::states_of(paths);
        try {
            model::Result result = grade();
            status = model::exit_status(result);
            if (last) say_line("Since the last time: " + in_words(changes_between(*last, result)));
            last = std::move(result);
        } catch (const SpecError& error) {
            status = kUsage;
            say_line(error.what());
        } catch (const UsageError& error) {
            status = kUsage;
            say_line(fmt::format("sockgrade: {}", error.what()));
        } catch (const system::Interrupted&) {
            if (!last) throw;
            return status;
        }
        say_line("Watching for changes; Ctrl-C ends it.");
        if (!wait_for_change(loop, stop, paths, states)) return status;
    }
}

}  // namespace sockgrade::cli
