#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "reports/catalog.hh"
#include "tests/support/golden.hh"
#include "tests/support/schema.hh"
#include "tests/unit/reports/sample_results.hh"

namespace sockgrade::reports {
namespace {

using nlohmann::json;

std::string rendered_json(const model::Result& result) { return format_named("json").render(result, {}); }

std::string problems_of(const json& document) { return schema::problems_of(document, "result-1"); }

TEST(JsonReport, FollowsItsSchema) {
    for (const auto& [name, result] : samples::all())
        EXPECT_EQ(problems_of(json::parse(rendered_json(result))), "") << name;
}

TEST(JsonReport, EveryVerdictAndCauseIsInTheSchema) {
    model::Result result = samples::passed();
    for (int verdict = 0; verdict <= static_cast<int>(model::Verdict::inconclusive); ++verdict) {
        for (int cause = 0; cause <= static_cast<int>(model::Cause::left_processes); ++cause) {
            result.verdict = result.cases[0].verdict = static_cast<model::Verdict>(verdict);
            result.cases[0].cause = static_cast<model::Cause>(cause);
            result.cases[0].findings[0].cause = static_cast<model::Cause>(cause);
            ASSERT_EQ(problems_of(json::parse(rendered_json(result))), "") << verdict << ' ' << cause;
        }
    }
}

TEST(JsonReport, TheSchemaNoticesWhatIsWrong) {
    json document = json::parse(rendered_json(samples::failed()));
    EXPECT_EQ(problems_of(document), "");
    json changed = document;
    changed["cases"][0]["cause"] = "bad-luck";
    EXPECT_NE(problems_of(changed), "");
    changed = document;
    changed["cases"][0].erase("reproduce");
    EXPECT_NE(problems_of(changed), "");
    changed = document;
    changed["cases"][0]["findings"][0]["mood"] = 1;
    EXPECT_NE(problems_of(changed), "");
}

TEST(JsonReport, HasTheSmallestStoryWhereThereIsOne) {
    model::Result result = samples::failed();
    EXPECT_FALSE(json::parse(rendered_json(result))["cases"][0].contains("smallest"));
    model::SmallestStory story;
    story.runs = 17;
    story.story = "It fails in the same way without any fault.";
    story.remains = {"1 message of step 1"};
    story.left_out = {"4 messages of step 1"};
    story.run = result.cases[0];
    story.run.reproduce = "sockgrade check --only messages.1=4";
    result.cases[0].smallest.push_back(story);
    const json document = json::parse(rendered_json(result));
    EXPECT_EQ(problems_of(document), "");
    const json& smallest = document["cases"][0]["smallest"];
    EXPECT_EQ(smallest["reproduce"], story.run.reproduce);
    EXPECT_EQ(smallest["left_out"][0], "4 messages of step 1");
    EXPECT_EQ(smallest["conversation"], document["cases"][0]["conversation"]);
    EXPECT_TRUE(smallest["repeats"]);
}

TEST(JsonReport, HostileTextStaysText) {
    const std::string text = rendered_json(samples::hostile());
    EXPECT_EQ(problems_of(json::parse(text)), "");
    // ASCII, and no control characters but line ends: harmless on any terminal and in any log.
    EXPECT_TRUE(
        std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c < '\x7f'); }));
    EXPECT_EQ(text.find("##["), std::string::npos);
    EXPECT_EQ(text.find("\n::"), std::string::npos);
    const std::string program = json::parse(text)["program"];
    EXPECT_EQ(program.substr(0, 16), "::error::x\x1b[2J\n:");
}

TEST(JsonReport, KeepsSeedsOf64Bits) {
    model::Result result = samples::passed();
    result.seed = 0xffff'ffff'ffff'ffff;
    EXPECT_EQ(json::parse(rendered_json(result))["seed"].get<std::uint64_t>(), result.seed);
}

TEST(JsonReport, LooksAsReviewed) {
    for (const auto& [name, result] : samples::all())
        golden::expect_golden(rendered_json(result), "report-" + name + ".json");
}

}  // namespace
}  // namespace sockgrade::reports
