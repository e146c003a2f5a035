// specs/questions-schema.json has the keys that the loader knows, and takes the questions that are there.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "spec/question_keys.hh"
#include "tests/support/places.hh"
#include "tests/unit/spec/spec_text.hh"
#include "tests/unit/spec/yaml_json.hh"

namespace sockgrade::spec {
namespace {

using QuestionJson = nlohmann::json;

const QuestionJson& questions_schema() {
    static const QuestionJson kSchema =
        QuestionJson::parse(file_text(in_source("specs/questions-schema.json")));
    return kSchema;
}

std::string problems_by_schema(const std::string& yaml) {
    using Adapter = valijson::adapters::NlohmannJsonAdapter;
    valijson::Schema parsed;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(Adapter(questions_schema()), parsed);
    const QuestionJson document = to_json(YAML::Load(yaml));
    valijson::ValidationResults results;
    valijson::Validator().validate(parsed, Adapter(document), &results);
    std::string text;
    for (valijson::ValidationResults::Error error; results.popError(error);) text += error.description + "\n";
    return text;
}

TEST(QuestionsSchema, HasTheKeysThatTheLoaderKnows) {
    for (const Place* place : kQuestionPlaces) {
        std::set<std::string> known;
        std::set<std::string> required;
        for (const Key& key : place->keys) {
            known.emplace(key.name);
            if (key.is_required) required.emplace(key.name);
        }
        const QuestionJson& there = place == &kQuestionsFile
                                        ? questions_schema()
                                        : questions_schema().at("definitions").at(std::string(place->name));
        std::set<std::string> in_schema;
        for (const auto& [key, value] : there.at("properties").items()) in_schema.insert(key);
        EXPECT_EQ(in_schema, known) << place->name;
        EXPECT_EQ(there.value("required", std::set<std::string>{}), required) << place->name;
        EXPECT_EQ(there.at("additionalProperties"), QuestionJson(false)) << place->name;
    }
}

TEST(QuestionsSchema, HasTheLevelsThatTheLoaderKnows) {
    const QuestionJson levels =
        questions_schema().at("definitions").at("question").at("properties").at("level");
    std::set<std::string> known;
    for (const auto& [name, level] : kLevels) known.emplace(name);
    EXPECT_EQ(levels.at("enum").get<std::set<std::string>>(), known);
}

TEST(QuestionsSchema, AcceptsTheQuestionsThatAreThere) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(in_source("specs/questions"))) {
        EXPECT_EQ(problems_by_schema(file_text(entry.path())), "") << entry.path();
        ++files;
    }
    EXPECT_GE(files, 6U);
}

TEST(QuestionsSchema, RefusesPlainSlips) {
    for (const char* question :
         {"{ id: a, aks: A, open: x }", "{ id: a, ask: A }", "{ id: a, ask: A, open: x, level: must }",
          "{ id: a, ask: A, choose-one: [{ answer: x, right: true }, { answer: y }] }",
          "{ id: a, ask: A, number: { right: many } }", "{ id: a, ask: A, text: { right: [] } }"})
        EXPECT_NE(problems_by_schema(std::string("{ exercise: e, questions: [") + question + "] }"), "")
            << question;
}

}  // namespace
}  // namespace sockgrade::spec
