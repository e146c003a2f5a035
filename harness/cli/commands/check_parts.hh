// Which part of a hand-in is graded: the program, the answers to the questions, or both.
#pragma once

#include <optional>
#include <string>

#include "cli/commands/check.hh"
#include "model/question.hh"
#include "model/spec.hh"

namespace sockgrade::cli {

struct Parts {
    bool program = true;
    std::optional<model::AnswerSheet> answers{};
    std::string note{};  // why the questions are left out, where somebody may wonder
};

// An answers.yaml is graded by itself, a folder with its program and its answers, and a single program alone.
// UsageError for what can't be read and for a --case that is nowhere.
Parts parts_of(const model::Spec& spec, const CheckOptions& options);

}  // namespace sockgrade::cli
