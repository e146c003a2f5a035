#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "reports/catalog.hh"
#include "tests/support/golden.hh"
#include "tests/unit/reports/sample_results.hh"

namespace sockgrade::reports {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;
using nlohmann::json;

std::string render(const model::Result& result) { return format_named("json").render(result, {}); }

// The published schema lets fields be added; here, each one that is written must be described.
void allow_no_others(json& schema) {
    if (schema.is_object() && schema.contains("properties")) schema["additionalProperties"] = false;
    for (json& part : schema)
        if (part.is_structured()) allow_no_others(part);
}

// What is wrong with a document, or nothing.
std::string problems_of(const json& document) {
    std::ifstream in(std::string(SOCKGRADE_SOURCE_DIR) + "/docs/schemas/result-1.json");
    json described = json::parse(in);
    allow_no_others(described);
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(Adapter(described), schema);
    valijson::ValidationResults results;
    valijson::Validator().validate(schema, Adapter(document), &results);
    std::string text;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        for (const std::string& place : error.context) text += place;
        text += ": " + error.description + "\n";
    }
    return text;
}

TEST(JsonReport, FollowsItsSchema) {
    for (const auto& [name, result] : samples::all())
        EXPECT_EQ(problems_of(json::parse(render(result))), "") << name;
}

TEST(JsonReport, EveryVerdictAndCauseIsInTheSchema) {
    model::Result result = samples::passed();
    for (int verdict = 0; verdict <= static_cast<int>(model::Verdict::inconclusive); ++verdict) {
        for (int cause = 0; cause <= static_cast<int>(model::Cause::left_processes); ++cause) {
            result.verdict = result.cases[0].verdict = static_cast<model::Verdict>(verdict);
            result.cases[0].cause = static_cast<model::Cause>(cause);
            result.cases[0].findings[0].cause = static_cast<model::Cause>(cause);
            ASSERT_EQ(problems_of(json::parse(render(result))), "") << verdict << ' ' << cause;
        }
    }
}

TEST(JsonReport, TheSchemaNoticesWhatIsWrong) {
    json document = json::parse(render(samples::failed()));
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

TEST(JsonReport, HostileTextStaysText) {
    const std::string text = render(samples::hostile());
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
    EXPECT_EQ(json::parse(render(result))["seed"].get<std::uint64_t>(), result.seed);
}

TEST(JsonReport, LooksAsReviewed) {
    for (const auto& [name, result] : samples::all())
        golden::expect_golden(render(result), "report-" + name + ".json");
}

}  // namespace
}  // namespace sockgrade::reports
