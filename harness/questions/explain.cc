#include "questions/explain.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "questions/outcome.hh"

namespace sockgrade::questions {

using model::Question;

namespace {

constexpr std::size_t kColumns = 80;

std::string indented(const std::string& text, std::string before) {
    std::string out;
    for (const std::string& line : wrap(text, kColumns - before.size())) {
        out += before + line + '\n';
        // Under the text of a choice, and behind the sign of a comment.
        std::replace_if(
            before.begin(), before.end(), [](char c) { return c != '#'; }, ' ');
    }
    return out;
}

std::string choices_of(const Question& question, const std::string& before) {
    std::string text;
    for (std::size_t i = 0; i < question.choices.size(); ++i)
        text += indented(question.choices[i].text, fmt::format("{}{}) ", before, letter_of(i)));
    return text;
}

const char* how_of(Question::Kind kind) {
    switch (kind) {
        case Question::Kind::choose_one:
            return "one letter";
        case Question::Kind::choose_all:
            return "all letters that are right, such as [a, c]";
        case Question::Kind::number:
            return "a number";
        case Question::Kind::text:
            return "a few words";
        case Question::Kind::open:
            break;
    }
    return "a text, which a person reads";
}

}  // namespace

std::string explain(const std::vector<Question>& questions) {
    if (questions.empty()) return "";
    std::string text = "Questions, to be answered in answers.yaml\n";
    for (const Question& question : questions) {
        text += "\n" + indented(fmt::format("{}: {}", question.id, question.ask), "");
        text += choices_of(question, "    ");
        std::string worth = fmt::format(
            "{}{}; {}",
            question.kind == Question::Kind::open ? ""
                                                  : fmt::format("{}, ", model::to_string(question.level)),
            count_of(static_cast<std::size_t>(question.points), "point"), how_of(question.kind));
        if (!question.section.empty()) worth += fmt::format("; in the handout: {}", question.section);
        text += indented(worth, "    ");
    }
    return text;
}

std::string blank_answers(const std::string& exercise, const std::vector<Question>& questions) {
    std::string text = fmt::format(
        "# Your answers: write each one behind its colon. Then\n"
        "#   sockgrade check {0} answers.yaml\n"
        "# grades them, or `sockgrade check {0} FOLDER` a folder with this file and\n"
        "# your program.\n"
        "exercise: {0}\n",
        exercise);
    for (const Question& question : questions) {
        text += "\n" + indented(question.ask, "# ") + choices_of(question, "#   ");
        text += indented(fmt::format("Answer: {}.", how_of(question.kind)), "# ");
        switch (question.kind) {
            case Question::Kind::open:
                // Whatever stands below it, indented, is text: colons and quotes too.
                text += fmt::format("{}: |\n\n", question.id);
                break;
            case Question::Kind::text:
                text += fmt::format("{}: \"\"\n", question.id);
                break;
            default:
                text += fmt::format("{}:\n", question.id);
                break;
        }
    }
    return text;
}

}  // namespace sockgrade::questions
