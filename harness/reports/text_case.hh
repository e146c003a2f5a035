// What a text report says about one case below the list of all.
#pragma once

#include <string>

#include "reports/page.hh"

namespace sockgrade::reports {

// Cause, requirement, difference, conversation; without the heading and the commands.
std::string explanation(const model::CaseResult& result, const ReportOptions& options);

// The commands that repeat it, or nothing.
std::string commands(const model::CaseResult& result, const ReportOptions& options);

// All of it in lines of plain text, for what shows a case by itself: remarks where it has passed, why it was
// not judged, or the explanation and the commands. Nothing in it is obeyed by a terminal or a CI runner.
std::string story_of(const model::CaseResult& result, const ReportOptions& options);

}  // namespace sockgrade::reports
