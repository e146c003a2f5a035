// result.json of Classroom 50, schema classroom50/result/v1. Its runner says in the environment whose
// submission it is. What was not judged is left out, with its points: there is no other way to say that it
// costs nothing.
#include <fmt/format.h>

#include <array>

#include "reports/catalog.hh"
#include "reports/json_text.hh"
#include "reports/text_case.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

constexpr std::array kClassroomVariables{Variable{"CLASSROOM", true},
                                         Variable{"ASSIGNMENT", true},
                                         Variable{"SUBMISSION_TAG", true},
                                         Variable{"COMMIT_URL", true},
                                         Variable{"RELEASE_URL", true},
                                         Variable{"REVIEW_URL"},
                                         Variable{"ASSIGNMENT_TYPE"},
                                         Variable{"OWNER"},
                                         Variable{"USERNAME"}};

// The first of them that is set.
std::string classroom_value(const ReportOptions& options, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        if (const auto place = options.environment.find(name); place != options.environment.end())
            return place->second;
    return "";
}

std::string render_classroom50(const model::Result& result, const ReportOptions& options) {
    Json document{{"schema", "classroom50/result/v1"},
                  {"classroom", classroom_value(options, {"CLASSROOM"})},
                  {"assignment", classroom_value(options, {"ASSIGNMENT"})}};
    // The runner puts these in itself; it has them in the environment since it asks for them.
    if (const std::string type = classroom_value(options, {"ASSIGNMENT_TYPE"}); !type.empty())
        document["assignment_type"] = type;
    if (const std::string owner = classroom_value(options, {"OWNER", "USERNAME"}); !owner.empty())
        document["owner"] = owner;
    document["submission"] = classroom_value(options, {"SUBMISSION_TAG"});
    document["commit"] = classroom_value(options, {"COMMIT_URL"});
    document["release"] = classroom_value(options, {"RELEASE_URL"});
    document["review"] = classroom_value(options, {"REVIEW_URL", "COMMIT_URL"});
    document["datetime"] = utc_of(options.ended_at_ms);
    int score = 0;
    int max_score = 0;
    Json tests = Json::array();
    std::string for_a_person;
    for (const model::CaseResult& one : result.cases) {
        if (one.for_a_person) for_a_person += fmt::format("left for a person: {}\n", heading_of(one));
        if (!judged(one)) continue;
        score += one.points;
        max_score += one.max_points;
        tests.push_back({{"test-name", heading_of(one)},
                         {"passed", one.verdict == model::Verdict::passed},
                         {"score", one.points},
                         {"max-score", one.max_points},
                         {"output", story_of(one, options)}});
    }
    // A test is passed or not, and these are neither: they are told beside the last one.
    if (!for_a_person.empty() && !tests.empty())
        tests.back()["output"] = tests.back()["output"].get<std::string>() + for_a_person;
    document["score"] = score;
    document["max-score"] = max_score;
    document["tests"] = std::move(tests);
    return printed(document);
}

}  // namespace

const Format formats::classroom50{"classroom50", "result.json of Classroom 50 (classroom50/result/v1)",
                                  render_classroom50, kClassroomVariables};

}  // namespace sockgrade::reports
