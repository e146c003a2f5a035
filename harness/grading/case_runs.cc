#include "grading/case_runs.hh"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/text.hh"
#include "grading/time_lost.hh"
#include "system/interruption.hh"

namespace sockgrade::grading {

namespace event = model::event;

namespace {

// Waits until one of the processes has something to say, and takes what is complete. Running processes and
// transcripts are found by the plan's position.
template <class Process, class Transcript>
void collect(std::map<std::size_t, Process>& running, std::vector<Transcript>& transcripts, TimeLost* lost) {
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
        if (lost != nullptr) lost->add(*transcript);
        transcripts[positions[i]] = std::move(*transcript);
        running.erase(positions[i]);
    }
}

const std::string& case_of(const model::Plan& plan) { return plan.case_id; }
const std::string& case_of(const model::PairPlan& plan) { return plan.dialling.case_id; }

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
                                const RunOptions& options, TimeLost* lost) {
    std::vector<Transcript> transcripts(plans.size());
    const auto limited = [&](const Plan& plan) {
        return on_slow_processors(lost == nullptr ? plan : lost->limited(plan), options.place.slowness);
    };
    const std::size_t jobs =
        sandbox::has_own_world(options.place.level) ? std::max<std::size_t>(options.jobs, 1) : 1;
    std::map<std::size_t, Process> running;
    for (std::size_t next = 0; next < plans.size() || !running.empty();) {
        while (next < plans.size() && running.size() < jobs) {
            if (options.begins) options.begins(case_of(plans[next]));
            running.try_emplace(next, limited(plans[next]), submission, options.place);
            ++next;
        }
        collect(running, transcripts, lost);
    }
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (!has_trouble(transcripts[i])) continue;
        running.try_emplace(i, limited(plans[i]), submission, options.place);
        while (!running.empty()) collect(running, transcripts, lost);
    }
    return transcripts;
}

// Why its clock should not have jumped where it has; what the program did then means nothing.
std::optional<std::string> should_not_have_jumped(const model::Transcript& transcript) {
    const auto* real = transcript.last<event::RealTime>();
    return real != nullptr && real->too_late ? std::optional(real->reason) : std::nullopt;
}

std::optional<std::string> should_not_have_jumped(const model::PairTranscript& pair) {
    for (const model::PairEvent& one : pair.events)
        if (const auto* real = std::get_if<event::RealTime>(&one.event.what);
            real != nullptr && real->too_late)
            return real->reason;
    return std::nullopt;
}

model::Plan in_real_time(model::Plan plan) {
    plan.real_time = true;
    return plan;
}

model::PairPlan in_real_time(model::PairPlan plan) {
    plan.dialling.real_time = plan.listening.real_time = true;
    return plan;
}

void note_why(model::Transcript& transcript, const event::RealTime& why) {
    const std::int64_t at = transcript.events.empty() ? 0 : transcript.events.back().at_us;
    transcript.events.push_back({transcript.events.size() + 1, at, why});
}

void note_why(model::PairTranscript& pair, const event::RealTime& why) {
    const std::int64_t at = pair.events.empty() ? 0 : pair.events.back().event.at_us;
    pair.events.push_back({std::nullopt, {pair.events.size() + 1, at, why}});
}

template <class Process, class Transcript, class Plan, class Submission>
std::vector<Transcript> run_where_clocks_hold(const std::vector<Plan>& plans, const Submission& submission,
                                              const RunOptions& options, TimeLost* lost) {
    auto transcripts = run_all<Process, Transcript>(plans, submission, options, lost);
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const auto why = should_not_have_jumped(transcripts[i]);
        if (!why.has_value()) continue;
        const std::vector<Plan> again{in_real_time(plans[i])};
        transcripts[i] = std::move(run_all<Process, Transcript>(again, submission, options, lost).front());
        note_why(transcripts[i], {*why, false});
    }
    return transcripts;
}

}  // namespace

std::string note_of(const event::RealTime& real) {
    return fmt::format("its time-outs were waited for, since {}", escape(real.reason));
}

std::string note_of(const event::NameAsked& asked) {
    return fmt::format(
        "it looks for the host {} by its name; in a case every name is found, and this one is {}",
        quote(asked.name, 80), asked.host);
}

void add_once(std::vector<std::string>& notes, const std::string& note) {
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
}

std::vector<model::Transcript> run_plans(const std::vector<model::Plan>& plans,
                                         const run::Submission& submission, const RunOptions& options,
                                         TimeLost* lost) {
    return run_where_clocks_hold<run::CaseProcess, model::Transcript>(plans, submission, options, lost);
}

std::vector<model::PairTranscript> run_plans(const std::vector<model::PairPlan>& plans,
                                             const run::PairSubmission& submission, const RunOptions& options,
                                             TimeLost* lost) {
    return run_where_clocks_hold<run::PairProcess, model::PairTranscript>(plans, submission, options, lost);
}

namespace {

template <class Transcript, class Plan, class Submission>
std::vector<Transcript> try_out(const std::vector<Plan>& plans, const Submission& submission,
                                const RunOptions& options, TimeLost& lost) {
    std::vector<Transcript> tried;
    const std::size_t at_once = std::max<std::size_t>(options.jobs, 1);
    while (tried.size() < plans.size() && lost.allows_a_trial()) {
        std::vector<Plan> some;
        for (std::size_t i = tried.size(); i < plans.size() && some.size() < at_once; ++i)
            some.push_back(for_trial(plans[i]));
        for (Transcript& one : run_plans(some, submission, options)) {
            lost.add_trial(one);
            tried.push_back(std::move(one));
        }
    }
    return tried;
}

}  // namespace

std::vector<model::Transcript> run_trials(const std::vector<model::Plan>& plans,
                                          const run::Submission& submission, const RunOptions& options,
                                          TimeLost& lost) {
    return try_out<model::Transcript>(plans, submission, options, lost);
}

std::vector<model::PairTranscript> run_trials(const std::vector<model::PairPlan>& plans,
                                              const run::PairSubmission& submission,
                                              const RunOptions& options, TimeLost& lost) {
    return try_out<model::PairTranscript>(plans, submission, options, lost);
}

}  // namespace sockgrade::grading
