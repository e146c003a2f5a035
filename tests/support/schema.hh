// Holds JSON against a schema: of docs/schemas, where ours are published, or of tests/schemas, where the
// formats of others are.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "tests/support/places.hh"

namespace sockgrade::schema {

// The published schemas let fields be added; here, each one that is written must be described.
inline void allow_no_others(nlohmann::json& schema) {
    if (schema.is_object() && schema.contains("properties")) schema["additionalProperties"] = false;
    for (nlohmann::json& part : schema)
        if (part.is_structured()) allow_no_others(part);
}

// What is wrong with a document, or nothing. `name`: "result-1".
inline std::string problems_of(const nlohmann::json& document, const std::string& name,
                               const std::string& folder = "docs/schemas") {
    using Adapter = valijson::adapters::NlohmannJsonAdapter;
    std::ifstream in(in_source(folder + "/" + name + ".json"));
    nlohmann::json described = nlohmann::json::parse(in);
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

}  // namespace sockgrade::schema
