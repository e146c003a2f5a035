// From the stored results of a class to what reports show: counted by the rules of the assignment, and with
// the grades that were corrected by hand.
#pragma once

#include <string>
#include <vector>

#include "batch/store.hh"
#include "cli/options.hh"
#include "reports/class_summary.hh"
#include "reports/meeting_matrix.hh"

namespace sockgrade::cli {

// With a line for what is not done yet. The rules are those of the last `batch`, unless --assignment names
// others; corrections come from --overrides, from the file that `batch --overrides` named, else from
// overrides.csv in the folder. SpecError for what is wrong with them.
reports::ClassSummary class_summary(batch::Store& store, const Options& options);

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
int exit_status(const reports::ClassSummary& summary, const Options& options);

}  // namespace sockgrade::cli
