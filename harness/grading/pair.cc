#include "grading/pair.hh"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "base/text.hh"
#include "checks/blame.hh"
#include "checks/check.hh"
#include "diagnoses/diagnosis.hh"
#include "grading/advice.hh"
#include "grading/hand_in.hh"
#include "grading/pair_start.hh"
#include "grading/session.hh"
#include "grading/time_lost.hh"
#include "grading/waves.hh"
#include "plan/pair.hh"
#include "telling/pair.hh"

namespace sockgrade::grading {

using model::CaseResult;
using model::CaseSpec;
using model::Half;
using model::Verdict;
using std::chrono::steady_clock;

namespace {

class PairGrading {
  public:
    PairGrading(const model::Spec& spec, run::PairSubmission submission, const GradeOptions& options)
        : spec_(spec),
          submission_(std::move(submission)),
          options_(options),
          notes_(options.so_far.notes),
          lost_(spec, options.runs.place.slowness) {
        for (const CaseResult& one : options.so_far.cases) {
            if (one.transcripts.size() != spec.halves.size()) continue;
            start_ = PairStart::of(one.transcripts.front(), one.transcripts.back());
            was_begun_ = true;
        }
    }

    std::vector<CaseResult> run(const std::vector<const CaseSpec*>& cases) {
        if (!std::exchange(start_is_known_, true)) find_start(*cases.front());
        std::vector<CaseResult> results;
        auto pairs = run_plans(plans_of(cases, {start_}), submission_, options_.runs, &lost_);
        for (std::size_t i = 0; i < cases.size(); ++i) {
            if (add_control(pairs[i])) note_its_text(pairs[i]);
            results.push_back(judge_pair_case(*cases[i], pairs[i]));
            note_the_course(pairs[i]);
            results.back().reproduce = command_of(options_, cases[i]->id, {});
        }
        if (const std::string cut = lost_.note(); !cut.empty()) add_once(notes_, cut);
        return results;
    }

    const std::vector<std::string>& notes() const { return notes_; }

  private:
    std::vector<model::PairPlan> plans_of(const std::vector<const CaseSpec*>& cases,
                                          const std::vector<PairStart>& starts) const {
        std::vector<model::PairPlan> plans;
        for (const CaseSpec* one : cases)
            for (const PairStart& start : starts) {
                plan::PlanOptions options;
                options.seed = options_.seed;
                options.case_id = one->id;
                options.arguments = start.forms[0];
                options.typed_order = start.typed_orders[0];
                options.port = start.port;
                options.quiescence = options_.quiescence;
                options.real_time = options_.real_time;
                options.read_file = [this](const std::string& path) {
                    return read_file_of(spec_.file, path);
                };
                plans.push_back(
                    plan::plan_pairs(spec_, options, {start.forms[1], start.typed_orders[1]}).front());
            }
        return plans;
    }

    void find_start(const CaseSpec& one) {
        PairStartSearch search(spec_, start_,
                               {[&](const std::vector<PairStart>& starts) {
                                    return run_plans(plans_of({&one}, starts), submission_, options_.runs);
                                },
                                [&](const std::vector<PairStart>& starts) {
                                    return run_trials(plans_of({&one}, starts), submission_, options_.runs,
                                                      lost_);
                                }},
                               [&](model::PairTranscript pair) {
                                   add_control(pair);
                                   return judge_pair_case(one, pair).verdict != Verdict::failed;
                               });
        // Each case has a port of its own, so that of an earlier run says nothing.
        if (was_begun_)
            search.follow_a_port();
        else
            search.find_all();
        start_ = search.found();
        for (const std::string& note : search.notes()) add_once(notes_, note);
    }

    // Is the text of the one that dials its own? False where nobody asks.
    bool add_control(model::PairTranscript& pair) {
        if (!checks::needs_control(telling::project(pair, Half::dialling).transcript)) return false;
        const std::vector<model::PairPlan> plans{plan::control_of(pair.plan)};
        const model::PairTranscript control = run_plans(plans, submission_, options_.runs).front();
        model::Event event{pair.events.size() + 1, pair.events.back().event.at_us,
                           checks::control_event(telling::project(control, Half::dialling).transcript)};
        pair.events.push_back({Half::dialling, std::move(event)});
        return true;
    }

    void note_its_text(const model::PairTranscript& pair) {
        const auto sent = checks::first_sent(telling::project(pair, Half::dialling).transcript);
        const auto& control = std::get<model::event::Control>(pair.events.back().event.what);
        if (sent.has_value() && !sent->empty() && control.sent == sent)
            add_once(notes_, fmt::format("the {}: it sends a text of its own: {}",
                                         pair.plan.role(Half::dialling), quote(*sent, 60)));
    }

    void note_the_course(const model::PairTranscript& pair) {
        for (const model::PairEvent& one : pair.events) {
            if (const auto* real = std::get_if<model::event::RealTime>(&one.event.what))
                add_once(notes_, note_of(*real));
            const auto* asked = std::get_if<model::event::NameAsked>(&one.event.what);
            if (asked != nullptr && !asked->host.empty() && one.of.has_value())
                add_once(notes_, fmt::format("the {}: {}", pair.plan.role(*one.of), note_of(*asked)));
        }
    }

    const model::Spec& spec_;
    run::PairSubmission submission_;
    const GradeOptions& options_;
    PairStart start_;
    bool was_begun_ = false;  // in an earlier run
    bool start_is_known_ = false;
    std::vector<std::string> notes_;
    TimeLost lost_;
};

void add_notes(model::Result& result, const std::string& role, const std::vector<std::string>& notes) {
    for (const std::string& note : notes) result.notes.push_back(fmt::format("the {}: {}", role, note));
}

}  // namespace

CaseResult judge_pair_case(const CaseSpec& spec, const model::PairTranscript& pair) {
    CaseResult result = empty_result(spec);
    telling::Projection dialling = telling::project(pair, Half::dialling);
    telling::Projection listening = telling::project(pair, Half::listening);
    checks::PairJudgement judgement = checks::judge_pair(dialling, listening);
    if (!pair.events.empty()) result.duration_ms = pair.events.back().event.at_us / 1000;
    result.verdict = judgement.of_pair.verdict;
    result.cause = judgement.of_pair.cause;
    result.summary = std::move(judgement.of_pair.summary);
    result.findings = std::move(judgement.of_pair.findings);
    if (judgement.blamed) result.blamed = pair.plan.role(*judgement.blamed);
    if (judgement.is_neither) result.blamed = "neither";
    const bool costs_nothing = result.verdict == Verdict::passed || result.verdict == Verdict::inconclusive;
    result.points = costs_nothing ? spec.points : 0;
    result.transcripts = {std::move(dialling.transcript), std::move(listening.transcript)};
    result.shown_transcript = judgement.shown == Half::listening;
    // Why a program did what it did is asked of the one that did it.
    if (judgement.blamed && result.cause)
        result.diagnoses = diagnoses::diagnose(
            {result.transcripts[result.shown_transcript], result.findings, *result.cause});
    choose_advice(result);
    return result;
}

model::Result grade_pair(const model::Spec& spec, const PairPrograms& programs, const GradeOptions& options) {
    const auto start = steady_clock::now();
    const std::string dialling = model::to_string(spec.halves.at(0).program.role);
    const std::string listening = model::to_string(spec.halves.at(1).program.role);
    model::Result result;
    result.exercise = spec.exercise;
    result.title = spec.title;
    result.program = programs.dialling.name == programs.listening.name
                         ? programs.dialling.name
                         : programs.dialling.name + ", " + programs.listening.name;
    result.programs = {{dialling, programs.dialling.name}, {listening, programs.listening.name}};
    result.seed = options.seed;
    result.isolation = sandbox::to_string(options.runs.place.level);
    const CaseSpec* only = options.case_id.empty() ? nullptr : &case_named(spec, options.case_id);
    for (const auto& [role, built] :
         {std::pair{dialling, &programs.dialling.built}, std::pair{listening, &programs.listening.built}}) {
        add_notes(result, role, built->notes);
        if (!built->failure.has_value() || !result.cases.empty()) continue;
        CaseResult why = of_failed_build(*built->failure);
        why.blamed = role;
        result.cases = not_built(spec, only, why);
        result.cases.front().reproduce = command_of(options, result.cases.front().id, {});
    }
    if (result.cases.empty()) {
        const HandIn first(programs.dialling.built, options.runs.place.level);
        const HandIn second(programs.listening.built, options.runs.place.level);
        add_notes(result, dialling, first.notes());
        add_notes(result, listening, second.notes());
        PairGrading grading(spec, {first.submission(), second.submission()}, options);
        const auto run = [&](const std::vector<const CaseSpec*>& cases) { return grading.run(cases); };
        result.cases = only != nullptr
                           ? run({only})
                           : run_in_waves(spec,
                                          stages_of(
                                              options, [&]() -> const auto& { return grading.notes(); }),
                                          run);
        result.notes.insert(result.notes.end(), grading.notes().begin(), grading.notes().end());
    }
    add_up(result, only == nullptr ? model::Deciding::must_cases : model::Deciding::every_case);
    result.duration_ms =
        std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - start).count();
    return result;
}

}  // namespace sockgrade::grading
