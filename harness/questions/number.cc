#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hh"
#include "questions/outcome.hh"
#include "questions/read_number.hh"

namespace sockgrade::questions {

namespace {

// 0.1 has no exact double.
bool is_within(const model::NumberForm& form, double number) {
    const double room = 1e-9 * std::max(1.0, std::abs(number));
    return number >= form.from - room && number <= form.to + room;
}

const model::NumberForm* find_among(const std::vector<model::NumberForm>& forms,
                                    const std::vector<double>& readings) {
    for (const model::NumberForm& form : forms)
        for (const double number : readings)
            if (is_within(form, number)) return &form;
    return nullptr;
}

}  // namespace

Judged judge_number(const model::Question& question, const model::Answer& answer) {
    const std::vector<double> readings =
        answer.items.size() == 1 ? read_number(answer.items.front()) : std::vector<double>{};
    if (readings.empty())
        return {Outcome::unclear,
                {fmt::format("Which number is meant cannot be told from {}. Write one number, in digits.",
                             quote(fmt::format("{}", answer.items.front()), 60))}};
    if (find_among(question.right_numbers, readings) != nullptr) return {Outcome::right, {}};
    if (const model::NumberForm* wrong = find_among(question.wrong_numbers, readings))
        return {Outcome::wrong, {wrong->why}};
    return {Outcome::wrong, {question.otherwise.empty() ? "It is another number." : question.otherwise}};
}

}  // namespace sockgrade::questions
