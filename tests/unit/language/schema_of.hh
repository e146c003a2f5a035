// A JSON Schema of the tables, for editors that complete and check YAML by one.
#pragma once

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

#include "faults/fault.hh"
#include "language/language.hh"

namespace sockgrade::language {

using Json = nlohmann::ordered_json;

// --- Numbers in quotes: the loader takes "3" for 3.

// Digits from `least` to `most`, which have the same length.
inline std::string digits_between(const std::string& least, const std::string& most) {
    if (least.empty()) return {};
    const std::string zeros(least.size(), '0');
    const std::string nines(least.size(), '9');
    const std::string rest_of_least = least.substr(1);
    const std::string rest_of_most = most.substr(1);
    if (least == zeros && most == nines) return fmt::format("[0-9]{{{}}}", least.size());
    if (least[0] == most[0]) return least[0] + digits_between(rest_of_least, rest_of_most);
    std::string all = least[0] + digits_between(rest_of_least, nines.substr(1));
    if (least[0] + 1 < most[0])
        all += fmt::format("|[{}-{}]{}", static_cast<char>(least[0] + 1), static_cast<char>(most[0] - 1),
                           digits_between(zeros.substr(1), nines.substr(1)));
    all += '|' + (most[0] + digits_between(zeros.substr(1), rest_of_most));
    return '(' + all + ')';
}

inline std::string pattern_of_numbers(std::size_t least, std::size_t most) {
    std::string all;
    for (std::size_t size = std::to_string(least).size(); size <= std::to_string(most).size(); ++size) {
        const std::string first = '1' + std::string(size - 1, '0');
        const bool has_least = size == std::to_string(least).size();
        const bool has_most = size == std::to_string(most).size();
        all += (all.empty() ? "" : "|") +
               digits_between(has_least ? std::to_string(least) : first,
                              has_most ? std::to_string(most) : std::string(size, '9'));
    }
    return "^0*(" + all + ")$";
}

// --- Types.

inline constexpr const char* kNames = "^[a-z][a-z0-9-]*$";
inline constexpr const char* kMoments =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]*)?)? "
    "?(Z|UTC|[+-][0-9]{2}:?[0-9]{2})?$";

inline Json text_that_fits(const std::string& pattern) { return {{"type", "string"}, {"pattern", pattern}}; }
inline Json in_range(const char* type, std::size_t least, std::size_t most) {
    return {{"type", type}, {"minimum", least}, {"maximum", most}};
}

// The ways to write a text of that form: an editor sees 3 and true as what they are, and not as texts.
inline std::vector<Json> texts_of(const Type& type) {
    const Json unquoted = {{"type", {"number", "boolean"}}};
    switch (type.form) {
        case Form::none:
            return {};
        case Form::text:
            return {{{"type", {"string", "number", "boolean"}}}};
        case Form::filled:
            return {{{"type", "string"}, {"minLength", 1}}, unquoted};
        case Form::marked:
            return {text_that_fits("\\{[A-Za-z][A-Za-z0-9_-]*\\}")};
        case Form::sentence:
            return {text_that_fits("[^ \\t\\n]"), unquoted};
        case Form::name:
            return {text_that_fits(kNames), {{"type", "boolean"}}};
        case Form::path:
            return {text_that_fits("^(?!/)(?!(.*/)?\\.\\.(/|$))."), unquoted};
        case Form::exercise:
            return {text_that_fits("^([a-z][a-z0-9-]*|.*\\.ya?ml)$"), {{"type", "boolean"}}};
        case Form::number:
            return {in_range("integer", type.least, type.most),
                    text_that_fits(pattern_of_numbers(type.least, type.most))};
        case Form::moment:
            return {text_that_fits(kMoments)};
        case Form::integer:
            return {{{"type", "integer"}}, text_that_fits("^-?[0-9]+$")};
        case Form::decimal:
            return {{{"type", "number"}}, text_that_fits("^-?([0-9]+\\.?[0-9]*|\\.[0-9]+)$")};
        case Form::seconds:
            return {{{"type", "number"}, {"minimum", 0.1}, {"maximum", 60}},
                    text_that_fits(
                        "^(0?\\.[1-9][0-9]*|[1-9]\\.?|[1-9]\\.[0-9]+|[1-5][0-9](\\.[0-9]*)?|60(\\.0*)?)$")};
        case Form::yes_or_no:
            return {{{"type", "boolean"}}, {{"enum", {"true", "false"}}}};
        case Form::chance:
            return {in_range("integer", 1, 100), text_that_fits("^([1-9][0-9]?|100)%?$")};
        case Form::share:
            return {in_range("number", 0, 100),
                    text_that_fits("^(0?[0-9]{1,2}(\\.[0-9]{1,4})?|100(\\.0{1,4})?)%?$")};
        case Form::size:
            return {in_range("integer", type.least, type.most),
                    text_that_fits(pattern_of_numbers(type.least, type.most)),
                    text_that_fits("^\\{[A-Za-z][A-Za-z0-9_-]*\\}$")};
        case Form::hexadecimal:
            return {text_that_fits("^ *([0-9a-fA-F] *[0-9a-fA-F] *)+$"),
                    {{"type", "integer"}, {"minimum", 0}}};
        case Form::pattern:
            return {{{"type", "string"}, {"minLength", 1}}, unquoted};
    }
    return {};
}

inline Json reference_to(const Place& place) {
    return {{"$ref", "#/definitions/" + std::string(place.name)}};
}

inline Json schema_of(const Type& type) {
    std::vector<Json> ways;
    if (!type.words.empty()) {
        Json words = Json::array();
        for (const Word& word : type.words) words.push_back(word.name);
        ways.push_back({{"enum", words}});
    }
    for (Json& text : texts_of(type)) ways.push_back(std::move(text));
    if (type.item != nullptr) {
        Json list = {{"type", "array"}, {"minItems", type.fewest}, {"maxItems", type.longest}};
        list["items"] = schema_of(*type.item);
        if (type.is_distinct) list["uniqueItems"] = true;
        ways.push_back(std::move(list));
    }
    for (const Place* const place : type.maps) ways.push_back(reference_to(*place));
    if (ways.size() == 1) return ways.front();
    return {{"anyOf", ways}};
}

// --- Keys and maps.

inline std::string description_of(std::string_view text, std::span<const Word> words) {
    std::string all(text);
    for (const Word& word : words) all += fmt::format("\n{}: {}", word.name, word.text);
    return all;
}

inline Json schema_of(const Key& key) {
    Json schema = {{"description", description_of(key.text, key.type.words)}};
    schema.update(schema_of(key.type));
    const bool has_default =
        !key.usual.empty() && !key.is_required() && !key.is_one_of_these() && !key.is_of_some_kinds();
    if (has_default) {
        const Json parsed = Json::parse(key.usual, nullptr, false);
        schema["default"] = parsed.is_discarded() ? Json(key.usual) : parsed;
    }
    return schema;
}

// What names that a spec chooses look like.
inline const char* names_in(const Place& place) {
    if (place.name == "values" || place.name == "fields_said" || place.name == "remembered")
        return "^[a-z][a-z0-9_]*$";  // no dashes: they stand in expressions
    if (place.name == "files" || place.name == "wrote") return "^[A-Za-z0-9._ -][A-Za-z0-9._/ -]*$";
    if (place.name == "http_headers") return "^[A-Za-z0-9_-]+$";
    return kNames;
}

inline Json schema_of(const Place& place) {
    Json schema = {{"description", place.text}, {"type", "object"}};
    Json one_of_these = Json::array();
    Json exclusive = Json::array();
    for (const Key& key : place.keys) {
        const std::string name(key.name);
        schema["properties"][name] = schema_of(key);
        if (key.is_required()) schema["required"].push_back(name);
        if (key.is_one_of_these()) one_of_these.push_back({{"required", {name}}});
        if (!key.not_with.empty()) exclusive.push_back({{"not", {{"required", {key.not_with, name}}}}});
        if (!key.only_with.empty()) schema["dependencies"][name] = {key.only_with};
    }
    if (!one_of_these.empty()) schema["oneOf"] = one_of_these;
    if (!exclusive.empty()) schema["allOf"] = exclusive;
    schema["additionalProperties"] = place.named != nullptr ? schema_of(*place.named) : Json(false);
    if (place.is_read_by_hand) {
        schema["patternProperties"][names_in(place)] = schema["additionalProperties"];
        schema["additionalProperties"] = false;
        schema["minProperties"] = place.fewest;
        schema["maxProperties"] = place.most;
    }
    return schema;
}

// --- What the tables leave to code.

// `program` does what a program does, a role in a pair what either does, and everybody else what peers do.
inline Json schema_of_steps() {
    Json schema = schema_of(kStep);
    const Json peer = {{"$ref", "#/definitions/peer_action"}};
    const Json program = {{"$ref", "#/definitions/program_action"}};
    schema["properties"]["program"] = program;
    for (const char* role : {"sender", "receiver", "client", "server"})
        schema["properties"][role] = {{"anyOf", {peer, program}}};
    schema["patternProperties"] = {
        {"^(?!(program|sender|receiver|client|server|repeat|do|hint)$)[a-z][a-z0-9-]*$", peer}};
    // Beside one actor there may be a hint, and no other one.
    schema.erase("maxProperties");
    schema["oneOf"] = {{{"maxProperties", 1}, {"not", {{"required", {"hint"}}}}},
                       {{"minProperties", 2}, {"maxProperties", 2}, {"required", {"hint"}}}};
    return schema;
}

inline Json schema_of_action(const Type& type, const char* text) {
    Json schema = {{"description", description_of(text, type.words)}};
    schema.update(schema_of(type));
    return schema;
}

// Each kind of fault with the words that it takes.
inline Json schema_of_faults() {
    Json schema = schema_of(kFaultRule);
    schema.erase("patternProperties");
    for (const faults::FaultKind& kind : faults::catalog()) {
        Json others = Json::array();
        for (const Key& key : kFault.keys)
            if (key.is_of_some_kinds() &&
                std::find(kind.takes.begin(), kind.takes.end(), key.name) == kind.takes.end())
                others.push_back({{"required", {key.name}}});
        Json one = {{"description", kind.summary}, {"allOf", {reference_to(kFault)}}};
        one["not"]["anyOf"] = others;
        for (const std::string_view need : kind.needs) one["anyOf"].push_back({{"required", {need}}});
        schema["properties"][std::string(kind.name)] = one;
    }
    return schema;
}

// --- Files.

inline void add_definitions(const Type& type, Json& definitions);
inline void add_definition(const Place& place, Json& definitions) {
    const std::string name(place.name);
    if (definitions.contains(name)) return;
    definitions[name] = &place == &kStep        ? schema_of_steps()
                        : &place == &kFaultRule ? schema_of_faults()
                                                : schema_of(place);
    for (const Key& key : place.keys) add_definitions(key.type, definitions);
    if (place.named != nullptr) add_definitions(*place.named, definitions);
    if (&place != &kStep) return;
    definitions["peer_action"] = schema_of_action(kPeerAction, "What a peer does or expects.");
    definitions["program_action"] =
        schema_of_action(kProgramAction, "What is asked of the program, and what its user does.");
    add_definitions(kProgramAction, definitions);
}
inline void add_definitions(const Type& type, Json& definitions) {
    if (type.item != nullptr) add_definitions(*type.item, definitions);
    for (const Place* const place : type.maps) add_definition(*place, definitions);
}

inline std::string schema_file(const Place& top) {
    Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                   {"$comment", "Made of the tables in harness/language; do not edit."},
                   {"title", "Sockgrade: " + std::string(top.title)}};
    schema.update(schema_of(top));
    Json definitions = Json::object();
    add_definition(top, definitions);
    definitions.erase(std::string(top.name));
    schema["definitions"] = definitions;
    return schema.dump(2) + '\n';
}

}  // namespace sockgrade::language
