// Results and classes with an input's texts wherever a text can be: what writers of reports are given.
#pragma once

#include "model/result.hh"
#include "reports/class_changes.hh"
#include "reports/class_summary.hh"
#include "reports/format.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

model::Result hostile_result(Pieces& pieces);
reports::ClassSummary hostile_class(Pieces& pieces);
// What changed between it and another grading.
reports::ClassChanges hostile_changes(const reports::ClassSummary& summary);

// What a format is told of the world, none of it hostile.
reports::ReportOptions somewhere();

// What holds of every report: UTF-8, no control characters but line ends, no letters that turn others around
// or end a line unseen, no order to a CI runner.
void require_harmless(const std::string& report);

// No line that GitHub's runner obeys.
void require_no_commands(const std::string& report);

}  // namespace sockgrade::fuzz
