// YAML -> Assignment, and the list of submitters that Gradescope puts into an export.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/assignment.hh"

namespace sockgrade::spec {

// Throws SpecError, or UsageError when there is no such file. Exercises and patterns are only read, not
// looked up.
model::Assignment load_assignment(const std::string& path);
model::Assignment load_assignment_text(const std::string& text, const std::string& file_name);

// An assignment, and not an exercise's spec? Throws as load_assignment does.
bool is_assignment(const std::string& path);

// submission_metadata.yml: folder -> who handed it in, and when. Throws SpecError when it is no YAML; what is
// in it besides is passed over, whatever it is.
std::map<std::string, model::HandInRecord> read_submitters(const std::string& text,
                                                           const std::string& file_name);

}  // namespace sockgrade::spec
