// One answer, judged: a file for each kind of question.
#pragma once

#include <string>
#include <vector>

#include "model/question.hh"

namespace sockgrade::questions {

// unclear: what is meant cannot be told, so that a person has to. It is never taken for wrong.
enum class Outcome { right, wrong, unclear };

struct Judged {
    Outcome outcome = Outcome::unclear;
    std::vector<std::string> reasons{};  // sentences
};

// The answer has at least one item, and none of them is blank.
Judged judge_choice(const model::Question& question, const model::Answer& answer);
Judged judge_number(const model::Question& question, const model::Answer& answer);
Judged judge_text(const model::Question& question, const model::Answer& answer);

// a, b, c ...: how the answers of a question are called.
char letter_of(std::size_t choice);

}  // namespace sockgrade::questions
