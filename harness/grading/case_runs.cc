#include "grading/case_runs.hh"

#include <poll.h>

#include <map>
#include <utility>

#include "system/interruption.hh"

namespace sockgrade::grading {

namespace {

using Running = std::map<std::size_t, run::CaseProcess>;  // by the plan's position

// Waits until one of the processes has something to say, and takes what is complete.
void collect(Running& running, std::vector<model::Transcript>& transcripts) {
    std::vector<pollfd> waits;
    std::vector<std::size_t> positions;
    for (const auto& [position, process] : running) {
        waits.push_back({process.descriptor(), POLLIN, 0});
        positions.push_back(position);
    }
    system::poll_or_interrupt(waits);
    for (std::size_t i = 0; i < waits.size(); ++i) {
        if (waits[i].revents == 0) continue;
        auto transcript = running.at(positions[i]).read_more();
        if (!transcript.has_value()) continue;
        transcripts[positions[i]] = std::move(*transcript);
        running.erase(positions[i]);
    }
}

// Its clock has jumped where it should not have: what it did then means nothing.
void run_in_real_time(const model::Plan& plan, const run::Submission& submission, const RunOptions& options,
                      model::Transcript& transcript) {
    namespace event = model::event;
    const auto* real = transcript.last<event::RealTime>();
    if (real == nullptr || !real->too_late) return;
    const event::RealTime why{real->reason, false};
    model::Plan again = plan;
    again.real_time = true;
    std::vector<model::Transcript> transcripts(1);
    Running running;
    running.try_emplace(0, again, submission, options.place);
    while (!running.empty()) collect(running, transcripts);
    transcript = std::move(transcripts.front());
    const std::int64_t at = transcript.events.empty() ? 0 : transcript.events.back().at_us;
    transcript.events.push_back({transcript.events.size() + 1, at, why});
}

}  // namespace

std::vector<model::Transcript> run_plans(const std::vector<model::Plan>& plans,
                                         const run::Submission& submission, const RunOptions& options) {
    std::vector<model::Transcript> transcripts(plans.size());
    const std::size_t jobs =
        sandbox::has_own_world(options.place.level) ? std::max<std::size_t>(options.jobs, 1) : 1;
    Running running;
    for (std::size_t next = 0; next < plans.size() || !running.empty();) {
        while (next < plans.size() && running.size() < jobs) {
            running.try_emplace(next, plans[next], submission, options.place);
            ++next;
        }
        collect(running, transcripts);
    }
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (transcripts[i].first<model::event::Trouble>() == nullptr) continue;
        running.try_emplace(i, plans[i], submission, options.place);
        while (!running.empty()) collect(running, transcripts);
    }
    for (std::size_t i = 0; i < plans.size(); ++i)
        run_in_real_time(plans[i], submission, options, transcripts[i]);
    return transcripts;
}

}  // namespace sockgrade::grading
