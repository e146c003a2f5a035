// Questions and answers to what stands in a report. Pure.
#pragma once

#include <string>
#include <vector>

#include "model/question.hh"
#include "model/result.hh"

namespace sockgrade::questions {

// A result for each question, in order. Open questions, and answers whose meaning cannot be told, are left
// for a person. What is not answered has failed (missing), as has all where the file cannot be read.
std::vector<model::CaseResult> judge(const std::vector<model::Question>& questions,
                                     const model::AnswerSheet& sheet);

// What is odd about the sheet as a whole, such as an answer to a question that is not asked.
std::vector<std::string> remarks_on(const std::vector<model::Question>& questions,
                                    const model::AnswerSheet& sheet);

std::vector<std::string> ids_of(const std::vector<model::Question>& questions);

}  // namespace sockgrade::questions
