// sockgrade compare OLD NEW
#include <utility>

#include "batch/store.hh"
#include "cli/class_work.hh"
#include "cli/commands.hh"
#include "cli/output.hh"
#include "reports/class_changes.hh"

namespace sockgrade::cli {

namespace {

reports::ClassGrades grades_in(const std::string& folder) {
    batch::Store store = batch::Store::read(folder);
    reports::ClassGrades grades;
    for (reports::ClassLine& line : class_summary(store).lines) {
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
        reports::changes_of(grades_in(options.saved), grades_in(options.out));
    print(changes.text);
    return changes.changed == 0 ? 0 : 1;
}

}  // namespace sockgrade::cli
