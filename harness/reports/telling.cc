#include "reports/telling.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

using model::CaseResult;
using model::Level;
using model::Verdict;

constexpr std::size_t kMostAdvice = 300;
constexpr std::size_t kMostWhy = 200;

bool same(const model::Finding& a, const model::Finding& b) {
    return a.requirement == b.requirement && a.status == b.status && a.awaited == b.awaited &&
           a.got == b.got && a.detail == b.detail;
}

bool is_unanswered(const CaseResult& one) {
    return !one.question.empty() && !one.findings.empty() &&
           std::all_of(one.findings.begin(), one.findings.end(),
                       [](const auto& finding) { return finding.got.empty(); });
}

// Only of what was never run: what happened in a case is its own.
bool same_reason(const CaseResult& a, const CaseResult& b) {
    if (is_unanswered(a) && is_unanswered(b) && a.level == b.level && a.summary == b.summary) return true;
    return a.transcripts.empty() && b.transcripts.empty() && a.summary == b.summary && a.hint == b.hint &&
           a.is_hidden == b.is_hidden && !a.findings.empty() &&
           std::equal(a.findings.begin(), a.findings.end(), b.findings.begin(), b.findings.end(), same) &&
           std::equal(
               a.diagnoses.begin(), a.diagnoses.end(), b.diagnoses.begin(), b.diagnoses.end(),
               [](const auto& x, const auto& y) { return x.message == y.message && x.hint == y.hint; });
}

// Where the last sentence ends that has room in `most`. What is quoted is somebody else's text, and dots
// stand in the middle of it: "begins so" ... 90 bytes more ... "ends so".
std::size_t end_of_a_sentence(std::string_view line, std::size_t most) {
    std::size_t end = std::string_view::npos;
    bool is_quoted = false;
    for (std::size_t at = 0; at + 1 < line.size() && at < most; ++at) {
        if (line[at] == '"' && (at == 0 || line[at - 1] != '\\')) is_quoted = !is_quoted;
        const bool is_dot = line[at] == '.' && line[at + 1] == ' ' && (at == 0 || line[at - 1] != '.');
        if (is_dot && !is_quoted) end = at;
    }
    return end;
}

// Instructors see of a hidden case what they see of others.
bool is_kept_from_student(const CaseResult& one) {
    return one.is_hidden && one.findings.empty() && one.transcripts.empty();
}

// Its first sentences, as many as there is room for; else its beginning.
std::string beginning_of(const std::string& text, std::size_t most) {
    const std::string line = one_line(text, text.size() * 8 + most);
    if (line.size() <= most) return line;
    const std::size_t end = end_of_a_sentence(line, most);
    return end != std::string::npos && end > most / 4 ? line.substr(0, end + 1) : one_line(text, most);
}

// "Not met: The reply is whole (missing)." says that the reply is whole.
bool says(std::string_view summary, std::string_view requirement) {
    while (requirement.ends_with('.')) requirement.remove_suffix(1);
    return !requirement.empty() && summary.find(requirement) != std::string_view::npos;
}

}  // namespace

std::string Failure::ids() const {
    std::vector<std::string> ids;
    ids.reserve(cases.size());
    for (const CaseResult* one : cases) ids.push_back(one->id);
    return list_of(ids);
}

bool Failure::is_must() const {
    return std::any_of(cases.begin(), cases.end(), [](const auto* one) { return one->level == Level::must; });
}

const Failure* Telling::told_elsewhere(const CaseResult& one) const {
    for (const Failure& failure : failures)
        if (std::find(failure.cases.begin() + 1, failure.cases.end(), &one) != failure.cases.end())
            return &failure;
    return nullptr;
}

Telling telling_of(const model::Result& result) {
    Telling telling;
    for (const CaseResult& one : result.cases) {
        if (one.verdict == Verdict::skipped) telling.skipped.push_back(&one);
        if (one.verdict != Verdict::failed) continue;
        const auto known =
            std::find_if(telling.failures.begin(), telling.failures.end(),
                         [&](const Failure& before) { return same_reason(before.first(), one); });
        if (known != telling.failures.end())
            known->cases.push_back(&one);
        else
            telling.failures.push_back({{&one}});
    }
    // Of a case that is kept from the student nothing can be learned.
    std::stable_partition(telling.failures.begin(), telling.failures.end(),
                          [](const Failure& failure) { return !is_kept_from_student(failure.first()); });
    std::stable_partition(telling.failures.begin(), telling.failures.end(),
                          [](const Failure& failure) { return failure.is_must(); });
    // A `should` case that was asked for by itself decides, too.
    telling.has_failed = !telling.failures.empty() && result.verdict == Verdict::failed;
    return telling;
}

std::string skipped_in_words(const std::vector<const CaseResult*>& skipped) {
    if (skipped.empty()) return "";
    const std::string who = skipped.size() == 1 ? one_line(skipped.front()->id) + " was"
                                                : count_of(skipped.size(), "case", "cases") + " were";
    const bool is_one_reason = std::all_of(skipped.begin(), skipped.end(), [&](const CaseResult* one) {
        return one->summary == skipped.front()->summary;
    });
    const std::string reason = is_one_reason ? one_line(skipped.front()->summary) : "";
    return fmt::format("{} not run{}{}", who, reason.empty() ? "" : ": ", reason);
}

std::string lead_of(const CaseResult& result) {
    // Of a pair it says whose fault it is, which no finding does.
    if (!result.blamed.empty()) return result.summary;
    bool told = !result.question.empty() && !result.findings.empty();
    for (const model::Finding& finding : result.findings)
        told |= finding.detail == result.summary || finding.got == result.summary ||
                says(result.summary, finding.requirement);
    return told ? "" : result.summary;
}

std::string short_reason(const CaseResult& result) {
    if (result.question.empty() && !result.diagnoses.empty())
        return beginning_of(result.diagnoses.front().message, kMostWhy);
    return beginning_of(reason_of(result), kMostWhy);
}

std::string advice_of(const CaseResult& result) {
    for (const model::Diagnosis& one : result.diagnoses)
        if (!one.hint.empty()) return beginning_of(one.hint, kMostAdvice);
    if (is_kept_from_student(result)) return "What it does is not shown: ask your instructor.";
    return result.hint.empty() ? short_reason(result) : beginning_of(result.hint, kMostAdvice);
}

std::string reason_and_advice_of(const CaseResult& result) {
    const std::string reason = short_reason(result);
    const std::string advice = advice_of(result);
    return advice == reason ? reason : reason + " " + advice;
}

}  // namespace sockgrade::reports
