// What students get back: their page over all exercises, laid out as a course system takes it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "batch/store.hh"
#include "cli/output.hh"
#include "reports/class_summary.hh"

namespace sockgrade::cli {

// A student's results in all exercises as one report, in the format of the options.
std::string student_report(batch::Store& store, const OutputOptions& options,
                           const reports::ClassSummary& summary, const batch::StudentRow& student);

// The same to where the options say, with what a format writes beside its report.
void write_student_report(batch::Store& store, const OutputOptions& options,
                          const reports::ClassSummary& summary, const batch::StudentRow& student);

// Names as `layout` (of --layout) says, into the folder or the zip archive that --output names. Notes on
// standard error say who has none.
void write_layout(batch::Store& store, const std::string& layout, const std::vector<std::string>& students,
                  const OutputOptions& options, const reports::ClassSummary& summary);

}  // namespace sockgrade::cli
