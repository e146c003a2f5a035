// CTRF, the Common Test Report Format. What we could not judge is `other`: it has not passed, and nobody
// failed.
#include <algorithm>

#include "reports/catalog.hh"
#include "reports/json_text.hh"
#include "reports/outcome.hh"
#include "reports/text_case.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

using model::Verdict;

Json ctrf_test(const model::Result& result, const model::CaseResult& one, const ReportOptions& options) {
    Json test{{"name", heading_of(one)},
              {"status", outcome_of(one).ctrf},
              {"rawStatus", to_string(one.verdict)},
              {"duration", one.duration_ms},
              {"suite", Json::array({title_of(result)})},
              {"tags", Json::array({to_string(one.level)})}};
    if (one.verdict != Verdict::passed) test["message"] = reason_of(one);
    if (const std::string story = story_of(one, options); !story.empty()) test["trace"] = story;
    test["extra"] = {{"points", one.points}, {"max_points", one.max_points}};
    if (!one.question.empty()) test["extra"]["question"] = one.question;
    if (one.cause) test["extra"]["cause"] = to_string(*one.cause);
    return test;
}

std::string render_ctrf(const model::Result& result, const ReportOptions& options) {
    Json tests = Json::array();
    for (const model::CaseResult& one : result.cases) tests.push_back(ctrf_test(result, one, options));
    Json summary{{"tests", result.cases.size()}};
    for (const char* status : {"passed", "failed", "skipped", "pending", "other"})
        summary[status] = std::count_if(tests.begin(), tests.end(),
                                        [&](const Json& test) { return test["status"] == status; });
    summary["start"] = options.ended_at_ms - result.duration_ms;
    summary["stop"] = options.ended_at_ms;
    Json notes = Json::array();
    for (const std::string& note : result.notes) notes.push_back(one_line(note));
    return printed({{"reportFormat", "CTRF"},
                    {"specVersion", "0.1.0"},
                    {"generatedBy", "sockgrade"},
                    {"results",
                     {{"tool", {{"name", "sockgrade"}}},
                      {"summary", std::move(summary)},
                      {"tests", std::move(tests)},
                      {"environment",
                       {{"appName", one_line(result.program)},
                        {"extra", {{"seed", result.seed}, {"isolation", one_line(result.isolation)}}}}},
                      {"extra",
                       {{"exercise", one_line(result.exercise)},
                        {"verdict", to_string(result.verdict)},
                        {"score", result.score},
                        {"max_score", result.max_score},
                        {"notes", std::move(notes)}}}}}});
}

}  // namespace

const Format formats::ctrf{"ctrf", "CTRF, the Common Test Report Format (JSON)", render_ctrf};

}  // namespace sockgrade::reports
