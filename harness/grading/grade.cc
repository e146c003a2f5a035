#include "grading/grade.hh"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "checks/judge.hh"
#include "diagnoses/diagnosis.hh"
#include "grading/hand_in.hh"
#include "grading/session.hh"
#include "grading/smallest_story.hh"

namespace sockgrade::grading {

using model::CaseResult;
using model::CaseSpec;
using model::Verdict;
using std::chrono::steady_clock;

namespace {

CaseResult empty_result(const CaseSpec& spec) {
    CaseResult result;
    result.id = spec.id;
    result.title = spec.title;
    result.level = spec.level;
    result.max_points = spec.points;
    result.hint = spec.hint;
    return result;
}

CaseResult skipped(const CaseSpec& spec, std::string why) {
    CaseResult result = empty_result(spec);
    result.verdict = Verdict::skipped;
    result.summary = std::move(why);
    return result;
}

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

// Cases whose needs are met can run together; the others wait for their verdict.
struct Wave {
    std::vector<const CaseSpec*> cases;
};

class Grading {
  public:
    Grading(const model::Spec& spec, const run::Submission& submission, const GradeOptions& options)
        : spec_(spec), options_(options), session_(spec, submission, options) {}

    const std::vector<std::string>& notes() const { return session_.notes(); }

    std::vector<CaseResult> grade_all() {
        std::vector<const CaseSpec*> waiting;
        for (const CaseSpec& one : spec_.cases) waiting.push_back(&one);
        while (!waiting.empty()) {
            Wave wave;
            std::vector<const CaseSpec*> later;
            for (const CaseSpec* one : waiting) {
                const CaseResult* needed = find(one->needs);
                if (one->needs.empty() || (needed != nullptr && needed->verdict == Verdict::passed))
                    wave.cases.push_back(one);
                else if (needed != nullptr)
                    results_.push_back(
                        skipped(*one, fmt::format("It needs '{}', which did not pass.", one->needs)));
                else
                    later.push_back(one);
            }
            if (!wave.cases.empty()) run(wave.cases);
            waiting = std::move(later);
        }
        in_order_of_spec();
        return std::move(results_);
    }

    std::vector<CaseResult> grade_one(const CaseSpec& one) {
        run({&one});
        return std::move(results_);
    }

  private:
    const CaseResult* find(const std::string& id) const {
        const auto found =
            std::find_if(results_.begin(), results_.end(), [&](const CaseResult& r) { return r.id == id; });
        return found == results_.end() ? nullptr : &*found;
    }

    void run(const std::vector<const CaseSpec*>& cases) {
        auto transcripts = session_.run(cases);
        for (const CaseSpec* one : cases) {
            CaseResult result = judge_case(*one, std::move(transcripts[one->id]));
            const bool is_variant = options_.case_id.starts_with(one->id + '/');
            result.reproduce = command_of(options_, is_variant ? options_.case_id : one->id, options_.only);
            if (options_.shrink) add_smallest_story(*one, spec_, session_, options_, result);
            results_.push_back(std::move(result));
        }
    }

    void in_order_of_spec() {
        const auto position = [&](const CaseResult& result) {
            return std::find_if(spec_.cases.begin(), spec_.cases.end(),
                                [&](const CaseSpec& one) { return one.id == result.id; }) -
                   spec_.cases.begin();
        };
        std::sort(results_.begin(), results_.end(),
                  [&](const CaseResult& a, const CaseResult& b) { return position(a) < position(b); });
    }

    const model::Spec& spec_;
    const GradeOptions& options_;
    Session session_;
    std::vector<CaseResult> results_;
};

const CaseSpec& case_named(const model::Spec& spec, const std::string& id) {
    std::vector<std::string> known;
    for (const CaseSpec& one : spec.cases) {
        if (id == one.id || id.starts_with(one.id + '/')) return one;
        known.push_back(one.id);
    }
    const std::string near = nearest_name(id, known);
    throw UsageError(fmt::format("{} has no case '{}'{}; its cases are {}", spec.exercise, id,
                                 near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near),
                                 list_of(known)));
}

// Nothing can run: the first case says why, the others follow from it.
std::vector<CaseResult> not_built(const model::Spec& spec, const build::BuildFailure& failure,
                                  const GradeOptions& options) {
    std::vector<CaseResult> results;
    for (const CaseSpec& one : spec.cases) {
        if (!options.case_id.empty() && &one != &case_named(spec, options.case_id)) continue;
        if (!results.empty()) {
            results.push_back(skipped(one, "The program could not be built."));
            continue;
        }
        CaseResult result = empty_result(one);
        result.hint.clear();
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
        result.reproduce = command_of(options, one.id, {});
        results.push_back(std::move(result));
    }
    return results;
}

}  // namespace

std::string command_of(const GradeOptions& options, const std::string& case_id, const plan::Only& only) {
    return fmt::format("{} --case {} --seed {}{}{}", options.reproduce, case_id, options.seed,
                       only.is_everything() ? "" : " --only " + plan::to_string(only),
                       options.reproduce_tail);
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
    result.points =
        result.verdict == Verdict::passed || result.verdict == Verdict::inconclusive ? spec.points : 0;
    if (result.verdict == Verdict::failed && result.cause.has_value())
        result.diagnoses =
            diagnoses::diagnose({transcripts[result.shown_transcript], result.findings, *result.cause});
    // What was seen goes before what a spec can only guess.
    if (!result.diagnoses.empty()) result.hint.clear();
    result.transcripts = std::move(transcripts);
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
        result.cases = not_built(spec, *built.failure, options);
    } else {
        const HandIn hand_in(built, options.runs.place.level);
        Grading grading(spec, hand_in.submission(), options);
        result.cases = only != nullptr ? grading.grade_one(*only) : grading.grade_all();
        result.notes.insert(result.notes.end(), hand_in.notes().begin(), hand_in.notes().end());
        result.notes.insert(result.notes.end(), grading.notes().begin(), grading.notes().end());
    }
    for (const CaseResult& one : result.cases) {
        result.score += one.points;
        result.max_score += one.max_points;
    }
    result.verdict = model::overall(result.cases);
    result.duration_ms = milliseconds_since(start);
    return result;
}

}  // namespace sockgrade::grading
