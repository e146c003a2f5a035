#include "cli/class_grading.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <thread>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/class_run.hh"
#include "batch/meetings.hh"
#include "batch/progress.hh"
#include "cli/class_results.hh"
#include "cli/class_work.hh"
#include "cli/sign_of_life.hh"
#include "reports/orders.hh"
#include "reports/wording.hh"
#include "system/load.hh"

namespace sockgrade::cli {

namespace {

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

}  // namespace

void say(const std::string& text) {
    std::fputs(reports::lines_without_orders(text).c_str(), stderr);
    std::fflush(stderr);
}

void Keeper::follow() {
    constexpr std::chrono::minutes kSeldom{10};
    constexpr int kPartOfTime = 20;
    if (copy_ != nullptr &&
        now() - copied_ >= std::max<std::chrono::milliseconds>(kSeldom, took_ * kPartOfTime))
        keep();
}

void Keeper::keep() {
    if (copy_ == nullptr) return;
    const auto began = now();
    copy_->copy_back();
    copied_ = now();
    took_ = copied_ - began;
}

Keeper::Keeper(batch::WorkingCopy* copy) : copy_(copy), copied_(now()) {}

namespace {

// The class's page, written anew while a class is graded. It takes a small part of the time at most.
class LivePage {
  public:
    LivePage(batch::Store& store, const CountingOptions& options) : store_(store), options_(options) {
        write();
    }

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
            write_class_page(store_.folder(), store_, class_summary(store_, options_), true);
        } catch (const UsageError&) {
        }
        written_ = now();
        took_ = written_ - began;
    }

    batch::Store& store_;
    const CountingOptions& options_;
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

}  // namespace

void run_tasks(batch::Store& store, const batch::Work& work, const batch::Tasks& tasks, std::size_t jobs,
               Keeper& keeper, const CountingOptions& options) {
    LivePage page(store, options);
    batch::Progress progress(tasks.side_by_side.size() + tasks.alone.size(), columns_of_stderr(), say, now);
    batch::ClassRun how;
    how.jobs = jobs;
    how.may_start = has_room;
    how.stored = [&](const batch::ResultRow& row) {
        const bool failed = row.verdict == "failed" && row.outcome == batch::Outcome::graded;
        progress.done(line_of(row), failed, batch::is_unsure(row));
        page.follow();
        keeper.follow();
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

namespace {

// With more meetings than that somebody has left something out.
constexpr std::size_t kMostMeetings = 10'000;

}  // namespace

void run_matrix(batch::Store& store, const batch::Work& work, const batch::Class& all,
                const std::vector<std::string>& wanted, std::size_t jobs) {
    std::vector<const batch::Submission*> students;
    for (const batch::Submission& one : all.submissions)
        if (!one.files.empty() && is_wanted(wanted, one.key, one.id, one.name)) students.push_back(&one);
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

}  // namespace sockgrade::cli
