#include "reports/wording.hh"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/columns.hh"
#include "base/text.hh"
#include "reports/orders.hh"
#include "reports/page.hh"

namespace sockgrade::reports {

using model::Verdict;

std::string one_line(std::string_view text, std::size_t most) {
    // Nothing gets shorter by being written out, so that what lies far behind the cut need not be looked at.
    constexpr std::size_t kLongestLetter = 8;
    const std::string line = without_orders(plain_line(text.substr(0, most + kLongestLetter)));
    if (line.size() <= most) return line;
    constexpr std::string_view kCut = "...";
    std::size_t size = 0;
    for (const std::string_view unit : units_of(line)) {
        if (size + unit.size() + kCut.size() > most) break;
        size += unit.size();
    }
    return line.substr(0, size).append(kCut);
}

std::string heading_of(const model::CaseResult& result) {
    return one_line(fmt::format("{}: {}", result.id, result.title));
}

std::string reason_of(const model::CaseResult& result) {
    if (result.verdict == Verdict::passed) return "";
    if (!result.summary.empty()) return one_line(result.summary);
    if (result.verdict == Verdict::inconclusive) return std::string(kNobodysFault);
    for (const model::Finding& finding : result.findings)
        if (finding.status == model::Finding::Status::not_met)
            return one_line("Not met: " + finding.requirement);
    return to_string(result.verdict);
}

std::vector<std::string> brief_of(const model::CaseResult& result) {
    std::vector<std::string> lines;
    std::vector<std::string> said;
    const auto add = [&](std::string_view label, const std::string& text) {
        const std::string line = one_line(text);
        // The reason often is what came, too.
        if (line.empty() || std::find(said.begin(), said.end(), line) != said.end()) return;
        said.push_back(line);
        lines.push_back(fmt::format("{}{}", label, line));
    };
    if (result.verdict != Verdict::failed) {
        add("", reason_of(result));
        return lines;
    }
    for (const model::Diagnosis& diagnosis : result.diagnoses) {
        add("why: ", diagnosis.message);
        add("hint: ", diagnosis.hint);
    }
    add("hint: ", result.hint);
    add("", reason_of(result));
    for (const model::Finding& finding : result.findings) {
        if (finding.status != model::Finding::Status::not_met) continue;
        add("awaited: ", finding.awaited);
        add("got: ", finding.got);
        break;
    }
    return lines;
}

bool judged(const model::CaseResult& result) {
    return result.verdict != Verdict::inconclusive && result.verdict != Verdict::unsupported;
}

std::string score_of(const model::Result& result) {
    int all = 0;
    int open = 0;
    int for_a_person = 0;
    for (const model::CaseResult& one : result.cases) {
        all += one.max_points;
        if (!judged(one)) (one.for_a_person ? for_a_person : open) += one.max_points;
    }
    std::string text = fmt::format("{} of {} {}", result.score, result.max_score,
                                   result.max_score == 1 ? "point" : "points");
    if (open > 0)
        text += fmt::format(", {} {} not judged", open, all == result.max_score ? "of them" : "more");
    if (for_a_person > 0)
        text += fmt::format(", {} {} for a person to give", for_a_person,
                            all == result.max_score ? "of them" : "more");
    return text;
}

std::string title_of(const model::Result& result) {
    return one_line(result.title.empty() ? result.exercise : result.title);
}

std::string seconds_of(std::int64_t milliseconds) {
    const std::int64_t known = std::max<std::int64_t>(milliseconds, 0);
    return fmt::format("{}.{:03}", known / 1000, known % 1000);
}

std::string utc_of(std::int64_t unix_ms) {
    const std::chrono::sys_seconds second{
        std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds(unix_ms))};
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(second.time_since_epoch().count()));
}

}  // namespace sockgrade::reports
