// Faults outside a case: in a file of their own, or said in words on a command line.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/fault.hh"
#include "spec/context.hh"

namespace sockgrade::spec {

// A YAML file with `faults:` and, where they ask for any, `fields:`, both as in a spec. Throws SpecError.
std::vector<model::FaultRule> load_faults_text(const std::string& text, const std::string& file_name,
                                               const std::vector<faults::FaultKind>& kinds);

// A word that a rule takes, with its values: {"n", {"2", "3"}}, {"chance", {"30%"}}; "until.n" for a word of
// `until`.
using RuleWord = std::pair<std::string, std::vector<std::string>>;

// One rule for what goes in that direction. Throws a SpecError whose problems are in no file.
model::FaultRule fault_of_words(const std::string& kind, model::Direction direction,
                                const std::vector<RuleWord>& words, const std::vector<model::Field>& fields,
                                const std::vector<faults::FaultKind>& kinds);

// A field as in `fields: { seq: "{seq} " }`. Throws likewise.
model::Field field_of_words(const std::string& name, const std::string& text);

}  // namespace sockgrade::spec
