// From the command line to what grading a class needs, and from its results to what reports show.
#pragma once

#include <string>
#include <vector>

#include "batch/grade_part.hh"
#include "batch/store.hh"
#include "cli/options.hh"
#include "reports/class_summary.hh"
#include "reports/meeting_matrix.hh"

namespace sockgrade::cli {

// The exercises of the assignment with their specs, and how they are run. UsageError and SpecError for what
// is wrong with any of them.
batch::Work class_work(const Options& options);

// Of everything that decides about grades: another one is another run.
std::string fingerprint_of(const batch::Work& work);

// The summary of what is stored, with a line for what is not done yet.
reports::ClassSummary class_summary(batch::Store& store);

// Who could talk to whom, for each pair that `sockgrade batch --matrix` has run.
std::vector<reports::MeetingMatrix> meeting_matrices(batch::Store& store);

// Is the student one of those that were asked for, by key, id or name? Yes when none was.
bool is_wanted(const std::vector<std::string>& students, const std::string& key, const std::string& id,
               const std::string& name);

// Writes both summaries into the folder of the results.
void write_summaries(const std::string& folder, const reports::ClassSummary& summary);

// 0 all passed, 1 one failed or is missing, 3 somebody has to look at one and none failed.
int exit_status(const reports::ClassSummary& summary);

}  // namespace sockgrade::cli
