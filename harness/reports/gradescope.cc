// Gradescope's results.json. What was not judged has no score of its own, so that it is not shown as lost.
#include "reports/catalog.hh"
#include "reports/json_text.hh"
#include "reports/text_case.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

using model::Verdict;

Json gradescope_test(const model::CaseResult& one, const ReportOptions& options) {
    std::string name = heading_of(one);
    if (one.level == model::Level::should) name += " (should)";
    if (one.for_a_person)
        name += " (for a person)";
    else if (!judged(one))
        name += " (not judged)";
    Json test{{"name", std::move(name)},
              {"output", story_of(one, options)},
              {"visibility", one.is_hidden ? "hidden" : "visible"},
              {"tags", Json::array({to_string(one.level), to_string(one.verdict)})}};
    if (judged(one)) {
        test["score"] = one.points;
        test["max_score"] = one.max_points;
        test["status"] = one.verdict == Verdict::passed ? "passed" : "failed";
    }
    return test;
}

std::string introduction_of(const model::Result& result) {
    std::string text = title_of(result) + "\n" + score_of(result) + "\n";
    if (result.verdict == Verdict::inconclusive)
        text +=
            "Not everything that is required could be judged, which is not your program's fault. "
            "Your instructor can run the autograder again.\n";
    for (const std::string& note : result.notes) text += "note: " + one_line(note) + "\n";
    return text;
}

std::string render_gradescope(const model::Result& result, const ReportOptions& options) {
    Json tests = Json::array();
    for (const model::CaseResult& one : result.cases) tests.push_back(gradescope_test(one, options));
    return printed({{"score", result.score},
                    {"execution_time", static_cast<double>(result.duration_ms) / 1000},
                    {"output", introduction_of(result)},
                    // Anything but plain text would make markup of what a program printed.
                    {"output_format", "text"},
                    {"test_output_format", "text"},
                    {"test_name_format", "text"},
                    {"visibility", "visible"},
                    {"stdout_visibility", "hidden"},
                    {"tests", std::move(tests)},
                    {"extra_data",
                     {{"exercise", one_line(result.exercise)},
                      {"verdict", to_string(result.verdict)},
                      {"seed", std::to_string(result.seed)},
                      {"isolation", one_line(result.isolation)},
                      {"max_score", result.max_score}}}});
}

}  // namespace

const Format formats::gradescope{"gradescope", "Gradescope's results.json", render_gradescope, {}, nullptr,
                                 true};

}  // namespace sockgrade::reports
