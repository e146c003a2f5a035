// sockgrade merge RESULTS... --out FOLDER
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/store.hh"
#include "batch/working_copy.hh"
#include "cli/class_parts.hh"
#include "cli/class_results.hh"
#include "cli/commands/commands.hh"
#include "cli/output.hh"
#include "cli/settings.hh"

namespace sockgrade::cli {

namespace {

struct MergeOptions {
    std::vector<std::string> shards;  // their results
    std::string out;
    CountingOptions counting;
    bool partial = false;  // also where some are missing or not finished
    std::string scratch;   // a folder on a local disk, or "job"
    Success success = Success::passed;
};

void check_same(const batch::RunInfo& first, const batch::RunInfo& other, const MergeOptions& options,
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
void check_corrections(const batch::Store& store, const MergeOptions& options) {
    if (options.counting.overrides.empty() && std::filesystem::exists(store.folder() + "/overrides.csv"))
        throw UsageError(
            fmt::format("'{0}/overrides.csv' has grades that were corrected by hand: put those of all parts "
                        "into one file, and name it with --overrides",
                        store.folder()));
}

// The students of all, as if they had been handed in again: the same keys, in the order of the whole class.
std::vector<batch::Submission> students_of(std::vector<batch::Store>& stores) {
    std::map<std::string, batch::StudentRow> known;
    std::vector<std::pair<std::size_t, std::string>> order;
    for (batch::Store& store : stores) {
        for (batch::StudentRow& one : store.students()) {
            const auto [place, is_new] = known.try_emplace(one.key, one);
            if (!is_new && place->second.fingerprint != one.fingerprint)
                throw UsageError(fmt::format("'{}' has another hand-in of {} than the parts before it",
                                             store.folder(), quote(one.key, 80)));
            if (is_new) order.emplace_back(one.position, std::move(one.key));
        }
    }
    std::sort(order.begin(), order.end());
    std::vector<batch::Submission> students;
    for (const auto& [position, key] : order) {
        const batch::StudentRow& one = known.at(key);
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
    return students;
}

void check_parts(std::vector<batch::Store>& stores) {
    std::vector<batch::PartState> parts;
    for (batch::Store& store : stores) parts.push_back(state_of(store));
    const std::vector<std::string> problems = batch::problems_of(parts);
    if (problems.empty()) return;
    std::string text = "these are not all the parts of one class, each once and whole:";
    for (const std::string& one : problems) text += "\n  " + escape(one);
    throw UsageError(text + "\n--partial takes what is there");
}

// Complete or not there at all: a merge that was killed leaves nothing that looks like results.
void write_whole(std::vector<batch::Store>& stores, const batch::RunInfo& info, const MergeOptions& options,
                 reports::ClassSummary& summary) {
    const auto place =
        options.scratch.empty() ? batch::WorkingCopy::Place::beside : batch::WorkingCopy::Place::scratch;
    batch::WorkingCopy whole(options.out, false, place);
    {
        batch::Store merged = batch::Store::open(whole.folder(), true);
        merged.begin(info, stores.front().exercises(), students_of(stores));
        for (const batch::Store& store : stores) merged.add_results_of(store);
        summary = class_summary(merged, options.counting);
        write_summaries(whole.folder(), summary);
        write_class_page(whole.folder(), merged, summary, false);
    }
    whole.copy_back();
}

int merge(const MergeOptions& options) {
    if (!options.scratch.empty()) use_scratch(options.scratch);
    std::vector<batch::Store> stores;
    for (const std::string& folder : options.shards) stores.push_back(batch::Store::read(folder));
    if (!options.partial) check_parts(stores);
    auto info = stores.front().run_info();
    for (batch::Store& store : stores) {
        check_same(*info, *store.run_info(), options, store.folder());
        check_same_rules(stores.front(), store);
        check_corrections(store, options);
    }
    info->shard = {};
    if (!options.counting.overrides.empty())
        info->overrides = std::filesystem::absolute(options.counting.overrides).string();
    reports::ClassSummary summary;
    write_whole(stores, *info, options, summary);
    print(reports::class_text(summary, report_options({}).columns));
    return exit_status(summary, options.success);
}

}  // namespace

void add_merge(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<MergeOptions>();
    CLI::App* const command = app.add_subcommand("merge", "put the results of --shard together");
    command->add_option("RESULTS", options->shards, "the folders of the shards")->required();
    add_overrides(*command, options->counting.overrides)->description("grades corrected by hand");
    command->add_option("--out", options->out, "the folder for all of them")->required();
    command->add_flag(
        "--partial", options->partial,
        "take what is there: parts that are missing, not finished or there twice are no mistake");
    add_scratch(*command, options->scratch);
    add_exit_code(*command, options->success);
    command->callback([options, &line] { line.action = [options] { return merge(*options); }; });
}

}  // namespace sockgrade::cli
