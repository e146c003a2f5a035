// What a text report says about one case below the list of all.
#pragma once

#include <string>

#include "reports/page.hh"

namespace sockgrade::reports {

// The word in front of a case, and its colour.
struct Mark {
    std::string_view word;
    Paint paint = Paint::none;
};
Mark mark_of(const model::CaseResult& result);

// Requirement, difference, cause, conversation; without the heading and the command.
std::string explanation(const model::CaseResult& result, const ReportOptions& options);

}  // namespace sockgrade::reports
