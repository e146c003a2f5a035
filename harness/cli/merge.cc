// sockgrade merge RESULTS... --out FOLDER
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <utility>

#include "base/error.hh"
#include "batch/store.hh"
#include "cli/class_results.hh"
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

// What reports count with may change from run to run, and has to be one for all.
void check_same_rules(batch::Store& first, batch::Store& other) {
    const batch::RunInfo ours = *first.run_info();
    const batch::RunInfo theirs = *other.run_info();
    const auto as_text = [](batch::Store& store, const batch::RunInfo& info) {
        std::string text =
            fmt::format("{} {} {}", info.leaves_out_missing, info.late ? info.late->percent_a_day : 0,
                        info.late ? info.late->free_days : 0);
        for (const batch::ExerciseRow& one : store.exercises())
            text += fmt::format(" {} {}", one.points.value_or(-1), one.due ? to_string(*one.due) : "");
        return text;
    };
    if (as_text(first, ours) != as_text(other, theirs))
        throw UsageError(
            fmt::format("'{}' and '{}' count points in another way (points, due, late or missing of the "
                        "assignment): run both with the same one and --resume, which grades nothing again",
                        first.folder(), other.folder()));
}

// Corrections in one of the parts would be lost.
void check_corrections(const batch::Store& store, const Options& options) {
    if (options.overrides.empty() && std::filesystem::exists(store.folder() + "/overrides.csv"))
        throw UsageError(
            fmt::format("'{0}/overrides.csv' has grades that were corrected by hand: put those of all parts "
                        "into one file, and name it with --overrides",
                        store.folder()));
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
            if (!is_new) continue;
            students.push_back({one.key,
                                one.id,
                                one.name,
                                one.late,
                                {},
                                one.fingerprint,
                                one.participant,
                                {},
                                one.handed_in,
                                one.entry});
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
    auto info = stores.front().run_info();
    for (batch::Store& store : stores) {
        check_same(*info, *store.run_info(), options, store.folder());
        check_same_rules(stores.front(), store);
        check_corrections(store, options);
    }
    if (!options.overrides.empty()) info->overrides = std::filesystem::absolute(options.overrides).string();
    const std::vector<batch::Submission> students = students_of(stores);
    batch::Store merged = batch::Store::open(options.out, false);
    merged.begin(*info, stores.front().exercises(), students);
    std::map<std::pair<std::string, std::string>, std::int64_t> copied;
    for (batch::Store& store : stores) {
        copy_results(store, merged, copied);
        for (const batch::MeetingRow& row : store.meetings()) merged.put_meeting(row);
    }
    const reports::ClassSummary summary = class_summary(merged, options);
    write_all({[&] { write_summaries(options.out, summary); },
               [&] { write_class_page(options.out, merged, summary, false); },
               [&] { print(reports::class_text(summary, report_options(options).columns)); }});
    return exit_status(summary);
}

}  // namespace sockgrade::cli
