#include "base/error.hh"

#include <fmt/format.h>

#include <utility>

namespace sockgrade {

std::string SpecProblem::to_string() const {
    std::string where = file;
    if (line > 0) where += fmt::format(":{}:{}", line, column);
    std::string text = where + ": ";
    if (!path.empty()) text += path + ": ";
    text += message;
    if (!suggestion.empty()) text += fmt::format("; did you mean '{}'?", suggestion);
    return text;
}

namespace {

std::string join_problems(const std::vector<SpecProblem>& problems) {
    std::string text;
    for (const SpecProblem& problem : problems) {
        if (!text.empty()) text += '\n';
        text += problem.to_string();
    }
    return text;
}

}  // namespace

SpecError::SpecError(std::vector<SpecProblem> problems)
    : std::runtime_error(join_problems(problems)), problems_(std::move(problems)) {}

}  // namespace sockgrade
