// CTRF, Gradescope, Classroom 50 and Autolab.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "reports/text_case.hh"
#include "reports/wording.hh"
#include "tests/support/golden.hh"
#include "tests/support/schema.hh"
#include "tests/unit/reports/external_formats.hh"

namespace sockgrade::reports {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kOthers = "tests/schemas";

json document_of(const std::string& format, const model::Result& result) {
    return json::parse(samples::rendered(format, result));
}

// Every text in it, as a reader gets it.
void expect_no_controls(const json& part) {
    if (part.is_structured()) {
        for (const json& one : part) expect_no_controls(one);
    } else if (part.is_string()) {
        for (const char c : std::string(part))
            EXPECT_TRUE(c == '\n' || (static_cast<unsigned char>(c) >= ' ' && c != '\x7f')) << part;
    }
}

TEST(JsonFormats, FollowTheirSchemas) {
    for (const char* format : {"ctrf", "gradescope", "classroom50"})
        for (const auto& [name, result] : samples::all()) {
            EXPECT_EQ(schema::problems_of(document_of(format, result), format, kOthers), "")
                << format << ' ' << name;
            expect_no_controls(document_of(format, result));
        }
}

TEST(JsonFormats, TheSchemasNoticeWhatIsWrong) {
    const auto is_refused = [](const char* format, const auto& change) {
        json document = document_of(format, samples::failed());
        change(document);
        return !schema::problems_of(document, format, kOthers).empty();
    };
    EXPECT_TRUE(is_refused("ctrf", [](json& one) { one["results"]["tests"][0]["status"] = "broken"; }));
    EXPECT_TRUE(is_refused("ctrf", [](json& one) { one["results"]["summary"].erase("pending"); }));
    EXPECT_TRUE(is_refused("ctrf", [](json& one) { one["results"]["tests"][0]["points"] = 1; }));
    EXPECT_TRUE(is_refused("gradescope", [](json& one) { one["test_output_format"] = "markdown"; }));
    EXPECT_TRUE(is_refused("gradescope", [](json& one) { one["tests"][0]["visibility"] = "shown"; }));
    EXPECT_TRUE(is_refused("classroom50", [](json& one) { one["score"] = 0.5; }));
    EXPECT_TRUE(is_refused("classroom50", [](json& one) { one.erase("release"); }));
    EXPECT_TRUE(is_refused("classroom50", [](json& one) { one["usernames"] = json::array(); }));
}

TEST(CtrfReport, CountsWhatItLists) {
    for (const auto& [name, result] : samples::all()) {
        const json results = document_of("ctrf", result)["results"];
        const json& summary = results["summary"];
        std::map<std::string, int> counted;
        for (const json& test : results["tests"]) ++counted[test["status"]];
        EXPECT_EQ(summary["tests"], results["tests"].size()) << name;
        for (const char* status : {"passed", "failed", "skipped", "pending", "other"})
            EXPECT_EQ(summary[status], counted[status]) << name << ' ' << status;
        EXPECT_EQ(summary["stop"].get<std::int64_t>() - summary["start"].get<std::int64_t>(),
                  result.duration_ms);
    }
    const json open = document_of("ctrf", samples::without_a_verdict())["results"]["tests"];
    EXPECT_EQ(open[0]["status"], "other");
    EXPECT_EQ(open[0]["rawStatus"], "inconclusive");
    EXPECT_EQ(open[1]["status"], "skipped");
    EXPECT_EQ(document_of("ctrf", samples::failed())["results"]["tests"][0]["extra"]["cause"], "wrong-case");
}

TEST(GradescopeReport, ScoresWhatWasJudged) {
    const json failed = document_of("gradescope", samples::failed());
    EXPECT_EQ(failed["score"], 0);
    EXPECT_EQ(failed["execution_time"], 0.812);
    EXPECT_EQ(failed["tests"][0]["status"], "failed");
    EXPECT_EQ(failed["tests"][0]["max_score"], 4);
    EXPECT_EQ(failed["tests"][0]["output"], story_of(samples::failed().cases[0], {}));
    EXPECT_EQ(document_of("gradescope", samples::passed())["tests"][0]["status"], "passed");
    const json open = document_of("gradescope", samples::without_a_verdict());
    for (const json& test : open["tests"]) {
        EXPECT_FALSE(test.contains("score") || test.contains("max_score") || test.contains("status")) << test;
        EXPECT_THAT(std::string(test["name"]), HasSubstr("(not judged)"));
    }
    EXPECT_THAT(std::string(open["output"]), HasSubstr("not your program's fault"));
}

TEST(GradescopeReport, IsNeverMarkup) {
    for (const auto& [name, result] : samples::all())
        for (const char* field : {"output_format", "test_output_format", "test_name_format"})
            EXPECT_EQ(document_of("gradescope", result)[field], "text") << name;
}

TEST(Classroom50Report, SaysWhoseItIs) {
    const json document = document_of("classroom50", samples::passed());
    EXPECT_EQ(document["classroom"], "networks");
    EXPECT_EQ(document["submission"], "submit/2026-05-28T20-00-00Z-a1b2c3d");
    EXPECT_EQ(document["owner"], "anna");
    EXPECT_EQ(document["review"], document["commit"]) << "where there is nothing to compare";
    EXPECT_EQ(document["datetime"], "2026-05-28T20:26:40Z");
    EXPECT_EQ(document["score"], 5);
    EXPECT_TRUE(document["tests"][0]["passed"]);
}

TEST(Classroom50Report, TheScoreIsTheSumAndWhatWasNotJudgedIsNotInIt) {
    for (const auto& [name, result] : samples::all()) {
        const json document = document_of("classroom50", result);
        int score = 0;
        int most = 0;
        for (const json& test : document["tests"]) {
            score += test["score"].get<int>();
            most += test["max-score"].get<int>();
        }
        EXPECT_EQ(document["score"], score) << name;
        EXPECT_EQ(document["max-score"], most) << name;
    }
    EXPECT_EQ(document_of("classroom50", samples::without_a_verdict())["tests"], json::array());
    EXPECT_EQ(document_of("classroom50", samples::failed())["max-score"], 7);
}

TEST(Classroom50Report, NamesWhatItNeeds) {
    std::vector<std::string> needed;
    for (const Variable& variable : format_named("classroom50").reads)
        if (variable.is_needed) needed.emplace_back(variable.name);
    EXPECT_THAT(needed, testing::ElementsAre("CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG", "COMMIT_URL",
                                             "RELEASE_URL"));
}

// As Autolab does before it parses the line.
json scores_of(const std::string& report) {
    const std::string last = golden::lines_of(report).back();
    return json::parse(std::regex_replace(last, std::regex("([a-zA-Z0-9]+):"), "\"$1\":"))["scores"];
}

TEST(AutolabReport, EndsWithTheScore) {
    EXPECT_EQ(scores_of(samples::rendered("autolab", samples::passed())),
              json({{"tcp-capitalize-server", 5}}));
    EXPECT_EQ(scores_of(samples::rendered("autolab", samples::failed())),
              json({{"tcp-capitalize-server", 0}}));
    EXPECT_EQ(scores_of(samples::rendered("autolab", samples::without_a_verdict())),
              json({{"tcp-receiver", nullptr}}))
        << "no score, since nobody failed";
    for (const auto& [name, result] : samples::all())
        EXPECT_EQ(scores_of(samples::rendered("autolab", result)).size(), 1U) << name;
}

TEST(AutolabReport, SaysWhichCasesPassedInTheLineBefore) {
    for (const auto& [name, result] : samples::all()) {
        const std::vector<std::string> lines = golden::lines_of(samples::rendered("autolab", result));
        ASSERT_GE(lines.size(), 2U);
        const json stages = json::parse(lines[lines.size() - 2]);
        EXPECT_EQ(stages["_presentation"], "semantic") << name;
        EXPECT_EQ(stages["stages"], json({"must", "should"}));
        std::size_t told = 0;
        for (const char* stage : {"must", "should"}) told += stages[stage].size();
        EXPECT_EQ(told,
                  static_cast<std::size_t>(std::count_if(result.cases.begin(), result.cases.end(), judged)));
    }
    const std::string failed = samples::rendered("autolab", samples::failed());
    EXPECT_THAT(failed,
                HasSubstr(R"("replies-in-capitals: A message comes back in capitals":{"passed":false,)"));
    EXPECT_THAT(failed, HasSubstr("FAILED  0 of 7 points"));
    EXPECT_THAT(failed, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace sockgrade::reports
