// How a case went, as each format says it. The one place that tells the verdicts apart.
#pragma once

#include <string>
#include <string_view>

#include "model/result.hh"
#include "reports/page.hh"

namespace sockgrade::reports {

struct Outcome {
    std::string_view mark;    // in front of a case: "FAIL"
    std::string_view word;    // "failed"
    std::string_view remark;  // with what it means for the points: "not possible here, costs nothing"
    Paint paint = Paint::none;
    std::string_view kind;   // pass, fail, look (somebody has to) or idle: of an HTML page, also the class
    std::string_view ctrf;   // the status there
    std::string_view junit;  // the element there
    std::string_view tap;    // the directive there
};

const Outcome& outcome_of(const model::CaseResult& result);
// Of the whole.
const Outcome& outcome_of(model::Verdict verdict);

}  // namespace sockgrade::reports
