// A case on a student's page.
#pragma once

#include <string>

#include "model/result.hh"
#include "reports/format.hh"
#include "reports/markup.hh"

namespace sockgrade::reports::html {

// Where it can be linked to.
std::string case_anchor(std::size_t index);

// Folded when it passed, open when it failed. `same_as`: the case before that failed for the same reason and
// tells it, or nothing.
Markup case_of(const model::CaseResult& result, std::size_t index, const ReportOptions& options,
               const Markup& same_as);

}  // namespace sockgrade::reports::html
