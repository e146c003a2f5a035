// Answers in a file that is nearly YAML: a colon in a sentence, a tab, a quote that is never closed. What a
// line says is plain all the same, and no answer is wrong for it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/question.hh"

namespace sockgrade::spec {

// Who_starts_first and who-starts-first are the same question.
std::string question_id_of(std::string_view key);

// Each line that begins with the id of a question and a colon begins its answer; what follows belongs to it
// as far as it is indented.
std::map<std::string, model::Answer> read_answer_lines(const std::string& text,
                                                       const std::vector<std::string>& ids);

}  // namespace sockgrade::spec
