#include "questions/judge.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/text.hh"
#include "questions/outcome.hh"

namespace sockgrade::questions {

using model::Answer;
using model::AnswerSheet;
using model::CaseResult;
using model::Cause;
using model::Finding;
using model::Question;
using model::Verdict;

namespace {

// What people write at the top of a sheet.
bool is_about_people(const std::string& key) {
    static constexpr std::array<std::string_view, 10> kKeys{
        "name", "names", "group", "team", "student", "author", "id", "date", "authors", "students"};
    return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

// So that a person can read an open answer in the report, and a hostile one does not fill it.
constexpr std::size_t kMostShown = 4000;
constexpr std::size_t kMostUnknown = 10;

bool is_blank_text(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

std::string shown_answer(const Answer& answer) {
    if (answer.items.size() == 1) return quote(answer.items.front(), kMostShown);
    std::vector<std::string> parts;
    for (const std::string& item : answer.items) parts.push_back(quote(item, 60));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string number_text(const model::NumberForm& form) {
    return form.from == form.to ? fmt::format("{}", form.from) : fmt::format("{} to {}", form.from, form.to);
}

std::string right_answer(const Question& question) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < question.choices.size(); ++i)
        if (question.choices[i].is_right)
            parts.push_back(fmt::format("{}) {}", letter_of(i), question.choices[i].text));
    for (const model::NumberForm& form : question.right_numbers) parts.push_back(number_text(form));
    for (const model::TextForm& form : question.right_texts)
        if (!form.is_pattern && parts.empty()) parts.push_back(form.text);
    return fmt::format("{}", fmt::join(parts, "; "));
}

CaseResult frame_of(const Question& question) {
    CaseResult result;
    result.id = question.id;
    result.title = question.ask;
    result.level = question.level;
    result.max_points = question.points;
    result.question = model::to_string(question.kind);
    result.findings.push_back({});
    result.findings.front().requirement = question.ask;
    return result;
}

void fail(CaseResult& result, const Question& question, Cause cause, const std::string& why) {
    result.verdict = Verdict::failed;
    result.cause = cause;
    result.summary = why;
    result.hint = question.hint;
    Finding& finding = result.findings.front();
    finding.status = Finding::Status::not_met;
    finding.cause = cause;
    finding.detail = why;
}

void leave_for_a_person(CaseResult& result, const std::string& why) {
    result.verdict = Verdict::unsupported;
    result.for_a_person = true;
    result.summary = why;
    result.findings.front().status = Finding::Status::undecided;
    result.findings.front().detail = why;
}

Judged judge_answer(const Question& question, const Answer& answer) {
    switch (question.kind) {
        case Question::Kind::choose_one:
        case Question::Kind::choose_all:
            return judge_choice(question, answer);
        case Question::Kind::number:
            return judge_number(question, answer);
        case Question::Kind::text:
            return judge_text(question, answer);
        case Question::Kind::open:
            break;
    }
    return {Outcome::unclear, {}};
}

// Blank items of a list say nothing.
Answer without_blanks(Answer answer) {
    answer.items.erase(std::remove_if(answer.items.begin(), answer.items.end(), is_blank_text),
                       answer.items.end());
    return answer;
}

CaseResult judge_one(const Question& question, const AnswerSheet& sheet) {
    CaseResult result = frame_of(question);
    Finding& finding = result.findings.front();
    const auto found = sheet.answers.find(question.id);
    const Answer answer = found == sheet.answers.end() ? Answer{} : without_blanks(found->second);
    const bool is_open = question.kind == Question::Kind::open;
    if (!answer.items.empty()) finding.got = shown_answer(answer);
    if (is_open) {
        const std::string what = !sheet.unreadable.empty() ? sheet.unreadable
                                 : !answer.is_readable     ? "What stands there is no text."
                                 : answer.items.empty()    ? "Nothing is answered."
                                                           : "It is answered.";
        leave_for_a_person(result, "A person reads this answer. " + what);
    } else if (!sheet.unreadable.empty()) {
        fail(result, question, Cause::missing,
             fmt::format("The answers can't be read: {}", sheet.unreadable));
    } else if (!answer.is_readable) {
        fail(result, question, Cause::wrong_content,
             fmt::format("{}:{}: one answer is expected here, as text or as a list, and nothing else.",
                         sheet.file, answer.line));
    } else if (answer.items.empty()) {
        fail(result, question, Cause::missing, "This question is not answered.");
    } else {
        const Judged judged = judge_answer(question, answer);
        const std::string reasons = fmt::format("{}", fmt::join(judged.reasons, "\n"));
        if (judged.outcome == Outcome::wrong) {
            fail(result, question, Cause::wrong_content, reasons);
            // Not to somebody who has not tried yet.
            if (question.reveal) finding.awaited = right_answer(question);
        }
        if (judged.outcome == Outcome::unclear)
            leave_for_a_person(result, "A person has to read this answer. " + reasons);
        if (judged.outcome == Outcome::right) {
            result.verdict = Verdict::passed;
            result.points = question.points;
            result.summary = "The answer is right.";
        }
    }
    return result;
}

}  // namespace

std::vector<std::string> ids_of(const std::vector<Question>& questions) {
    std::vector<std::string> ids;
    for (const Question& question : questions) ids.push_back(question.id);
    return ids;
}

std::vector<CaseResult> judge(const std::vector<Question>& questions, const AnswerSheet& sheet) {
    std::vector<CaseResult> results;
    for (const Question& question : questions) results.push_back(judge_one(question, sheet));
    return results;
}

std::vector<std::string> remarks_on(const std::vector<Question>& questions, const AnswerSheet& sheet) {
    std::vector<std::string> remarks = sheet.remarks;
    const std::vector<std::string> known = ids_of(questions);
    std::size_t unknown = 0;
    for (const auto& [id, answer] : sheet.answers) {
        if (std::find(known.begin(), known.end(), id) != known.end() || is_about_people(id)) continue;
        if (++unknown > kMostUnknown) continue;
        const std::string near = nearest_name(id, known);
        remarks.push_back(fmt::format("{}:{}: there is no question {}{}", sheet.file, answer.line,
                                      quote(id, 60),
                                      near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
    }
    if (unknown > kMostUnknown)
        remarks.push_back(
            fmt::format("{}: {} more names are no questions", sheet.file, unknown - kMostUnknown));
    return remarks;
}

}  // namespace sockgrade::questions
