// YAML -> Spec. Everything that is wrong is found before anything runs, and all of it at once.
#pragma once

#include <string>
#include <vector>

#include "model/spec.hh"
#include "spec/context.hh"

namespace sockgrade::spec {

// Names that other layers know.
struct NameSets {
    std::vector<faults::FaultKind> faults;
};

// Who grades with a spec; who writes it, and wants to know too whether its name, its handout and its proof
// are right.
enum class Reader { grader, author };

// Throws SpecError, or UsageError when there is no such file.
model::Spec load_spec(const std::string& path, const NameSets& names, Reader reader = Reader::grader);

// The same for text that is already there; `file_name` is for messages, and says where the files are that it
// names.
model::Spec load_spec_text(const std::string& text, const std::string& file_name, const NameSets& names,
                           Reader reader = Reader::grader);

}  // namespace sockgrade::spec
