// Finds exercises by name.
#pragma once

#include <string>
#include <vector>

#include "model/spec.hh"
#include "spec/load.hh"

namespace CLI {
class App;
}

namespace sockgrade::cli {

// The specs that come with this program: beside the executable, where it is installed, in the source tree of
// a development build, or unpacked from the program itself. UsageError where there are none.
std::string specs_folder();

// Names of all exercises, in alphabetical order.
std::vector<std::string> exercise_names();

// The spec's file of an exercise by name, or `name` itself when it is a YAML file. UsageError with the
// nearest name.
std::string spec_file(const std::string& name);

// Whether it came with this program: it lies in specs_folder().
bool is_shipped(const model::Spec& spec);

// --spec of the command line.
void add_spec(CLI::App& command, std::string& file);

// Loads it. `file` (of --spec) goes before `name`.
model::Spec load_exercise(const std::string& name, const std::string& file = {},
                          spec::Reader reader = spec::Reader::grader);

}  // namespace sockgrade::cli
