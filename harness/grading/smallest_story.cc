#include "grading/smallest_story.hh"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hh"
#include "checks/judge.hh"
#include "plan/plan.hh"
#include "shrink/smallest.hh"
#include "shrink/tell.hh"

namespace sockgrade::grading {

using model::Transcript;
using model::Verdict;
using shrink::Outcome;
using std::chrono::steady_clock;

namespace {

std::string in_words(const checks::Judgement& judgement) {
    if (judgement.verdict == Verdict::passed) return "it passed";
    return fmt::format("it failed in another way ({})",
                       judgement.cause.has_value() ? model::to_string(*judgement.cause) : "");
}

class Shrinking {
  public:
    Shrinking(const model::CaseSpec& one, const model::Spec& spec, Session& session,
              const GradeOptions& options, const model::CaseResult& failed)
        : one_(one),
          session_(session),
          options_(options),
          failed_(failed),
          full_id_(model::full_id(failed.transcripts.at(failed.shown_transcript).plan)),
          whole_(session.plan_of(full_id_, {})),
          parts_(plan::parts_of(spec, whole_)) {}

    std::optional<model::SmallestStory> look() {
        if (!shrink::can_shrink(parts_, options_.only)) return std::nullopt;
        if (std::optional<model::SmallestStory> unsteady = run_it_again()) return unsteady;
        const shrink::Smallest found = shrink::find_smallest(
            parts_, options_.only, [this](const plan::Only& only) { return try_it(only); });
        return told(found);
    }

  private:
    bool is_same(const checks::Judgement& judgement) const {
        return judgement.verdict == Verdict::failed && judgement.cause == failed_.cause;
    }
    std::vector<Transcript> run(const model::Plan& plan, std::size_t times) {
        runs_ += times;
        return session_.run(std::vector<model::Plan>(times, plan));
    }

    // The case itself, as often as is needed to call its failure steady.
    std::optional<model::SmallestStory> run_it_again() {
        std::vector<Transcript> transcripts = run(session_.plan_of(full_id_, options_.only), kTimes - 1);
        std::size_t same = 1;
        std::optional<std::size_t> other;
        std::vector<std::string> otherwise;
        for (std::size_t i = 0; i < transcripts.size(); ++i) {
            const checks::Judgement judgement = checks::judge(transcripts[i]);
            if (is_same(judgement)) {
                ++same;
                continue;
            }
            if (judgement.verdict != Verdict::passed && judgement.verdict != Verdict::failed)
                return not_looked_for(judgement.summary, std::move(transcripts[i]));
            otherwise.push_back(in_words(judgement));
            // One that passed tells more than one that failed otherwise.
            if (!other.has_value() || judgement.verdict == Verdict::passed) other = i;
        }
        if (!other.has_value()) return std::nullopt;
        model::SmallestStory story;
        story.repeats = false;
        story.is_complete = false;
        story.runs = runs_;
        story.story = fmt::format(
            "The failure does not repeat: of {} runs of the same plan {} failed in this way; otherwise {}. "
            "What comes and goes can't be made smaller.",
            kTimes, same, list_of(otherwise));
        story.run = judged(std::move(transcripts[*other]), options_.only);
        return story;
    }

    // Whoever got in the way, it was not the program.
    model::SmallestStory not_looked_for(const std::string& why, Transcript transcript) const {
        model::SmallestStory story;
        story.is_complete = false;
        story.runs = runs_;
        story.story = "It was not made smaller, since it could not be run again: " + why;
        story.run = judged(std::move(transcript), options_.only);
        return story;
    }

    Outcome try_it(const plan::Only& only) {
        // All that it may take has to fit in.
        if (runs_ + kTimes > kMostRuns || steady_clock::now() - began_ > kMostTime) return Outcome::stopped;
        const model::Plan plan = session_.plan_of(full_id_, only);
        Transcript first = std::move(run(plan, 1).front());
        const checks::Judgement judgement = checks::judge(first);
        if (judgement.verdict == Verdict::passed) return Outcome::passes;
        if (!is_same(judgement)) return Outcome::differs;
        for (const Transcript& again : run(plan, kTimes - 1))
            if (!is_same(checks::judge(again))) return Outcome::differs;
        smallest_run_ = std::move(first);
        return Outcome::fails;
    }

    model::CaseResult judged(Transcript transcript, const plan::Only& only) const {
        std::vector<Transcript> transcripts;
        transcripts.push_back(std::move(transcript));
        model::CaseResult result = judge_case(one_, std::move(transcripts));
        result.reproduce = command_of(options_, full_id_, only);
        return result;
    }

    model::SmallestStory told(const shrink::Smallest& found) {
        model::SmallestStory story;
        story.is_complete = found.is_complete;
        story.runs = runs_;
        shrink::Story words =
            shrink::tell(whole_, session_.plan_of(full_id_, found.only), options_.only, found, kTimes, runs_);
        story.story = std::move(words.text);
        story.remains = std::move(words.remains);
        story.left_out = std::move(words.left_out);
        // The last one that failed is the smallest; without one it is the case's own.
        story.run = judged(smallest_run_.has_value() ? std::move(*smallest_run_)
                                                     : failed_.transcripts.at(failed_.shown_transcript),
                           found.only);
        return story;
    }

    const model::CaseSpec& one_;
    Session& session_;
    const GradeOptions& options_;
    const model::CaseResult& failed_;
    std::string full_id_;
    model::Plan whole_;
    plan::Parts parts_;
    std::size_t runs_ = 0;
    std::optional<Transcript> smallest_run_;
    steady_clock::time_point began_ = steady_clock::now();
};

}  // namespace

void add_smallest_story(const model::CaseSpec& one, const model::Spec& spec, Session& session,
                        const GradeOptions& options, model::CaseResult& result) {
    if (result.verdict != Verdict::failed || result.transcripts.empty()) return;
    if (std::optional<model::SmallestStory> story = Shrinking(one, spec, session, options, result).look())
        result.smallest.push_back(std::move(*story));
}

}  // namespace sockgrade::grading
