#include "grading/grade.hh"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "checks/judge.hh"
#include "diagnoses/diagnosis.hh"
#include "grading/advice.hh"
#include "grading/hand_in.hh"
#include "grading/session.hh"
#include "grading/smallest_story.hh"
#include "grading/waves.hh"

namespace sockgrade::grading {

using model::CaseResult;
using model::CaseSpec;
using model::Verdict;
using std::chrono::steady_clock;

namespace {

// The worst variant speaks for the case.
int badness(Verdict verdict) {
    switch (verdict) {
        case Verdict::failed:
            return 3;
        case Verdict::inconclusive:
            return 2;
        case Verdict::unsupported:
            return 1;
        default:
            return 0;
    }
}

std::int64_t milliseconds_since(steady_clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - start).count();
}

class Grading {
  public:
    Grading(const model::Spec& spec, const run::Submission& submission, const GradeOptions& options)
        : spec_(spec), options_(options), session_(spec, submission, options) {}

    const std::vector<std::string>& notes() const { return session_.notes(); }

    std::vector<CaseResult> grade_all() {
        return run_in_waves(spec_,
                            stages_of(
                                options_, [&]() -> const auto& { return notes(); }),
                            [&](const std::vector<const CaseSpec*>& cases) { return run(cases); });
    }

    std::vector<CaseResult> grade_one(const CaseSpec& one) { return run({&one}); }

  private:
    std::vector<CaseResult> run(const std::vector<const CaseSpec*>& cases) {
        std::vector<CaseResult> results;
        auto transcripts = session_.run(cases);
        for (const CaseSpec* one : cases) {
            CaseResult result = judge_case(*one, std::move(transcripts[one->id]));
            const bool is_variant = options_.case_id.starts_with(one->id + '/');
            result.reproduce = command_of(options_, is_variant ? options_.case_id : one->id, options_.only);
            if (options_.shrink) add_smallest_story(*one, spec_, session_, options_, result);
            results.push_back(std::move(result));
        }
        return results;
    }

    const model::Spec& spec_;
    const GradeOptions& options_;
    Session session_;
};

}  // namespace

std::string command_of(const GradeOptions& options, const std::string& case_id, const plan::Only& only) {
    return fmt::format("{} --case {} --seed {}{}{}", options.reproduce, case_id, options.seed,
                       only.is_everything() ? "" : " --only " + plan::to_string(only),
                       options.reproduce_tail);
}

Stages stages_of(const GradeOptions& options, const std::function<const std::vector<std::string>&()>& notes) {
    Stages stages;
    stages.known = options.so_far.cases;
    stages.at_once = options.first ? 1 : options.runs.jobs;
    stages.first = options.first;
    if (options.ended)
        stages.ended = [&options, notes](const CaseResult& one) { options.ended(one, notes()); };
    return stages;
}

CaseResult of_failed_build(const build::BuildFailure& failure) {
    CaseResult result;
    result.verdict = Verdict::failed;
    result.cause = model::Cause::build_failed;
    result.summary = failure.message;
    model::Finding finding;
    finding.requirement = "The program can be built.";
    finding.status = model::Finding::Status::not_met;
    finding.cause = model::Cause::build_failed;
    finding.got = failure.message;
    finding.detail = failure.log;
    result.findings.push_back(std::move(finding));
    if (!failure.hint.empty())
        result.diagnoses.push_back({"does_not_build", failure.message, failure.hint, {}});
    return result;
}

CaseResult judge_case(const CaseSpec& spec, std::vector<model::Transcript> transcripts) {
    CaseResult result = empty_result(spec);
    int worst = -1;
    for (std::size_t i = 0; i < transcripts.size(); ++i) {
        const model::Transcript& transcript = transcripts[i];
        if (!transcript.events.empty()) result.duration_ms += transcript.events.back().at_us / 1000;
        checks::Judgement judgement = checks::judge(transcript);
        if (badness(judgement.verdict) <= worst) continue;
        worst = badness(judgement.verdict);
        result.verdict = judgement.verdict;
        result.cause = judgement.cause;
        result.summary = std::move(judgement.summary);
        result.findings = std::move(judgement.findings);
        result.shown_transcript = i;
    }
    if (transcripts.size() > 1 && result.verdict != Verdict::passed)
        result.summary += fmt::format(" With {}.", transcripts[result.shown_transcript].plan.variant);
    result.points = result.verdict == Verdict::failed || result.verdict == Verdict::skipped ? 0 : spec.points;
    if (result.verdict == Verdict::failed && result.cause.has_value())
        result.diagnoses =
            diagnoses::diagnose({transcripts[result.shown_transcript], result.findings, *result.cause});
    result.transcripts = std::move(transcripts);
    choose_advice(result);
    return result;
}

model::Result grade(const model::Spec& spec, const std::string& program, const build::Built& built,
                    const GradeOptions& options) {
    const auto start = steady_clock::now();
    model::Result result;
    result.exercise = spec.exercise;
    result.title = spec.title;
    result.program = program;
    result.seed = options.seed;
    result.isolation = sandbox::to_string(options.runs.place.level);
    result.notes = built.notes;
    if (!options.only.is_everything())
        result.notes.push_back("only a part of the case was run: " + plan::to_string(options.only));
    const CaseSpec* only = options.case_id.empty() ? nullptr : &case_named(spec, options.case_id);
    if (built.failure.has_value()) {
        result.cases = not_built(spec, only, of_failed_build(*built.failure));
        result.cases.front().reproduce = command_of(options, result.cases.front().id, {});
    } else {
        const HandIn hand_in(built, options.runs.place.level);
        Grading grading(spec, hand_in.submission(), options);
        result.cases = only != nullptr ? grading.grade_one(*only) : grading.grade_all();
        result.notes.insert(result.notes.end(), hand_in.notes().begin(), hand_in.notes().end());
        result.notes.insert(result.notes.end(), grading.notes().begin(), grading.notes().end());
    }
    add_up(result, only == nullptr ? model::Deciding::must_cases : model::Deciding::every_case);
    result.duration_ms = milliseconds_since(start);
    return result;
}

}  // namespace sockgrade::grading
