// sockgrade compare OLD NEW
#include <fmt/format.h>

#include <utility>

#include "base/error.hh"
#include "batch/store.hh"
#include "cli/class_results.hh"
#include "cli/commands.hh"
#include "cli/output.hh"
#include "reports/class_changes.hh"

namespace sockgrade::cli {

namespace {

reports::ClassGrades grades_in(const std::string& folder, const Options& options) {
    batch::Store store = batch::Store::read(folder);
    reports::ClassGrades grades;
    for (reports::ClassLine& line : class_summary(store, options).lines) {
        const std::pair<std::string, std::string> place{line.submission, line.exercise};
        grades[place].line = std::move(line);
    }
    for (const batch::ResultRow& row : store.results()) {
        const auto found = grades.find({row.key, row.exercise});
        if (found == grades.end()) continue;
        found->second.hand_in = row.fingerprint;
        found->second.spec = row.spec_fingerprint;
    }
    return grades;
}

}  // namespace

int compare(const Options& options) {
    const reports::ClassChanges changes =
        reports::changes_of(grades_in(options.saved, options), grades_in(options.out, options));
    if (options.format == "csv")
        write_report(options, reports::changes_csv(changes));
    else if (options.format == "html")
        write_report(options, reports::changes_page(changes));
    else if (options.format == "text")
        write_report(options, reports::changes_text(changes));
    else
        throw UsageError(
            fmt::format("what changed is written as text, csv or html, not as {}", options.format));
    return changes.changes.empty() ? 0 : 1;
}

}  // namespace sockgrade::cli
