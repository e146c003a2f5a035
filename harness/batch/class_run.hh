// A class, graded: each student in each exercise in a process of its own, several at a time, each result
// stored as it comes. What is stored already is not done again.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "batch/grade_part.hh"
#include "batch/store.hh"
#include "batch/submissions.hh"

namespace sockgrade::batch {

// One student in one exercise.
struct Task {
    const Submission* submission;
    const Part* part;
};

struct Tasks {
    std::vector<Task> side_by_side;
    std::vector<Task> alone;  // they were inconclusive beside others, and have had no second try
};

// What is still to do.
Tasks tasks_of(const Work& work, const Class& all, const std::vector<ResultRow>& stored);

struct ClassRun {
    std::size_t jobs = 1;  // programs at a time
    // Has the machine room for one more? Asked while others run; without, always.
    std::function<bool()> may_start{};
    // Called with each result when it is stored.
    std::function<void(const ResultRow&)> stored;
    // Called before the second tries, with how many there are.
    std::function<void(std::size_t)> again;
};

// Throws what storing throws, and system::Interrupted; what is stored by then stays.
void run_class(Store& store, const Work& work, const Tasks& tasks, const ClassRun& how);

// The row of a result.
ResultRow row_of(const Task& task, const Graded& graded);

// Graded, and some case has no verdict that means anything.
bool is_unsure(const ResultRow& row);

}  // namespace sockgrade::batch
