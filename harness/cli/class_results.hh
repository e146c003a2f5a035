// From the stored results of a class to what reports show: counted by the rules of the assignment, and with
// the grades that were corrected by hand.
#pragma once

#include <string>
#include <vector>

#include "batch/store.hh"
#include "reports/class_summary.hh"
#include "reports/meeting_matrix.hh"

namespace CLI {
class App;
}

namespace sockgrade::cli {

// What points are counted by, in place of what the batch was told.
struct CountingOptions {
    std::string overrides;   // a file of grades that were corrected by hand
    std::string assignment;  // a file with points, due dates and what being late costs
};

// What exit status 0 stands for: everybody passed, or everybody has a result, whatever it is.
enum class Success { passed, graded };

// --exit-code
void add_exit_code(CLI::App& command, Success& success);

// With a line for what is not done yet. The rules are those of the last `batch`, unless --assignment names
// others; corrections come from --overrides, from the file that `batch --overrides` named, else from
// overrides.csv in the folder. SpecError for what is wrong with them.
reports::ClassSummary class_summary(batch::Store& store, const CountingOptions& options);

// Who could talk to whom, for each pair that `sockgrade batch --matrix` has run.
std::vector<reports::MeetingMatrix> meeting_matrices(batch::Store& store);

// Writes both summaries into the folder of the results.
void write_summaries(const std::string& folder, const reports::ClassSummary& summary);

// Writes the class's page into the folder of the results, without links to students' pages. `is_running`: it
// says that it is not the last.
void write_class_page(const std::string& folder, batch::Store& store, const reports::ClassSummary& summary,
                      bool is_running);

// 0 all passed, 1 one failed or is missing, 3 somebody has to look at one and none failed. With --exit-code
// graded: 0 everybody has a result, 3 somebody has none, or the grader or the machine failed at it.
int exit_status(const reports::ClassSummary& summary, Success success);

}  // namespace sockgrade::cli
