#include "grading/case_runs.hh"

#include <poll.h>

#include <algorithm>
#include <map>
#include <utility>

#include "system/interruption.hh"

namespace sockgrade::grading {

namespace {

// Waits until one of the processes has something to say, and takes what is complete. Running processes and
// transcripts are found by the plan's position.
template <class Process, class Transcript>
void collect(std::map<std::size_t, Process>& running, std::vector<Transcript>& transcripts) {
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

bool has_trouble(const model::Transcript& transcript) {
    return transcript.first<model::event::Trouble>() != nullptr;
}

bool has_trouble(const model::PairTranscript& pair) {
    return std::any_of(pair.events.begin(), pair.events.end(), [](const model::PairEvent& one) {
        return std::holds_alternative<model::event::Trouble>(one.event.what);
    });
}

template <class Process, class Transcript, class Plan, class Submission>
std::vector<Transcript> run_all(const std::vector<Plan>& plans, const Submission& submission,
                                const RunOptions& options) {
    std::vector<Transcript> transcripts(plans.size());
    const std::size_t jobs =
        sandbox::has_own_world(options.place.level) ? std::max<std::size_t>(options.jobs, 1) : 1;
    std::map<std::size_t, Process> running;
    for (std::size_t next = 0; next < plans.size() || !running.empty();) {
        while (next < plans.size() && running.size() < jobs) {
            running.try_emplace(next, plans[next], submission, options.place);
            ++next;
        }
        collect(running, transcripts);
    }
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (!has_trouble(transcripts[i])) continue;
        running.try_emplace(i, plans[i], submission, options.place);
        while (!running.empty()) collect(running, transcripts);
    }
    return transcripts;
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
    transcript = std::move(
        run_all<run::CaseProcess, model::Transcript>(std::vector{again}, submission, options).front());
    const std::int64_t at = transcript.events.empty() ? 0 : transcript.events.back().at_us;
    transcript.events.push_back({transcript.events.size() + 1, at, why});
}

}  // namespace

std::vector<model::Transcript> run_plans(const std::vector<model::Plan>& plans,
                                         const run::Submission& submission, const RunOptions& options) {
    std::vector<model::Transcript> transcripts =
        run_all<run::CaseProcess, model::Transcript>(plans, submission, options);
    for (std::size_t i = 0; i < plans.size(); ++i)
        run_in_real_time(plans[i], submission, options, transcripts[i]);
    return transcripts;
}

std::vector<model::PairTranscript> run_plans(const std::vector<model::PairPlan>& plans,
                                             const run::PairSubmission& submission,
                                             const RunOptions& options) {
    return run_all<run::PairProcess, model::PairTranscript>(plans, submission, options);
}

}  // namespace sockgrade::grading
