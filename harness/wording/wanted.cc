#include "wording/wanted.hh"

#include <algorithm>

#include "base/pattern.hh"
#include "wording/reports.hh"
#include "wording/statement.hh"
#include "wording/tokens.hh"

namespace sockgrade::wording {

namespace {

constexpr std::string_view kSays = "says: ";
constexpr std::string_view kReports = "reports of ";

struct WantedReports {
    std::vector<std::string> kinds;
    std::vector<Report> due;
};

WantedReports reports_of(std::string_view wanted) {
    wanted.remove_prefix(kReports.size());
    const std::size_t colon = std::min(wanted.find(": "), wanted.size());
    WantedReports reports;
    for (const Token& token : tokens_of(wanted.substr(0, colon))) reports.kinds.push_back(token.text);
    reports.due = reports_in(reports.kinds, wanted.substr(colon));
    return reports;
}

}  // namespace

std::string wanted_sentence(const std::string& sentence) { return std::string(kSays) + sentence; }

std::string wanted_reports(const std::vector<std::string>& kinds, const std::string& reports) {
    std::string wanted(kReports);
    for (const std::string& kind : kinds) wanted += (&kind == &kinds.front() ? "" : " ") + kind;
    return wanted + ": " + reports;
}

bool is_about_reports(const std::string& wanted) { return wanted.starts_with(kReports); }

std::size_t times_printed(const std::string& wanted, std::string_view output) {
    if (wanted.starts_with(kSays)) return says(wanted.substr(kSays.size()), output) ? 1 : 0;
    if (!is_about_reports(wanted)) return count_matches(wanted, without_colours(output));
    const WantedReports reports = reports_of(wanted);
    return are_all_reports(reports.due, reports_in(reports.kinds, output)) ? 1 : 0;
}

bool reports_too_much(const std::string& wanted, std::string_view output) {
    if (!is_about_reports(wanted)) return false;
    WantedReports reports = reports_of(wanted);
    std::vector<Report> got = reports_in(reports.kinds, output);
    std::sort(reports.due.begin(), reports.due.end());
    std::sort(got.begin(), got.end());
    return !std::includes(reports.due.begin(), reports.due.end(), got.begin(), got.end());
}

}  // namespace sockgrade::wording
