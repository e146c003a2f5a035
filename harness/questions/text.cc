// A short text is right or wrong when it is one of the forms that the spec knows. Nobody foresees every right
// one: what is none of them is unclear, unless the spec says that all others are wrong.
#include <algorithm>

#include "base/normal_form.hh"
#include "base/pattern.hh"
#include "base/text.hh"
#include "questions/outcome.hh"

namespace sockgrade::questions {

namespace {

bool is_form(const model::TextForm& form, const std::string& text) {
    return form.is_pattern ? fits_whole(form.text, text) : normal_form(form.text) == text;
}

}  // namespace

Judged judge_text(const model::Question& question, const model::Answer& answer) {
    const std::string unknown = "It is neither an answer that is known to be right nor a common mistake.";
    if (answer.items.size() != 1)
        return {Outcome::unclear, {"One answer is asked for, and a list stands here."}};
    const std::string text = normal_form(answer.items.front());
    const bool is_right = std::any_of(question.right_texts.begin(), question.right_texts.end(),
                                      [&](const model::TextForm& form) { return is_form(form, text); });
    const auto wrong = std::find_if(question.wrong_texts.begin(), question.wrong_texts.end(),
                                    [&](const model::TextForm& form) { return is_form(form, text); });
    // Both: the patterns overlap, and the student has no part in that.
    if (is_right && wrong != question.wrong_texts.end()) return {Outcome::unclear, {unknown}};
    if (is_right) return {Outcome::right, {}};
    if (wrong != question.wrong_texts.end()) return {Outcome::wrong, {wrong->why}};
    if (!question.otherwise.empty()) return {Outcome::wrong, {question.otherwise}};
    return {Outcome::unclear, {unknown}};
}

}  // namespace sockgrade::questions
