#include "batch/grade_part.hh"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <sstream>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/programs.hh"
#include "build/build.hh"
#include "grading/answers.hh"
#include "grading/pair.hh"
#include "grading/waves.hh"
#include "record/result_json.hh"
#include "sandbox/level.hh"
#include "system/interruption.hh"

namespace sockgrade::batch {

namespace {

using Questions = model::Assignment::Questions;

model::CaseResult questions_case(const model::Question& question, const std::string& why) {
    model::CaseResult one;
    one.id = question.id;
    one.title = question.ask;
    one.level = question.level;
    one.verdict = model::Verdict::skipped;
    one.max_points = question.points;
    one.question = model::to_string(question.kind);
    one.summary = why;
    return one;
}

// Where nothing stands there is nothing to read: nobody has to look at a blank sheet.
void fail_unanswered(model::Result& result) {
    for (model::CaseResult& one : result.cases) {
        const bool is_unanswered =
            one.for_a_person && !one.findings.empty() && one.findings.front().got.empty();
        if (!is_unanswered) continue;
        one.for_a_person = false;
        one.verdict = model::Verdict::failed;
        one.cause = model::Cause::missing;
        one.summary = "This question is not answered.";
        one.findings.front().status = model::Finding::Status::not_met;
        one.findings.front().cause = one.cause;
        one.findings.front().detail = one.summary;
    }
    result.score = 0;
    result.max_score = 0;
    grading::add_up(result);
}

// The questions of the exercise, as the assignment asks them.
void add_answers(model::Result& result, const Work& work, const Part& part, const std::string& folder) {
    if (work.questions == Questions::never || part.spec.questions.empty()) return;
    const auto file = grading::answers_in(folder, part.spec.exercise);
    if (!file && work.questions == Questions::automatic) return;
    model::Spec asked = part.spec;
    if (work.questions == Questions::automatic)
        for (model::Question& question : asked.questions) {
            question.points = 0;
            question.level = model::Level::should;
        }
    grading::add_questions(result, asked,
                           file ? grading::read_answers_file(*file, asked) : model::AnswerSheet{}, "",
                           fmt::format("sockgrade check {} .", asked.exercise));
    if (work.questions == Questions::always) fail_unanswered(result);
    if (work.questions == Questions::automatic)
        result.notes.emplace_back("The answers to the questions count nothing.");
}

// A result for what was not run: its cases say why. What is nobody's fault costs no points, as everywhere.
Graded not_graded(const Work& work, const Part& part, Outcome outcome, std::string message) {
    Graded graded;
    graded.outcome = outcome;
    graded.message = std::move(message);
    model::Result& result = graded.result;
    result.exercise = part.spec.exercise;
    result.title = part.spec.title;
    result.seed = work.how.seed;
    result.isolation = sandbox::to_string(work.how.runs.place.level);
    const bool is_missing = outcome == Outcome::missing;
    for (const model::CaseSpec& one : part.spec.cases) {
        result.cases.push_back(grading::skipped(one, graded.message));
        if (is_missing) continue;
        result.cases.back().verdict = model::Verdict::inconclusive;
        result.cases.back().points = one.points;
    }
    if (work.questions == Questions::always)
        for (const model::Question& question : part.spec.questions) {
            result.cases.push_back(questions_case(question, graded.message));
            if (is_missing) continue;
            result.cases.back().verdict = model::Verdict::inconclusive;
            result.cases.back().points = question.points;
        }
    grading::add_up(result);
    if (is_missing) result.verdict = model::Verdict::failed;
    result.notes.push_back(graded.message);
    return graded;
}

std::string log_of(const build::Built& built) { return built.failure ? built.failure->log : ""; }

Graded grade_found(const Work& work, const Part& part, const Prepared& prepared) {
    Graded graded;
    grading::GradeOptions how = work.how;
    if (!part.spec.is_pair()) {
        const Program program = find_program(work, part, part.spec, prepared);
        const build::Built built = build_one(work, part.spec, program);
        graded.build_log = log_of(built);
        how.reproduce = fmt::format("sockgrade check {} {}", part.spec.exercise, quote(program.shown, 300));
        graded.result = grading::grade(part.spec, program.shown, built, how);
        add_answers(graded.result, work, part, prepared.folder());
    } else {
        const Program dialling = find_program(work, part, part.spec.halves.at(0), prepared);
        const Program listening = find_program(work, part, part.spec.halves.at(1), prepared);
        const grading::PairPrograms programs{
            {dialling.shown, build_one(work, part.spec.halves.at(0), dialling)},
            {listening.shown, build_one(work, part.spec.halves.at(1), listening)}};
        graded.build_log = log_of(programs.dialling.built) + log_of(programs.listening.built);
        how.reproduce = fmt::format("sockgrade check {} --{} {} --{} {}", part.spec.exercise, dialling.role,
                                    quote(dialling.shown, 300), listening.role, quote(listening.shown, 300));
        graded.result = grading::grade_pair(part.spec, programs, how);
    }
    graded.result.notes.insert(graded.result.notes.end(), prepared.notes().begin(), prepared.notes().end());
    return graded;
}

}  // namespace

Graded grade_part(const Work& work, const Part& part, const Submission& submission) {
    if (submission.files.empty() && !submission.unclear.empty())
        return not_graded(work, part, Outcome::unclear, submission.unclear);
    if (submission.files.empty()) return not_graded(work, part, Outcome::missing, "Nothing was handed in.");
    try {
        const Prepared prepared(submission);
        if (!prepared.refusal().empty()) return not_graded(work, part, Outcome::refused, prepared.refusal());
        return grade_found(work, part, prepared);
    } catch (const NotGraded& why) {
        return not_graded(work, part, why.outcome, why.message);
    } catch (const system::Interrupted&) {
        throw;
    } catch (const UsageError& error) {  // a folder that may not be read
        return not_graded(work, part, Outcome::unclear, error.what());
    } catch (const std::exception& error) {
        return not_graded(work, part, Outcome::trouble,
                          fmt::format("The grader or this machine failed: {}", error.what()));
    }
}

// "graded 0 12\n": the outcome, how long the message and the log are; these two, then the result.
std::string graded_to_text(const Graded& graded) {
    return fmt::format("{} {} {}\n{}{}{}", to_string(graded.outcome), graded.message.size(),
                       graded.build_log.size(), graded.message, graded.build_log,
                       record::result_to_json(graded.result));
}

Graded graded_from_text(const std::string& text, const Work& work, const Part& part) {
    std::istringstream in(text);
    std::string outcome;
    std::size_t message = 0;
    std::size_t log = 0;
    in >> outcome >> message >> log;
    const bool is_whole = in.good() && in.get() == '\n';
    const std::size_t at = is_whole ? static_cast<std::size_t>(in.tellg()) : 0;
    if (!is_whole || text.size() < at + message + log)
        return not_graded(work, part, Outcome::trouble, fmt::format("The grader failed: {}.", quote(text)));
    Graded graded;
    graded.outcome = outcome_from(outcome);
    graded.message = text.substr(at, message);
    graded.build_log = text.substr(at + message, log);
    graded.result = record::result_from_json(std::string_view(text).substr(at + message + log));
    return graded;
}

}  // namespace sockgrade::batch
