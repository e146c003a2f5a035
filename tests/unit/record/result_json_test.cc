#include "record/result_json.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/error.hh"
#include "tests/unit/record/sample_transcript.hh"

namespace sockgrade::record {
namespace {

using testing::HasSubstr;

model::Result sample_result() {
    model::CaseResult one;
    one.id = "c";
    one.title = "T";
    one.level = model::Level::should;
    one.verdict = model::Verdict::failed;
    one.points = 1;
    one.max_points = 2;
    one.cause = model::Cause::left_processes;
    one.summary = "\xff no UTF-8";
    one.findings.push_back(
        {"r", model::Finding::Status::not_met, model::Cause::missing, "a", "g", "d", {"n"}, {1, 2}});
    one.findings.push_back({"r", model::Finding::Status::undecided, {}, "", "", "", {}, {}});
    one.diagnoses.push_back({"id", "message", "hint", {3}});
    one.reproduce = "sockgrade check";
    one.duration_ms = 12;
    one.transcripts.push_back(sample_transcript());
    one.blamed = "sender";
    model::SmallestStory story;
    story.repeats = false;
    story.remains = {"x"};
    story.run = one;
    one.smallest.push_back(std::move(story));
    model::Result result;
    result.exercise = "e";
    result.programs = {{"sender", "s.py"}};
    result.seed = 18'446'744'073'709'551'615U;
    result.verdict = model::Verdict::passed;
    result.notes = {"a", "b"};
    result.cases = {one, model::CaseResult{}};
    return result;
}

std::string complaint_about_result(std::string_view text) {
    try {
        result_from_json(text);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "nothing";
}

// Two values are equal when they are written alike: the field lists cannot leave anything out (fields.hh).
TEST(ResultJson, ComesBackAsItWas) {
    const std::string text = result_to_json(sample_result());
    EXPECT_EQ(result_to_json(result_from_json(text)), text);
    EXPECT_EQ(result_from_json(text).cases.at(0).summary, "\xff no UTF-8");
}

TEST(ResultJson, BadInputIsNamed) {
    EXPECT_THAT(complaint_about_result("{"), HasSubstr("not valid JSON"));
    EXPECT_THAT(complaint_about_result("[]"), HasSubstr("not a saved result, but a list"));
    auto document = nlohmann::json::parse(result_to_json(sample_result()));
    document["cases"][0]["verdict"] = "maybe";
    EXPECT_THAT(complaint_about_result(document.dump()),
                HasSubstr("cases[0].verdict: \"maybe\" is not one of"));
    document = nlohmann::json::parse(result_to_json(sample_result()));
    document["cases"][0]["transcripts"][0]["events"][0]["number"] = 9;
    EXPECT_THAT(complaint_about_result(document.dump()),
                HasSubstr("case \"c\": the events are not in order"));
    document["schema"] = "sockgrade/saved-result/3";
    EXPECT_THAT(complaint_about_result(document.dump()), HasSubstr("is not known; this Sockgrade reads"));
}

}  // namespace
}  // namespace sockgrade::record
