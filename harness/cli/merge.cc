// sockgrade merge RESULTS... --out FOLDER
#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/error.hh"
#include "batch/store.hh"
#include "cli/class_work.hh"
#include "cli/commands.hh"
#include "cli/output.hh"

namespace sockgrade::cli {

namespace {

void check_same(const batch::RunInfo& first, const batch::RunInfo& other, const Options& options,
                const std::string& folder) {
    if (first.fingerprint != other.fingerprint || first.seed != other.seed)
        throw UsageError(fmt::format(
            "'{}' and '{}' are not parts of one run: the assignment, a spec, the way of running or the seed "
            "is another",
            options.shards.front(), folder));
}

// The students of all, as if they had been handed in again: the same keys, in the same order.
std::vector<batch::Submission> students_of(std::vector<batch::Store>& stores) {
    std::vector<batch::Submission> students;
    std::map<std::string, std::string> fingerprints;
    for (batch::Store& store : stores) {
        for (const batch::StudentRow& one : store.students()) {
            const auto [known, is_new] = fingerprints.try_emplace(one.key, one.fingerprint);
            if (!is_new && known->second != one.fingerprint)
                throw UsageError(fmt::format("'{}' has another hand-in of {} than the parts before it",
                                             store.folder(), one.key));
            if (is_new) students.push_back({one.key, one.id, one.name, one.late, {}, one.fingerprint});
        }
    }
    return students;
}

// Of a result that several parts have, the one that is of later.
void copy_results(batch::Store& from, batch::Store& to,
                  std::map<std::pair<std::string, std::string>, std::int64_t>& copied) {
    for (const batch::ResultRow& row : from.results()) {
        const auto [known, is_new] = copied.try_emplace({row.key, row.exercise}, row.ended_at_ms);
        if (!is_new && known->second >= row.ended_at_ms) continue;
        known->second = row.ended_at_ms;
        to.put(row, from.result(row.key, row.exercise));
    }
}

}  // namespace

int merge(const Options& options) {
    std::vector<batch::Store> stores;
    for (const std::string& folder : options.shards) stores.push_back(batch::Store::read(folder));
    const auto info = stores.front().run_info();
    for (batch::Store& store : stores) check_same(*info, *store.run_info(), options, store.folder());
    const std::vector<batch::Submission> students = students_of(stores);
    batch::Store merged = batch::Store::open(options.out, false);
    merged.begin(*info, stores.front().exercises(), students);
    std::map<std::pair<std::string, std::string>, std::int64_t> copied;
    for (batch::Store& store : stores) {
        copy_results(store, merged, copied);
        for (const batch::MeetingRow& row : store.meetings()) merged.put_meeting(row);
    }
    const reports::ClassSummary summary = class_summary(merged);
    write_all({[&] { write_summaries(options.out, summary); },
               [&] { print(reports::class_text(summary, report_options(options).columns)); }});
    return exit_status(summary);
}

}  // namespace sockgrade::cli
