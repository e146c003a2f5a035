// A case on a student's page.
#pragma once

#include <string>
#include <vector>

#include "model/result.hh"
#include "reports/format.hh"
#include "reports/markup.hh"

namespace sockgrade::reports::html {

// Where it can be linked to.
std::string case_anchor(std::size_t index);

// Open or folded: a folded failure says why in its line. `same_as`: the case before that failed for the same
// reason and tells it, or nothing.
Markup case_of(const model::CaseResult& result, std::size_t index, const ReportOptions& options,
               const Markup& same_as, bool is_open);

// One of several that were not run, and all of them, folded away.
Markup skipped_case(const model::CaseResult& result, std::size_t index);
Markup skipped_cases(const std::vector<const model::CaseResult*>& skipped, const Markup& each);

}  // namespace sockgrade::reports::html
