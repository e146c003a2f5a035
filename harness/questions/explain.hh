// Questions as text, for people.
#pragma once

#include <string>
#include <vector>

#include "model/question.hh"

namespace sockgrade::questions {

// For `sockgrade show`: at most 80 columns, and without the answers. Empty where there are no questions.
std::string explain(const std::vector<model::Question>& questions);

// An answers.yaml to fill in.
std::string blank_answers(const std::string& exercise, const std::vector<model::Question>& questions);

}  // namespace sockgrade::questions
