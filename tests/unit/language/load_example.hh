// The files of the tables' tests, as the loader and as an editor read them.
#pragma once

#include <yaml-cpp/yaml.h>

#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "base/error.hh"
#include "spec/assignment.hh"
#include "spec/fault_list.hh"
#include "spec/load.hh"
#include "spec/read_questions.hh"
#include "tests/support/fault_names.hh"
#include "tests/support/places.hh"
#include "tests/unit/language/examples.hh"
#include "tests/unit/language/yaml_json.hh"

namespace sockgrade::language {

inline std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// What the loader says, as if the file stood among the specs; empty when nothing.
inline std::string problems_of(const std::string& text, File file) {
    static const spec::NameSets kNames = spec::all_names();
    const std::string path = in_source("specs/x.yaml");
    try {
        switch (file) {
            case File::spec:
                spec::load_spec_text(text, path, kNames);
                break;
            case File::questions:
                spec::load_questions_text(text, path, "udp-sender", {});
                break;
            case File::assignment:
                spec::load_assignment_text(text, path);
                break;
            case File::faults:
                spec::load_faults_text(text, path, kNames.faults);
                break;
        }
    } catch (const SpecError& error) {
        return error.what();
    }
    return "";
}

// What the schema of that name says of it, as an editor does.
inline std::string problems_by(const std::string& schema, const std::string& text) {
    using Adapter = valijson::adapters::NlohmannJsonAdapter;
    static std::map<std::string, std::unique_ptr<valijson::Schema>> known;
    if (!known.contains(schema)) {
        const nlohmann::json json = nlohmann::json::parse(file_text(in_source(schema)));
        known[schema] = std::make_unique<valijson::Schema>();
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(json), *known[schema]);
    }
    const nlohmann::json document = to_json(YAML::Load(text));
    valijson::ValidationResults results;
    valijson::Validator().validate(*known[schema], Adapter(document), &results);
    std::string all;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        for (const std::string& part : error.context) all += part;
        all += ": " + error.description + '\n';
    }
    return all;
}

}  // namespace sockgrade::language
