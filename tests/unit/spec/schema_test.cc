// specs/schema.json teaches editors what the loader knows: the same keys, the same words, nothing more or
// less.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "spec/keys.hh"
#include "tests/support/places.hh"
#include "tests/unit/spec/spec_text.hh"
#include "tests/unit/spec/yaml_json.hh"

namespace sockgrade::spec {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

const Json& schema() {
    static const Json kSchema = Json::parse(file_text(in_source("specs/schema.json")));
    return kSchema;
}

const Json& definition(std::string_view name) {
    return name == "spec" ? schema() : schema().at("definitions").at(std::string(name));
}

bool is_valid(const std::string& yaml, std::string* why = nullptr) {
    static const auto kParsed = [] {
        auto parsed = std::make_unique<valijson::Schema>();
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::NlohmannJsonAdapter(schema()), *parsed);
        return parsed;
    }();
    const Json document = to_json(YAML::Load(yaml));
    valijson::ValidationResults results;
    valijson::Validator validator;
    const bool valid =
        validator.validate(*kParsed, valijson::adapters::NlohmannJsonAdapter(document), &results);
    valijson::ValidationResults::Error error;
    while (why && results.popError(error)) {
        for (const std::string& part : error.context) *why += part;
        *why += ": " + error.description + '\n';
    }
    return valid;
}

TEST(Schema, HasTheKeysThatTheLoaderKnows) {
    for (const Place* place : kPlaces) {
        Names known;
        Names required;
        for (const Key& key : place->keys) {
            known.emplace(key.name);
            if (key.is_required) required.emplace(key.name);
        }
        const Json& there = definition(place->name);
        Names in_schema;
        for (const auto& [key, value] : there.at("properties").items()) in_schema.insert(key);
        EXPECT_EQ(in_schema, known) << place->name;
        EXPECT_EQ(there.value("required", Names{}), required) << place->name;
        const Json others = place->has_fields ? Json{{"$ref", "#/definitions/field_values"}} : Json(false);
        EXPECT_EQ(there.at("additionalProperties"), others) << place->name;
    }
}

TEST(Schema, HasNoMapsThatTheLoaderDoesNotKnow) {
    // Their keys are names that a spec chooses.
    Names known{"step", "fault_rule"};
    for (const Place* place : kPlaces) known.emplace(place->name);
    for (const auto& [name, value] : schema().at("definitions").items())
        EXPECT_TRUE(!value.contains("properties") || known.contains(name)) << name;
}

template <typename T>
void expect_words(const Json& there, Words<T> words) {
    const std::vector<std::string> names = names_of(words);
    EXPECT_EQ(there.at("enum").get<Names>(), Names(names.begin(), names.end())) << there;
}

TEST(Schema, HasTheWordsThatTheLoaderKnows) {
    const auto property = [](std::string_view place, const char* key) {
        return definition(place).at("properties").at(key);
    };
    expect_words<model::Role>(property("program", "role"), kRoles);
    expect_words<model::Transport>(property("program", "transport"), kTransports);
    expect_words<model::AddressRule>(property("program", "address"), kAddressRules);
    expect_words<model::Level>(property("case", "level"), kLevels);
    expect_words<bool>(property("case", "visibility"), kVisibilities);
    expect_words<model::Letters>(definition("letters"), kLetters);
    expect_words<model::Expect::Order>(property("expect_each", "order"), kOrders);
    expect_words<model::Expect::Order>(property("prints_each", "order"), kOrders);
    expect_words<std::string_view>(property("fault", "to"), kFaultEnds);
    expect_words<std::string_view>(property("fault", "from"), kFaultEnds);
    for (const char* place : {"connect_how", "send", "send_each"})
        expect_words<model::From>(property(place, "from"), kFrom);
    expect_words<bool>(property("case", "host"), kHost);
    expect_words<bool>(property("expect_capitals", "capitals_of"), kSent);
    expect_words<bool>(property("expect_each", "each"), kSent);
    expect_words<bool>(property("prints_each", "each"), kSent);
    expect_words<bool>(property("accept", "accept"), kLate);
    expect_words<bool>(property("is", "is"), kRunning);
    expect_words<MakeAction>(definition("peer_word"), kPeerWords);
    expect_words<MakeAction>(definition("program_word"), kProgramWords);
}

TEST(Schema, HasTheFormsThatTheLoaderKnows) {
    const auto references = [](const Json& choices) {
        Names names;
        for (const Json& choice : choices)
            if (choice.contains("$ref")) names.insert(choice["$ref"].get<std::string>().substr(14));
        return names;
    };
    const auto places = [](Forms forms) {
        Names names;
        for (const Form& form : forms) names.emplace(form.place->name);
        return names;
    };
    const auto with_word = [](Names names, const char* word) {
        names.insert(word);
        return names;
    };
    EXPECT_EQ(references(definition("peer_action").at("oneOf")), with_word(places(kPeerForms), "peer_word"));
    EXPECT_EQ(references(definition("program_action").at("oneOf")),
              with_word(places(kProgramForms), "program_word"));
    EXPECT_EQ(references(definition("expect").at("properties").at("expect").at("oneOf")),
              places(kExpectForms));
    EXPECT_EQ(references(definition("prints").at("properties").at("prints").at("oneOf")),
              places(kPrintsForms));
}

void expect_described(const Json& properties, const std::string& where) {
    for (const auto& [key, value] : properties.items()) {
        Json described = value;
        if (!value.contains("description") && value.contains("$ref"))
            described = definition(value["$ref"].get<std::string>().substr(14));
        EXPECT_GT(described.value("description", "").size(), 5U) << where << '.' << key;
    }
}

TEST(Schema, DescribesEveryKey) {
    for (const Place* place : kPlaces)
        expect_described(definition(place->name).at("properties"), std::string(place->name));
    expect_described(schema().at("definitions"), "definitions");
}

TEST(Schema, AcceptsTheShippedSpecs) {
    for (const auto& entry : std::filesystem::directory_iterator(in_source("specs"))) {
        if (entry.path().extension() != ".yaml") continue;
        std::string why;
        EXPECT_TRUE(is_valid(file_text(entry.path()), &why)) << entry.path() << '\n' << why;
    }
}

// The schema must not refuse what the loader takes, nor let through plain slips.
TEST(Schema, AgreesWithTheLoader) {
    const std::string udp_steps =
        "- a: { send: x }\n- a: { expect: { each: sent, order: any, copies: any } }\n";
    const std::vector<std::string> good{
        with_steps(kTcpServer,
                   "- a: { connect: { from: another-host } }\n- a: { send: { bytes: all }, coax: true }\n"
                   "- a: { send_each: [x, { bytes: 00 }, { words: 3 }] }\n"
                   "- a: { expect: { capitals_of: sent, letters: unicode } }\n"
                   "- a: { reply: capitals, pieces: 7 }\n- a: { reply: { text: capitals } }\n"
                   "- a: { expect: { words: \"{size}\" } }\n- program: { exits: 0 }",
                   "vary: { size: [1, 2] }"),
        with_steps(kUdpServer, udp_steps,
                   "faults:\n  - drop: { to: program, n: 1, times: 2, chance: 30% }\n"
                   "  - reorder: { from: program, n: [1, 2], chance: 5, containing: x }"),
        with_steps(kTcpServer,
                   "- a: connect\n- a: { send: 5 }\n- program: { prints: { each: sent, once: true } }"),
        with_steps(kTcpClient,
                   "- a: fill-backlog\n- a: { refuse: 2 }\n- a: { accept: late }\n- a: stop-reading\n"
                   "- a: go-on-reading\n- a: expect-given\n- a: go-away\n- a: come-back\n- a: accept\n"
                   "- a: expect-given\n- a: { reply: capitals, cut_after: 3 }\n- program: exits"),
    };
    for (const std::string& text : good) {
        std::string why;
        EXPECT_EQ(problems_of(text), "");
        EXPECT_TRUE(is_valid(text, &why)) << text << why;
    }
    const std::vector<std::string> bad{
        with_steps(kTcpServer, "- a: conect\n- a: expect-end"),
        with_steps(kTcpServer, "- a: { send: x, expect: y }"),
        with_steps(kTcpServer, "- a: connect\n- program: connect"),
        with_steps(kTcpServer, "- A: connect\n- a: expect-end"),
        with_steps(kTcpClient, "- a: { accept: later }\n- a: expect-given"),
        with_steps(kTcpClient, "- a: { refuse: 0 }\n- a: accept\n- a: expect-given"),
        with_steps(kTcpServer, "- a: connect\n- a: { send: abc, cut_after: none }\n- program: exits"),
        with_steps(kTcpServer, "- a: { send: { words: 0 } }\n- a: expect-end"),
        with_steps(kTcpServer, "- a: { send: { bytes: xy } }\n- a: expect-end"),
        with_steps(kTcpServer, "- program: exits", "points: 1001"),
        with_steps(kTcpServer, "- program: exits", "levle: must"),
        with_steps(kUdpServer, udp_steps, "faults:\n  - drop: { n: 1 }"),
        with_steps(kUdpServer, udp_steps, "faults:\n  - drop: { to: program, from: program }"),
    };
    for (const std::string& text : bad) {
        EXPECT_NE(problems_of(text), "") << text;
        EXPECT_FALSE(is_valid(text)) << text;
    }
}

}  // namespace
}  // namespace sockgrade::spec
