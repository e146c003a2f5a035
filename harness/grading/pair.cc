#include "grading/pair.hh"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <map>
#include <utility>

#include "checks/blame.hh"
#include "diagnoses/diagnosis.hh"
#include "grading/form_trial.hh"
#include "grading/hand_in.hh"
#include "grading/session.hh"
#include "grading/waves.hh"
#include "plan/pair.hh"

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
        : spec_(spec), submission_(std::move(submission)), options_(options), notes_(options.so_far.notes) {
        for (const CaseResult& one : options.so_far.cases) {
            if (one.transcripts.size() != std::size(forms_)) continue;
            for (std::size_t i = 0; i < std::size(forms_); ++i)
                forms_[i] = one.transcripts[i].plan.given.forms;
            forms_are_known_ = true;
        }
    }

    std::vector<CaseResult> run(const std::vector<const CaseSpec*>& cases) {
        if (!std::exchange(forms_are_known_, true)) find_forms(*cases.front());
        std::vector<model::PairPlan> plans;
        for (const CaseSpec* one : cases) plans.push_back(plan_of(*one, forms_));
        std::vector<CaseResult> results;
        const auto pairs = run_plans(plans, submission_, options_.runs);
        for (std::size_t i = 0; i < cases.size(); ++i) {
            results.push_back(judge_pair_case(*cases[i], pairs[i]));
            note_the_course(pairs[i]);
            results.back().reproduce = command_of(options_, cases[i]->id, {});
        }
        return results;
    }

    const std::vector<std::string>& notes() const { return notes_; }

  private:
    using Forms = std::array<std::optional<plan::Form>, 2>;  // none: the usual one

    model::PairPlan plan_of(const CaseSpec& one, const Forms& forms) const {
        plan::PlanOptions options;
        options.seed = options_.seed;
        options.case_id = one.id;
        options.arguments = forms[0];
        options.quiescence = options_.quiescence;
        options.real_time = options_.real_time;
        options.read_file = [this](const std::string& path) { return read_file_of(spec_.file, path); };
        return plan::plan_pairs(spec_, options, forms[1]).front();
    }

    // The listening program first: the other one is not started before that listens.
    void find_forms(const CaseSpec& one) {
        std::optional<model::PairTranscript> pair;  // with the forms that are known so far
        for (const Half half : {Half::listening, Half::dialling}) {
            const std::size_t which = half == Half::listening ? 1 : 0;
            const model::ProgramSpec& program = spec_.halves.at(which).program;
            const auto run_with = [&](const std::vector<std::optional<plan::Form>>& some) {
                std::vector<model::PairPlan> plans;
                for (const auto& form : some) {
                    Forms forms = forms_;
                    forms.at(which) = form;
                    plans.push_back(plan_of(one, forms));
                }
                return run_plans(plans, submission_, options_.runs);
            };
            if (!pair.has_value()) pair = run_with({std::nullopt}).front();
            const auto found = find_form(
                program, model::project(*pair, half).transcript,
                [&] { return judge_pair_case(one, *pair).verdict != Verdict::failed; },
                [&](const std::vector<plan::Form>& some) {
                    std::vector<model::Transcript> halves;
                    for (const model::PairTranscript& other : run_with({some.begin(), some.end()}))
                        halves.push_back(model::project(other, half).transcript);
                    return halves;
                });
            if (!found.has_value()) continue;
            forms_.at(which) = found->form;
            pair.reset();
            add_once(notes_, fmt::format("the {}: {}", model::to_string(program.role), found->note));
        }
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
    Forms forms_;
    bool forms_are_known_ = false;
    std::vector<std::string> notes_;
};

void add_notes(model::Result& result, const std::string& role, const std::vector<std::string>& notes) {
    for (const std::string& note : notes) result.notes.push_back(fmt::format("the {}: {}", role, note));
}

}  // namespace

CaseResult judge_pair_case(const CaseSpec& spec, const model::PairTranscript& pair) {
    CaseResult result = empty_result(spec);
    model::Projection dialling = model::project(pair, Half::dialling);
    model::Projection listening = model::project(pair, Half::listening);
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
    if (!result.diagnoses.empty()) result.hint.clear();
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
