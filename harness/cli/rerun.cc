#include "cli/rerun.hh"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/class_run.hh"
#include "batch/programs.hh"
#include "cli/class_grading.hh"
#include "cli/class_work.hh"

namespace sockgrade::cli {

namespace {

bool is_to_rerun(const batch::ResultRow& row, const batch::StudentRow& student, const std::string& wish) {
    if (wish == "failed") return row.verdict == "failed";
    if (wish == "inconclusive")
        return batch::is_unsure(row) || row.outcome == batch::Outcome::unclear ||
               row.outcome == batch::Outcome::refused;
    return is_wanted({wish}, student.key, student.id, student.name);
}

// Both may be meant; who means one hears how to say it.
void say_who_shares(const std::string& wish, const std::map<std::string, batch::StudentRow>& students,
                    const std::vector<batch::ResultRow>& rows) {
    std::set<std::string> ids;
    for (const batch::ResultRow& row : rows) {
        const batch::StudentRow& one = students.at(row.key);
        ids.insert(quote(one.id.empty() ? one.key : one.id, 60));
    }
    if (ids.size() < 2 || wish == "failed" || wish == "inconclusive") return;
    say(fmt::format("note: {} are called {}, and all of them are graded again; name one by {}\n", ids.size(),
                    quote(wish, 60), list_of(std::vector<std::string>(ids.begin(), ids.end()), "or")));
}

}  // namespace

void mark_for_rerun(batch::Store& store, const std::string& wish) {
    if (wish.empty()) return;
    std::map<std::string, batch::StudentRow> students;
    for (const batch::StudentRow& one : store.students()) students[one.key] = one;
    std::vector<batch::ResultRow> rows;
    for (const batch::ResultRow& row : store.results())
        if (is_to_rerun(row, students[row.key], wish)) rows.push_back(row);
    if (rows.empty() && wish != "failed" && wish != "inconclusive")
        throw UsageError(
            fmt::format("nothing is stored of a student {}; --rerun takes failed, inconclusive, or "
                        "a student by id or name",
                        quote(wish, 60)));
    say_who_shares(wish, students, rows);
    store.mark_to_do(rows);
}

void mark_other_choices(batch::Store& store, const batch::RunInfo& stored, const batch::Work& work,
                        const batch::Class& all) {
    if (stored.fingerprint == fingerprint_of(work)) return;
    std::map<std::pair<std::string, std::string>, batch::ResultRow> rows;
    for (batch::ResultRow& row : store.results()) {
        const std::pair<std::string, std::string> place{row.key, row.exercise};
        rows.emplace(place, std::move(row));
    }
    std::vector<batch::ResultRow> other;
    for (const batch::Submission& one : all.submissions)
        for (const batch::Part& part : work.parts) {
            const auto found = rows.find({one.key, part.spec.exercise});
            if (found != rows.end() && batch::chooses_otherwise(work, part, one, found->second))
                other.push_back(found->second);
        }
    store.mark_to_do(other);
    say(fmt::format("the patterns have changed, and with them the file of {}\n",
                    count_of(other.size(), "result")));
}

}  // namespace sockgrade::cli
