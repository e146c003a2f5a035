// sockgrade check ASSIGNMENT.yaml HAND-IN
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/class_run.hh"
#include "batch/store.hh"
#include "cli/class_results.hh"
#include "cli/class_work.hh"
#include "cli/commands/check.hh"
#include "cli/feedback.hh"
#include "cli/output.hh"
#include "cli/seed.hh"
#include "cli/settings.hh"
#include "system/temporary_folder.hh"
#include "system/temporary_place.hh"

namespace sockgrade::cli {

namespace {

namespace fs = std::filesystem;

void refuse_what_looks_at_one_exercise(const CheckOptions& options) {
    const bool looks_at_one =
        !options.case_id.empty() || options.shrink || !options.only.empty() || options.first ||
        options.watch || options.dry_run || !options.transcripts.empty() || !options.capture.empty() ||
        !options.spec.empty() || !options.by_role.empty() || options.arguments.has_value();
    if (looks_at_one)
        throw UsageError(
            "of an assignment all exercises are checked: name one of them in its place for --case, --shrink, "
            "--first, --watch, --dry-run, --transcripts, --capture, --spec, the programs of a pair, and "
            "arguments behind `--`");
    if (options.program.empty()) throw UsageError("PROGRAM is required: the folder with what was handed in");
    if (!fs::exists(options.program)) throw UsageError(fmt::format("'{}' is not there", options.program));
}

void keep_only(batch::Work& work, const std::string& exercise) {
    if (exercise.empty()) return;
    std::vector<std::string> names;
    for (const batch::Part& part : work.parts) names.push_back(part.spec.exercise);
    std::erase_if(work.parts, [&](const batch::Part& part) { return part.spec.exercise != exercise; });
    if (work.parts.empty())
        throw UsageError(
            fmt::format("{} has no exercise {}; it has {}", work.name, quote(exercise, 60), list_of(names)));
}

batch::Submission hand_in_of(const CheckOptions& options) {
    const fs::path path = fs::absolute(options.program).lexically_normal();
    const fs::path name = path.has_filename() ? path.filename() : path.parent_path().filename();
    batch::Submission one;
    one.key = name.empty() ? "hand-in" : name.string();
    one.files.push_back({path.string(), fs::is_directory(path) ? "" : name.string()});
    one.fingerprint = "here";
    return one;
}

}  // namespace

int check_assignment(const CheckOptions& options) {
    report_options(options.output);  // a format that can't be written is said before anything runs
    refuse_what_looks_at_one_exercise(options);
    batch::Work work = class_work(options.exercise, options.running);
    keep_only(work, options.only_exercise);
    system::use_temporary_place();
    work.how.runs = run_options(options.running);
    work.sandbox = build_sandbox(options.running);
    work.how.seed = options.running.seed.value_or(random_seed());

    const system::TemporaryFolder place("sockgrade-check");
    batch::Store store = batch::Store::open(place.path() + "/results", false);
    batch::Class all;
    all.submissions.push_back(hand_in_of(options));
    store.begin(run_info_of(work), exercise_rows(work), all.submissions);
    batch::ClassRun how;
    how.jobs = work.how.runs.jobs;
    how.stored = [](const batch::ResultRow&) {};
    how.again = [](std::size_t) {};
    batch::run_class(store, work, batch::tasks_of(work, all, {}), how);

    const reports::ClassSummary summary = class_summary(store, {});
    write_student_report(store, options.output, summary, store.students().front());
    return exit_status(summary, Success::passed);
}

}  // namespace sockgrade::cli
