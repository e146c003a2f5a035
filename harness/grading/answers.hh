// The questions of an exercise beside its program: where the answers are, and what they come to.
#pragma once

#include <optional>
#include <string>

#include "model/result.hh"
#include "model/spec.hh"

namespace sockgrade::grading {

// Is it a file of answers rather than a program? By its name alone.
bool is_answers_file(const std::string& path);

// The answers in a hand-in: answers-EXERCISE.yaml, for a folder with the programs of several exercises, or
// answers.yaml. A link that leads out of the folder is not looked at.
std::optional<std::string> answers_in(const std::string& folder, const std::string& exercise);

// Nothing but answers lies in that folder.
bool has_only_answers(const std::string& folder);

// UsageError for what can't be read at all; what is wrong inside is told in the sheet.
model::AnswerSheet read_answers_file(const std::string& path, const model::Spec& spec);

// Nothing is filled in yet: the sheet is as `sockgrade start` laid it there.
bool is_unanswered(const model::AnswerSheet& sheet);

// UsageError where the exercise has none.
void need_questions(const model::Spec& spec);

// Adds the questions to a result, or only the one with that id, and adds everything up anew. `command`: what
// repeats it, without --case.
void add_questions(model::Result& result, const model::Spec& spec, const model::AnswerSheet& sheet,
                   const std::string& only, const std::string& command);

// The result of answers without a program.
model::Result grade_answers(const model::Spec& spec, const std::string& name, const model::AnswerSheet& sheet,
                            const std::string& only, const std::string& command);

}  // namespace sockgrade::grading
