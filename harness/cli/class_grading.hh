// While a class is graded: what is said, shown and copied meanwhile.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "batch/class_run.hh"
#include "batch/grade_part.hh"
#include "batch/store.hh"
#include "batch/submissions.hh"
#include "batch/working_copy.hh"
#include "cli/class_results.hh"

namespace sockgrade::cli {

// Nobody has to listen for a class to be graded. What students are called is no order to a CI runner.
void say(const std::string& text);

// Now and then a copy of the results goes to where they are kept: a machine may die.
class Keeper {
  public:
    // nullptr: they are kept where they are written.
    explicit Keeper(batch::WorkingCopy* copy);

    void follow();
    void keep();

  private:
    batch::WorkingCopy* copy_;
    std::chrono::milliseconds copied_;
    std::chrono::milliseconds took_{};
};

void run_tasks(batch::Store& store, const batch::Work& work, const batch::Tasks& tasks, std::size_t jobs,
               Keeper& keeper, const CountingOptions& options);

// Everybody's program with everybody's, for each pair of the assignment.
void run_matrix(batch::Store& store, const batch::Work& work, const batch::Class& all,
                const std::vector<std::string>& students, std::size_t jobs);

}  // namespace sockgrade::cli
