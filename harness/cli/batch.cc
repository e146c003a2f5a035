// sockgrade batch ASSIGNMENT SUBMISSIONS --out FOLDER
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <map>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/class_run.hh"
#include "batch/meetings.hh"
#include "batch/progress.hh"
#include "batch/roster.hh"
#include "cli/class_results.hh"
#include "cli/class_work.hh"
#include "cli/commands.hh"
#include "cli/output.hh"
#include "cli/seed.hh"
#include "cli/settings.hh"
#include "cli/shard.hh"
#include "cli/shell_word.hh"
#include "reports/orders.hh"
#include "reports/wording.hh"
#include "system/interruption.hh"
#include "system/load.hh"
#include "system/system_error.hh"
#include "system/temporary_place.hh"

namespace sockgrade::cli {

namespace {

// Most of a case's time is spent in waits and in programs that start: more workers than processors.
constexpr std::size_t kWorkersForEachProcessor = 2;

// With more threads than that for each processor that would like to run, no further program is started: a
// busy machine makes grading slow, and the backstops of waits (10 s) must stay far away.
constexpr std::size_t kRunnableForEachProcessor = 6;

std::chrono::milliseconds now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

bool has_room() {
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    return system::runnable_threads().value_or(0) <= kRunnableForEachProcessor * processors;
}

// Nobody has to listen for a class to be graded. What students are called is no order to a CI runner.
void say(const std::string& text) {
    std::fputs(reports::lines_without_orders(text).c_str(), stderr);
    std::fflush(stderr);
}

std::size_t columns_of_stderr() {
    winsize size{};
    if (::isatty(STDERR_FILENO) != 1 || ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) < 0) return 0;
    return size.ws_col == 0 ? 80 : size.ws_col;
}

std::string command_to_resume(const Options& options) {
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

void check_run(const batch::RunInfo& stored, const batch::Work& work, const Options& options) {
    if (stored.fingerprint != fingerprint_of(work))
        throw UsageError(
            fmt::format("the results in '{}' are of {}, graded in another way: its exercises, their specs or "
                        "the patterns "
                        "have changed since; grade into another folder",
                        options.out, stored.assignment));
    if (options.seed && *options.seed != stored.seed && options.rerun.empty())
        throw UsageError(fmt::format(
            "the results in '{}' have the seed {}; leave --seed out to go on with them, or say with --rerun "
            "what is graded again with another one",
            options.out, stored.seed));
}

bool is_to_rerun(const batch::ResultRow& row, const batch::StudentRow& student, const std::string& wish) {
    if (wish == "failed") return row.verdict == "failed";
    if (wish == "inconclusive")
        return batch::is_unsure(row) || row.outcome == batch::Outcome::unclear ||
               row.outcome == batch::Outcome::refused;
    return is_wanted({wish}, student.key, student.id, student.name);
}

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
    store.mark_to_do(rows);
}

// Those of --only and --shard.
class Wanted {
  public:
    Wanted(const batch::Class& all, const Options& options)
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
    const Options& options_;
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
void say_notes(const batch::Class& all, const Wanted& wanted, const Options& options) {
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

// The class's page, written anew while a class is graded. It takes a small part of the time at most.
class LivePage {
  public:
    LivePage(batch::Store& store, const Options& options) : store_(store), options_(options) { write(); }

    void follow() {
        constexpr std::chrono::seconds kSeldom{2};
        constexpr int kPartOfTime = 20;
        if (now() - written_ >= std::max<std::chrono::milliseconds>(kSeldom, took_ * kPartOfTime)) write();
    }

  private:
    // A page that can't be written is said at the end; until then grading goes on.
    void write() {
        const auto began = now();
        try {
            write_class_page(options_.out, store_, class_summary(store_, options_), true);
        } catch (const UsageError&) {
        }
        written_ = now();
        took_ = written_ - began;
    }

    batch::Store& store_;
    const Options& options_;
    std::chrono::milliseconds written_{};
    std::chrono::milliseconds took_{};
};

std::string line_of(const batch::ResultRow& row) {
    std::string text = fmt::format("{}  {}  ", escape(row.key), row.exercise);
    if (row.outcome != batch::Outcome::graded)
        return text + fmt::format("{}: {}", batch::to_string(row.outcome), reports::one_line(row.message));
    text += fmt::format("{}  {}/{}", row.verdict, row.score, row.max_score);
    if (!row.failed.empty()) text += "  failed: " + row.failed;
    if (!row.unsure.empty()) text += "  unsure: " + row.unsure;
    return text;
}

void run_tasks(batch::Store& store, const batch::Work& work, const batch::Tasks& tasks, std::size_t jobs,
               LivePage& page) {
    batch::Progress progress(tasks.side_by_side.size() + tasks.alone.size(), columns_of_stderr(), say, now);
    batch::ClassRun how;
    how.jobs = jobs;
    how.may_start = has_room;
    how.stored = [&](const batch::ResultRow& row) {
        const bool failed = row.verdict == "failed" && row.outcome == batch::Outcome::graded;
        progress.done(line_of(row), failed, batch::is_unsure(row));
        page.follow();
    };
    how.again = [&](std::size_t count) {
        progress.add(count - tasks.alone.size());
        progress.clear();
        say(fmt::format("{} again, one after another: the machine got in the way\n",
                        count_of(count, "program")));
    };
    try {
        batch::run_class(store, work, tasks, how);
    } catch (...) {
        progress.clear();
        throw;
    }
    progress.clear();
}

// With more meetings than that somebody has left something out.
constexpr std::size_t kMostMeetings = 10'000;

// Everybody's program with everybody's, for each pair of the assignment.
void run_matrix(batch::Store& store, const batch::Work& work, const batch::Class& all, const Options& options,
                std::size_t jobs) {
    std::vector<const batch::Submission*> students;
    for (const batch::Submission& one : all.submissions)
        if (!one.files.empty() && is_wanted(options.students, one.key, one.id, one.name))
            students.push_back(&one);
    if (students.size() * students.size() > kMostMeetings)
        throw UsageError(fmt::format("{} students have {} meetings; name those of a group with --only",
                                     students.size(), students.size() * students.size()));
    for (const batch::Part& part : work.parts) {
        if (!part.spec.is_pair()) continue;
        std::optional<batch::Progress> progress;
        batch::Meetings how;
        how.jobs = jobs;
        how.may_start = has_room;
        how.found = [&](std::size_t count) {
            say(fmt::format("{}: {}, {} to do\n", part.spec.exercise,
                            count_of(students.size() * students.size(), "meeting"), count));
            progress.emplace(count, columns_of_stderr(), say, now);
        };
        how.stored = [&](const batch::MeetingRow& row) {
            progress->done(
                fmt::format("{} with {}: {}", escape(row.dialling), escape(row.listening), row.verdict),
                row.verdict == "failed", row.verdict == "inconclusive");
        };
        batch::run_meetings(store, work, part, students, how);
        if (progress) progress->clear();
    }
}

std::string stored_so_far(batch::Store& store) {
    std::size_t done = 0;
    for (const batch::ResultRow& row : store.results())
        if (!row.to_do) ++done;
    return fmt::format("{} of {} results are stored in '{}'", done,
                       store.students().size() * store.exercises().size(), store.folder());
}

// What is on the disk is all there, whatever the system refused us.
[[noreturn]] void stop_for(batch::Store& store, const system::SystemError& error, const Options& options) {
    const bool is_full = error.error_number() == ENOSPC || error.error_number() == EDQUOT;
    throw std::runtime_error(
        fmt::format("{}{}. {}. {}, and go on with:\n{}", is_full ? "the disk is full: " : "", error.what(),
                    stored_so_far(store), is_full ? "Make room" : "See to that", command_to_resume(options)));
}

}  // namespace

int batch(const Options& options) {
    const Shard shard = shard_of(options.shard);
    if (shard.of > 1 && !options.seed)
        throw UsageError("--shard takes --seed as well: all parts of a class get the same");
    if (shard.of > 1 && options.matrix)
        throw UsageError(
            "--matrix takes the whole class: run it with --resume on what `sockgrade merge` made");
    batch::Work work = class_work(options);
    if (options.matrix && std::none_of(work.parts.begin(), work.parts.end(),
                                       [](const auto& part) { return part.spec.is_pair(); }))
        throw UsageError(fmt::format(
            "--matrix is for pairs, and {} has none: name a pair, such as pair-tcp-message", work.name));
    std::vector<batch::RosterEntry> roster;
    if (!options.roster.empty()) roster = batch::read_roster(read_file(options.roster), options.roster);
    system::use_temporary_place();
    std::vector<batch::RosterEntry> times;
    if (!options.times.empty()) times = batch::read_roster(read_file(options.times), options.times);
    const batch::Class all = batch::find_submissions(options.submissions, roster, times);
    work.how.runs = run_options(options);
    work.sandbox = build_sandbox(options);

    batch::Store store = batch::Store::open(options.out, options.resume || !options.rerun.empty());
    const auto stored = store.run_info();
    if (stored) check_run(*stored, work, options);
    work.how.seed = options.seed.value_or(stored ? stored->seed : random_seed());
    try {
        store.begin(run_info_of(work, options), exercise_rows(work), all.submissions,
                    !options.roster.empty());
        mark_for_rerun(store, options.rerun);
        const Wanted wanted(all, options);
        const batch::Tasks tasks = wanted_tasks(store, work, all, wanted);
        // Corrections that can't be read are said before anything runs.
        class_summary(store, options);
        say_notes(all, wanted, options);
        // A seed that nobody asked for is told when no program can use it any more.
        say(fmt::format("{}, {}; {} to do{}\n", count_of(all.submissions.size(), "student"),
                        count_of(work.parts.size(), "exercise"),
                        tasks.side_by_side.size() + tasks.alone.size(),
                        options.seed ? fmt::format(", seed {}", work.how.seed) : ""));
        std::size_t jobs = options.jobs != 0 ? options.jobs : work.how.runs.jobs * kWorkersForEachProcessor;
        // Without a world for each, programs with the same port written in would fight for it.
        if (!sandbox::has_own_world(work.how.runs.place.level)) jobs = 1;
        LivePage page(store, options);
        run_tasks(store, work, tasks, jobs, page);
        if (options.matrix) run_matrix(store, work, all, options, jobs);
        if (!options.seed) say(fmt::format("seed {}\n", work.how.seed));
    } catch (const system::SystemError& error) {
        stop_for(store, error, options);
    } catch (const system::Interrupted&) {
        say(fmt::format("\n{}. Go on with:\n{}\n", stored_so_far(store), command_to_resume(options)));
        throw;
    }
    const reports::ClassSummary summary = class_summary(store, options);
    write_all({[&] { write_summaries(options.out, summary); },
               [&] { write_class_page(options.out, store, summary, false); },
               [&] { print(reports::class_text(summary, report_options(options).columns)); },
               [&] {
                   if (options.matrix)
                       for (const auto& matrix : meeting_matrices(store))
                           print("\n" + reports::matrix_text(matrix, report_options(options).columns));
               }});
    say_who_fits_nobody(all, Wanted(all, options));
    return exit_status(summary);
}

}  // namespace sockgrade::cli
