// sockgrade batch ASSIGNMENT SUBMISSIONS --out FOLDER
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "base/error.hh"
#include "base/shell_word.hh"
#include "base/text.hh"
#include "batch/class_run.hh"
#include "batch/roster.hh"
#include "batch/working_copy.hh"
#include "cli/class_grading.hh"
#include "cli/class_results.hh"
#include "cli/class_work.hh"
#include "cli/commands/commands.hh"
#include "cli/output.hh"
#include "cli/rerun.hh"
#include "cli/seed.hh"
#include "cli/settings.hh"
#include "cli/shard.hh"
#include "reports/wording.hh"
#include "system/interruption.hh"
#include "system/system_error.hh"
#include "system/temporary_place.hh"

namespace sockgrade::cli {

namespace {

struct BatchOptions {
    std::string assignment;  // or an exercise
    std::string submissions;
    std::string out;
    std::vector<std::string> words;  // the command line
    std::string roster;
    std::string times;  // a table that says when each hand-in came
    CountingOptions counting;
    bool resume = false;
    std::vector<std::string> students;  // only these
    std::string rerun;                  // failed, inconclusive or a student
    bool matrix = false;                // of pairs: everybody with everybody
    std::string shard;                  // k/n: the k-th of n parts of the class
    std::string scratch;                // a folder on a local disk, or "job"
    Success success = Success::passed;
    RunningOptions running;
};

// Most of a case's time is spent in waits and in programs that start: more workers than processors.
constexpr std::size_t kWorkersForEachProcessor = 2;

std::string command_to_resume(const BatchOptions& options) {
    std::string command = "sockgrade";
    for (std::size_t i = 1; i < options.words.size(); ++i) {
        const std::string& word = options.words[i];
        // What was marked to be done again stays marked.
        if (word == "--rerun") {
            ++i;
        } else if (word != "--resume" && !word.starts_with("--rerun=")) {
            command += " " + shell_word(word);
        }
    }
    return command + " --resume";
}

void check_run(const batch::RunInfo& stored, const batch::Work& work, const BatchOptions& options) {
    const auto without_choice = [](const std::string& fingerprint) {
        return fingerprint.substr(0, fingerprint.find('-'));
    };
    if (without_choice(stored.fingerprint) != without_choice(fingerprint_of(work)))
        throw UsageError(
            fmt::format("the results in '{}' are of {}, graded in another way: its exercises, their specs or "
                        "what it asks have changed since; grade into another folder",
                        options.out, stored.assignment));
    const Shard asked = shard_of(options.shard);
    if (stored.shard != asked)
        throw UsageError(fmt::format(
            "the results in '{}' are of {} of a class: {}", options.out,
            stored.shard.of == 1 ? "the whole"
                                 : fmt::format("part {} of {}", stored.shard.number, stored.shard.of),
            stored.shard.of == 1 ? "leave --shard out, or grade into another folder"
                                 : fmt::format("say --shard {}/{}", stored.shard.number, stored.shard.of)));
    if (options.running.seed && *options.running.seed != stored.seed && options.rerun.empty())
        throw UsageError(fmt::format(
            "the results in '{}' have the seed {}; leave --seed out to go on with them, or say with --rerun "
            "what is graded again with another one",
            options.out, stored.seed));
}

// Who is in which part goes by the place in the class.
void check_class(const batch::RunInfo& stored, const batch::Class& all, const BatchOptions& options) {
    if (stored.shard.of == 1 || stored.class_fingerprint == batch::fingerprint_of_class(all.submissions))
        return;
    throw UsageError(fmt::format(
        "'{}' is a part of a class of {}, and now there are {}, or others: parts are of one class. Merge "
        "what is there, and grade who came later with `sockgrade batch --resume` on the whole",
        options.out, count_of(stored.class_size, "student"), all.submissions.size()));
}

// Those of --only and --shard.
class Wanted {
  public:
    Wanted(const batch::Class& all, const BatchOptions& options)
        : all_(all), options_(options), shard_(shard_of(options.shard)) {
        if (!options.students.empty() && std::none_of(all.submissions.begin(), all.submissions.end(),
                                                      [&](const auto& one) { return is_named(one); }))
            throw UsageError(fmt::format("nobody in '{}' is called {}", options.submissions,
                                         list_of(options.students, "or")));
    }

    bool has(const batch::Submission& one) const {
        return shard_.has(static_cast<std::size_t>(&one - all_.submissions.data())) && is_named(one);
    }
    bool has(const std::string& key) const {
        return std::any_of(all_.submissions.begin(), all_.submissions.end(),
                           [&](const batch::Submission& one) { return one.key == key && has(one); });
    }

  private:
    bool is_named(const batch::Submission& one) const {
        return is_wanted(options_.students, one.key, one.id, one.name);
    }

    const batch::Class& all_;
    const BatchOptions& options_;
    Shard shard_;
};

batch::Tasks wanted_tasks(batch::Store& store, const batch::Work& work, const batch::Class& all,
                          const Wanted& wanted) {
    const auto is_unwanted = [&](const batch::Task& task) { return !wanted.has(*task.submission); };
    batch::Tasks tasks = batch::tasks_of(work, all, store.results());
    std::erase_if(tasks.side_by_side, is_unwanted);
    std::erase_if(tasks.alone, is_unwanted);
    return tasks;
}

// Who is asked for alone hears nothing about others.
void say_notes(const batch::Class& all, const Wanted& wanted, const BatchOptions& options) {
    if (options.students.empty())
        for (const std::string& note : all.notes) say("note: " + note + "\n");
    for (const batch::OwnNote& note : all.own_notes)
        if (wanted.has(note.key)) say("note: " + note.text + "\n");
}

// Last, and counted: there may be as many of them as students.
void say_who_fits_nobody(const batch::Class& all, const Wanted& wanted) {
    constexpr std::size_t kMostNamed = 20;
    std::vector<std::string> names;
    std::size_t count = 0;
    for (const std::string& key : all.nobodys) {
        if (!wanted.has(key)) continue;
        if (++count <= kMostNamed) names.push_back(quote(key, 80));
    }
    if (count == 0) return;
    if (count > names.size()) names.push_back(fmt::format("{} more", count - names.size()));
    say(fmt::format("note: {} {} nobody on the class list: {}\n", count_of(count, "hand-in"),
                    count == 1 ? "fits" : "fit", list_of(names)));
}

std::string stored_so_far(batch::Store& store, const BatchOptions& options) {
    std::size_t done = 0;
    for (const batch::ResultRow& row : store.results())
        if (!row.to_do) ++done;
    return fmt::format("{} of {} results are stored in '{}'", done,
                       store.students().size() * store.exercises().size(), options.out);
}

// What is on the disk is all there, whatever the system refused us.
[[noreturn]] void stop_for(batch::Store& store, const system::SystemError& error,
                           const BatchOptions& options) {
    const bool is_full = error.error_number() == ENOSPC || error.error_number() == EDQUOT;
    throw std::runtime_error(fmt::format(
        "{}{}. {}. {}, and go on with:\n{}", is_full ? "the disk is full: " : "", error.what(),
        stored_so_far(store, options), is_full ? "Make room" : "See to that", command_to_resume(options)));
}

// What the command line asks for that can't be done.
void check_options(const BatchOptions& options) {
    const Shard shard = shard_of(options.shard);
    if (shard.of > 1 && !options.running.seed)
        throw UsageError("--shard takes --seed as well: all parts of a class get the same");
    if (shard.of > 1 && options.matrix)
        throw UsageError(
            "--matrix takes the whole class: run it with --resume on what `sockgrade merge` made");
}

batch::Class hand_ins_of(const BatchOptions& options) {
    std::vector<batch::RosterEntry> roster;
    std::vector<batch::RosterEntry> times;
    if (!options.roster.empty()) roster = batch::read_roster(read_file(options.roster), options.roster);
    if (!options.times.empty()) times = batch::read_times(read_file(options.times), options.times);
    return batch::find_submissions(options.submissions, roster, times, shard_of(options.shard));
}

std::string size_of_class(const batch::Class& all, const BatchOptions& options) {
    const Shard shard = shard_of(options.shard);
    if (shard.of == 1) return count_of(all.submissions.size(), "student");
    std::size_t own = 0;
    for (std::size_t i = 0; i < all.submissions.size(); ++i)
        if (shard.has(i)) ++own;
    return fmt::format("part {} of {}: {} of {}", shard.number, shard.of, own,
                       count_of(all.submissions.size(), "student"));
}

void grade_class(batch::Store& store, const batch::Work& work, const batch::Class& all,
                 const BatchOptions& options, Keeper& keeper) {
    mark_for_rerun(store, options.rerun);
    const Wanted wanted(all, options);
    const batch::Tasks tasks = wanted_tasks(store, work, all, wanted);
    // Corrections that can't be read are said before anything runs.
    class_summary(store, options.counting);
    say_notes(all, wanted, options);
    // A seed that nobody asked for is told when no program can use it any more.
    say(fmt::format("{}, {}; {} to do{}\n", size_of_class(all, options),
                    count_of(work.parts.size(), "exercise"), tasks.side_by_side.size() + tasks.alone.size(),
                    options.running.seed ? fmt::format(", seed {}", work.how.seed) : ""));
    std::size_t jobs =
        options.running.jobs != 0 ? options.running.jobs : work.how.runs.jobs * kWorkersForEachProcessor;
    // Without a world for each, programs with the same port written in would fight for it.
    if (!sandbox::has_own_world(work.how.runs.place.level)) jobs = 1;
    run_tasks(store, work, tasks, jobs, keeper, options.counting);
    if (options.matrix) run_matrix(store, work, all, options.students, jobs);
    if (!options.running.seed) say(fmt::format("seed {}\n", work.how.seed));
}

batch::RunInfo run_info(const batch::Work& work, const BatchOptions& options) {
    batch::RunInfo info = run_info_of(work);
    info.submissions = options.submissions;
    info.shard = shard_of(options.shard);
    if (!options.counting.overrides.empty())
        info.overrides = std::filesystem::absolute(options.counting.overrides).string();
    return info;
}

// Where the results are kept, or a copy that is worked on.
std::unique_ptr<batch::WorkingCopy> working_copy(const BatchOptions& options) {
    if (options.scratch.empty()) return nullptr;
    auto copy = std::make_unique<batch::WorkingCopy>(options.out, options.resume || !options.rerun.empty(),
                                                     batch::WorkingCopy::Place::scratch);
    if (!copy->is_locked())
        say(fmt::format(
            "note: '{}' lies on a file system without locks: see to it that nobody else writes there\n",
            options.out));
    return copy;
}

int batch(const BatchOptions& options) {
    check_options(options);
    batch::Work work = class_work(options.assignment, options.running);
    if (options.matrix && std::none_of(work.parts.begin(), work.parts.end(),
                                       [](const auto& part) { return part.spec.is_pair(); }))
        throw UsageError(fmt::format(
            "--matrix is for pairs, and {} has none: name a pair, such as pair-tcp-message", work.name));
    if (!options.scratch.empty())
        use_scratch(options.scratch);
    else
        system::use_temporary_place();
    const batch::Class all = hand_ins_of(options);
    work.how.runs = run_options(options.running);
    work.sandbox = build_sandbox(options.running);

    const std::unique_ptr<batch::WorkingCopy> copy = working_copy(options);
    Keeper keeper(copy.get());
    batch::Store store = copy ? batch::Store::open(copy->folder(), true)
                              : batch::Store::open(options.out, options.resume || !options.rerun.empty());
    const auto stored = store.run_info();
    if (stored) {
        check_run(*stored, work, options);
        check_class(*stored, all, options);
        mark_other_choices(store, *stored, work, all);
    }
    work.how.seed = options.running.seed.value_or(stored ? stored->seed : random_seed());
    try {
        store.begin(run_info(work, options), exercise_rows(work), all.submissions, !options.roster.empty());
        grade_class(store, work, all, options, keeper);
    } catch (const system::SystemError& error) {
        keeper.keep();
        stop_for(store, error, options);
    } catch (const system::Interrupted&) {
        keeper.keep();
        say(fmt::format("\n{}. Go on with:\n{}\n", stored_so_far(store, options),
                        command_to_resume(options)));
        throw;
    } catch (...) {
        keeper.keep();
        throw;
    }
    const reports::ClassSummary summary = class_summary(store, options.counting);
    write_all({[&] { write_summaries(store.folder(), summary); },
               [&] { write_class_page(store.folder(), store, summary, false); }, [&] { keeper.keep(); },
               [&] { print(reports::class_text(summary, report_options({}).columns)); },
               [&] {
                   if (options.matrix)
                       for (const auto& matrix : meeting_matrices(store))
                           print("\n" + reports::matrix_text(matrix, report_options({}).columns));
               }});
    say_who_fits_nobody(all, Wanted(all, options));
    say(reports::next_steps(summary, options.out));
    return exit_status(summary, options.success);
}

}  // namespace

void add_batch(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<BatchOptions>();
    CLI::App* const command = app.add_subcommand("batch", "grade a class");
    command->add_option("ASSIGNMENT", options->assignment, "an exercise, or an assignment's YAML file")
        ->required();
    command
        ->add_option("SUBMISSIONS", options->submissions,
                     "a folder with a folder, a file or an archive for each student, or an archive with that")
        ->required();
    command->add_option("--out", options->out, "the folder for the results")->required();
    command->add_flag("--resume", options->resume, "go on with the results that are there");
    add_roster(*command, options->roster);
    add_times(*command, options->times);
    add_overrides(*command, options->counting.overrides);
    add_students(*command, options->students);
    command
        ->add_option("--rerun", options->rerun,
                     "grade again what failed, what was inconclusive or not graded, or a student's")
        ->type_name("failed|inconclusive|STUDENT");
    command->add_flag("--matrix", options->matrix,
                      "of pairs: everybody's program with everybody else's as well");
    command
        ->add_option("--shard", options->shard,
                     "of n machines that share a class, what the k-th grades; then `sockgrade merge`")
        ->type_name("K/N");
    add_scratch(*command, options->scratch);
    add_exit_code(*command, options->success);
    add_running(*command, options->running);
    command->get_option("--jobs")->description("programs at a time (default: two a processor)");
    command->callback([options, &line] {
        line.action = [options, &line] {
            options->words = line.words;
            return batch(*options);
        };
    });
}

}  // namespace sockgrade::cli
