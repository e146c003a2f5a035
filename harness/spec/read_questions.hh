// The questions of an exercise: a file of their own beside the specs.
#pragma once

#include <string>
#include <vector>

#include "model/question.hh"

namespace sockgrade::spec {

// Throws SpecError. `case_ids`: names in reports that are taken.
std::vector<model::Question> load_questions_text(const std::string& text, const std::string& file_name,
                                                 const std::string& exercise,
                                                 const std::vector<std::string>& case_ids);

}  // namespace sockgrade::spec
