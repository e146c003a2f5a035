// What a student answers. Whatever stands in the file is no error of ours and none of the command line's: it
// is told with its line in the report.
#pragma once

#include <string>
#include <vector>

#include "model/question.hh"

namespace sockgrade::spec {

// Never throws for what is in the text. `file_name` is for messages, `ids` are those of the questions.
model::AnswerSheet read_answers(const std::string& text, const std::string& file_name,
                                const std::vector<std::string>& ids);

}  // namespace sockgrade::spec
