#include "grading/waves.hh"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"

namespace sockgrade::grading {

using model::CaseResult;
using model::CaseSpec;
using model::Verdict;

CaseResult empty_result(const CaseSpec& spec) {
    CaseResult result;
    result.id = spec.id;
    result.title = spec.title;
    result.level = spec.level;
    result.max_points = spec.points;
    result.is_hidden = spec.is_hidden;
    result.hint = spec.hint;
    return result;
}

CaseResult skipped(const CaseSpec& spec, std::string why) {
    CaseResult result = empty_result(spec);
    result.verdict = Verdict::skipped;
    result.summary = std::move(why);
    return result;
}

const CaseSpec& case_named(const model::Spec& spec, const std::string& id) {
    std::vector<std::string> known;
    for (const CaseSpec& one : spec.cases) {
        if (id == one.id || id.starts_with(one.id + '/')) return one;
        known.push_back(one.id);
    }
    for (const model::Question& question : spec.questions) known.push_back(question.id);
    const std::string near = nearest_name(id, known);
    throw UsageError(fmt::format("{} has no case '{}'{}; its cases are {}", spec.exercise, id,
                                 near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near),
                                 list_of(known)));
}

namespace {

using RunCases = std::function<std::vector<CaseResult>(const std::vector<const CaseSpec*>&)>;

bool is_over(const Stages& stages, const std::vector<CaseResult>& results) {
    return stages.first && std::any_of(results.begin(), results.end(), [](const CaseResult& one) {
               return one.level == model::Level::must && one.verdict == Verdict::failed;
           });
}

std::vector<CaseResult> run_wave(const std::vector<const CaseSpec*>& wave, const Stages& stages,
                                 const RunCases& run) {
    std::vector<CaseResult> results;
    std::vector<const CaseSpec*> to_run;
    for (const CaseSpec* one : wave) {
        const auto known = std::find_if(stages.known.begin(), stages.known.end(),
                                        [&](const CaseResult& result) { return result.id == one->id; });
        if (known != stages.known.end())
            results.push_back(*known);
        else
            to_run.push_back(one);
    }
    const std::size_t at_once =
        stages.ended || stages.first ? std::max<std::size_t>(stages.at_once, 1) : to_run.size();
    for (std::size_t begin = 0; begin < to_run.size() && !is_over(stages, results); begin += at_once) {
        const std::size_t end = std::min(begin + at_once, to_run.size());
        const auto at = [&](std::size_t i) { return to_run.begin() + static_cast<std::ptrdiff_t>(i); };
        for (CaseResult& one : run({at(begin), at(end)})) {
            if (stages.ended) stages.ended(one);
            results.push_back(std::move(one));
        }
    }
    return results;
}

}  // namespace

std::vector<CaseResult> run_in_waves(const model::Spec& spec, const Stages& stages, const RunCases& run) {
    std::vector<CaseResult> results;
    const auto find = [&](const std::string& id) -> const CaseResult* {
        const auto found =
            std::find_if(results.begin(), results.end(), [&](const CaseResult& r) { return r.id == id; });
        return found == results.end() ? nullptr : &*found;
    };
    std::vector<const CaseSpec*> waiting;
    for (const CaseSpec& one : spec.cases) waiting.push_back(&one);
    while (!waiting.empty() && !is_over(stages, results)) {
        std::vector<const CaseSpec*> wave;
        std::vector<const CaseSpec*> later;
        for (const CaseSpec* one : waiting) {
            const CaseResult* needed = find(one->needs);
            if (one->needs.empty() || (needed != nullptr && needed->verdict == Verdict::passed))
                wave.push_back(one);
            else if (needed != nullptr)
                results.push_back(
                    skipped(*one, fmt::format("It needs '{}', which did not pass.", one->needs)));
            else
                later.push_back(one);
        }
        for (CaseResult& one : run_wave(wave, stages, run)) results.push_back(std::move(one));
        waiting = std::move(later);
    }
    if (is_over(stages, results))
        for (const CaseSpec& one : spec.cases)
            if (find(one.id) == nullptr)
                results.push_back(skipped(one, "--first ends at the first required case that fails."));
    const auto position = [&](const CaseResult& result) {
        return std::find_if(spec.cases.begin(), spec.cases.end(),
                            [&](const CaseSpec& one) { return one.id == result.id; }) -
               spec.cases.begin();
    };
    std::sort(results.begin(), results.end(),
              [&](const CaseResult& a, const CaseResult& b) { return position(a) < position(b); });
    return results;
}

std::vector<CaseResult> not_built(const model::Spec& spec, const CaseSpec* wanted, const CaseResult& why) {
    std::vector<CaseResult> results;
    for (const CaseSpec& one : spec.cases) {
        if (wanted != nullptr && &one != wanted) continue;
        if (!results.empty()) {
            results.push_back(skipped(one, "The program could not be built."));
            continue;
        }
        CaseResult result = empty_result(one);
        result.hint.clear();
        result.verdict = why.verdict;
        result.cause = why.cause;
        result.summary = why.summary;
        result.findings = why.findings;
        result.diagnoses = why.diagnoses;
        result.blamed = why.blamed;
        results.push_back(std::move(result));
    }
    return results;
}

void add_up(model::Result& result, model::Deciding deciding) {
    for (const CaseResult& one : result.cases) {
        result.score += one.points;
        result.max_score += one.max_points;
    }
    result.verdict = model::overall(result.cases, deciding);
}

}  // namespace sockgrade::grading
