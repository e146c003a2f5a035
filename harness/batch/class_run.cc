#include "batch/class_run.hh"

#include <algorithm>
#include <chrono>
#include <exception>
#include <map>
#include <utility>

#include "grading/side_by_side.hh"
#include "record/result_json.hh"
#include "sandbox/level.hh"
#include "system/interruption.hh"

namespace sockgrade::batch {

namespace {

// What a process says that was interrupted with us: nothing is known of its program.
constexpr std::string_view kInterrupted = "interrupted";

std::int64_t unix_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string ids_of(const model::Result& result, model::Verdict verdict) {
    std::string ids;
    for (const model::CaseResult& one : result.cases)
        if (one.verdict == verdict) ids += (ids.empty() ? "" : ", ") + one.id;
    return ids;
}

model::Result part_of_result(const Work& work, const model::CaseResult& one,
                             const std::vector<std::string>& notes) {
    model::Result part;
    part.seed = work.how.seed;
    part.isolation = sandbox::to_string(work.how.runs.place.level);
    part.notes = notes;
    part.cases.push_back(one);
    return part;
}

class ClassRunner {
  public:
    ClassRunner(Store& store, const Work& work, const ClassRun& how)
        : store_(store), work_(work), how_(how) {}

    void run_side_by_side(const std::vector<Task>& tasks) {
        // With less programs than processors, a program's cases run side by side.
        Work work = work_;
        work.how.runs.jobs = std::max<std::size_t>(1, how_.jobs / std::max<std::size_t>(1, tasks.size()));
        run(work, tasks, how_.jobs, 1);
    }

    void run_alone(std::vector<Task> tasks) {
        for (const Task& task : again_) tasks.push_back(task);
        if (tasks.empty()) return;
        how_.again(tasks.size());
        Work work = work_;
        work.how.runs.jobs = 1;
        for (const Task& task : tasks) run(work, {task}, 1, 2);
    }

  private:
    void run(const Work& work, const std::vector<Task>& tasks, std::size_t jobs, std::int64_t attempt) {
        // Looked up here: a process that was forked must not touch the database.
        std::vector<grading::SoFar> so_far;
        for (const Task& task : tasks) so_far.push_back(known_of(work, task));
        grading::SideBySide how;
        how.jobs = jobs;
        how.may_start = how_.may_start;
        how.told = [&](std::size_t i, const std::string& text) {
            system::throw_if_interrupted();
            const Task& task = tasks[i];
            store_.put_so_far({task.submission->key, task.part->spec.exercise, task.submission->fingerprint,
                               record::result_from_json(text)});
        };
        how.done = [&](std::size_t i, const std::string& text) {
            system::throw_if_interrupted();
            if (text != kInterrupted) keep(tasks[i], graded_from_text(text, work, *tasks[i].part), attempt);
        };
        grading::side_by_side(
            tasks.size(), how, [&](std::size_t i, const grading::Tell& tell) -> std::string {
                try {
                    Work now = work;
                    now.how.so_far = so_far[i];
                    now.how.ended = [&](const model::CaseResult& one, const std::vector<std::string>& notes) {
                        system::throw_if_interrupted();
                        tell(record::result_to_json(part_of_result(now, one, notes)));
                    };
                    std::string text = graded_to_text(grade_part(now, *tasks[i].part, *tasks[i].submission));
                    system::throw_if_interrupted();
                    return text;
                } catch (const system::Interrupted&) {
                    return std::string(kInterrupted);
                } catch (const std::exception& error) {
                    return error.what();
                }
            });
    }

    // What a run before this one has found out. Its inconclusive cases have another try.
    grading::SoFar known_of(const Work& work, const Task& task) {
        grading::SoFar known;
        for (CaseSoFar& one : store_.so_far(task.submission->key, task.part->spec.exercise,
                                            task.submission->fingerprint, work.how.seed)) {
            model::CaseResult& result = one.part.cases.front();
            if (one.part.isolation != sandbox::to_string(work.how.runs.place.level) ||
                result.verdict == model::Verdict::inconclusive)
                continue;
            known.cases.push_back(std::move(result));
            known.notes = std::move(one.part.notes);
        }
        return known;
    }

    void keep(const Task& task, const Graded& graded, std::int64_t attempt) {
        ResultRow row = row_of(task, graded);
        row.attempts = attempt;
        const bool is_tried_again = attempt == 1 && is_unsure(row);
        store_.put(row, graded.result, is_tried_again);
        if (is_tried_again) again_.push_back(task);
        how_.stored(row);
    }

    Store& store_;
    const Work& work_;
    const ClassRun& how_;
    std::vector<Task> again_;
};

}  // namespace

bool is_unsure(const ResultRow& row) {
    return row.outcome == Outcome::trouble || (row.outcome == Outcome::graded && !row.unsure.empty());
}

Tasks tasks_of(const Work& work, const Class& all, const std::vector<ResultRow>& stored) {
    std::map<std::pair<std::string, std::string>, const ResultRow*> rows;
    for (const ResultRow& row : stored) rows[{row.key, row.exercise}] = &row;
    Tasks tasks;
    for (const Submission& submission : all.submissions) {
        for (const Part& part : work.parts) {
            const auto found = rows.find({submission.key, part.spec.exercise});
            const ResultRow* row = found == rows.end() ? nullptr : found->second;
            const bool is_done = row != nullptr && !row->to_do && row->outcome != Outcome::trouble &&
                                 row->fingerprint == submission.fingerprint;
            if (!is_done)
                tasks.side_by_side.push_back({&submission, &part});
            else if (is_unsure(*row) && row->attempts < 2)
                tasks.alone.push_back({&submission, &part});
        }
    }
    return tasks;
}

ResultRow row_of(const Task& task, const Graded& graded) {
    const model::Result& result = graded.result;
    ResultRow row;
    row.key = task.submission->key;
    row.exercise = task.part->spec.exercise;
    row.outcome = graded.outcome;
    row.message = graded.message;
    row.verdict = to_string(result.verdict);
    row.score = result.score;
    row.max_score = result.max_score;
    if (graded.outcome == Outcome::graded) {
        row.failed = ids_of(result, model::Verdict::failed);
        row.unsure = ids_of(result, model::Verdict::inconclusive);
    }
    row.seed = result.seed;
    row.isolation = result.isolation;
    row.program = result.program;
    row.spec_fingerprint = task.part->fingerprint;
    row.fingerprint = task.submission->fingerprint;
    row.build_log = graded.build_log;
    row.duration_ms = result.duration_ms;
    row.ended_at_ms = unix_ms();
    return row;
}

void run_class(Store& store, const Work& work, const Tasks& tasks, const ClassRun& how) {
    ClassRunner runner(store, work, how);
    runner.run_side_by_side(tasks.side_by_side);
    runner.run_alone(tasks.alone);
}

}  // namespace sockgrade::batch
