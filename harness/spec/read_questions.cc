#include "spec/read_questions.hh"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/normal_form.hh"
#include "base/pattern.hh"
#include "base/text.hh"
#include "spec/check.hh"
#include "spec/scalar.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

using model::Question;
using Kind = model::Question::Kind;

namespace {

constexpr language::Type kQuestionsFile = language::map_of<language::kQuestionsFile>();

std::string sentence_at(const Section& section, std::string_view key) {
    std::string text;
    section.read(key, text);
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

// --- Choices.

std::vector<model::Choice> read_choices(const Section& list, Kind kind) {
    std::vector<model::Choice> choices;
    std::size_t right = 0;
    for (const Section& item : list.items()) {
        model::Choice choice;
        choice.text = sentence_at(item, "answer");
        item.read("right", choice.is_right);
        choice.why = sentence_at(item, "why");
        if (choice.is_right && !choice.why.empty())
            item.find("why")->key_problem("'why' says why an answer is wrong, and this one is right");
        if (item.is_sound() && !choice.is_right && !item.has("why"))
            item.problem("'why' is missing: say why this answer is wrong, without telling the right one");
        const bool is_twice = std::any_of(choices.begin(), choices.end(), [&](const model::Choice& other) {
            return normal_form(other.text) == normal_form(choice.text);
        });
        if (is_twice) item.problem("this answer stands here twice");
        right += choice.is_right ? 1 : 0;
        choices.push_back(std::move(choice));
    }
    if (!list.is_sound()) return choices;
    if (right == 0) list.problem("none of the answers is 'right: true'");
    if (kind == Kind::choose_one && right > 1)
        list.problem(fmt::format("{} answers are right; write 'choose-all' where several are", right));
    return choices;
}

// --- Numbers.

double decimal_at(const Section& section) { return decimal_of(section.text().value_or("")).value_or(0); }

model::NumberForm read_range(const Section& section) {
    model::NumberForm form;
    form.from = form.to = decimal_at(section);
    if (const auto from = section.find("from")) form.from = decimal_at(*from);
    if (const auto to = section.find("to")) form.to = decimal_at(*to);
    if (section.is_sound() && form.from > form.to) section.problem("'from' is larger than 'to'");
    return form;
}

void read_number(const Section& section, Question& question) {
    if (const auto right = section.find("right")) question.right_numbers.push_back(read_range(*right));
    if (const auto wrong = section.find("wrong"))
        for (const Section& item : wrong->items()) {
            const auto number = item.find("number");
            model::NumberForm form = number ? read_range(*number) : model::NumberForm{};
            form.why = sentence_at(item, "why");
            for (const model::NumberForm& right : question.right_numbers)
                if (section.is_sound() && form.from <= right.to && right.from <= form.to)
                    item.problem("this number is among the right ones");
            question.wrong_numbers.push_back(std::move(form));
        }
    question.otherwise = sentence_at(section, "otherwise");
}

// --- Texts.

model::TextForm read_pattern(const Section& section) {
    model::TextForm form{section.text().value_or(""), true, {}};
    // Answers are compared as words with one space between them.
    if (section.is_sound() && form.text.find('_') != std::string::npos)
        section.problem(
            "'_' fits nothing: an answer is compared as words with one space between them, and no signs");
    return form;
}

model::TextForm read_literal(const Section& section) {
    model::TextForm form{section.text().value_or(""), false, {}};
    if (section.is_text() && normal_form(form.text).empty())
        section.problem("expected a text with a letter or a digit in it");
    return form;
}

bool fits(const model::TextForm& form, const model::TextForm& literal) {
    const std::string text = normal_form(literal.text);
    return form.is_pattern ? fits_whole(form.text, text) : normal_form(form.text) == text;
}

// An answer that is spelled out in the spec must not be right and wrong.
void check_contradictions(const Section& section, const Question& question) {
    for (const model::TextForm& right : question.right_texts)
        for (const model::TextForm& wrong : question.wrong_texts)
            if ((!right.is_pattern && fits(wrong, right)) || (!wrong.is_pattern && fits(right, wrong)))
                section.problem(fmt::format("{} is right here, and wrong as well",
                                            quote(right.is_pattern ? wrong.text : right.text, 60)));
}

void read_text(const Section& section, Question& question) {
    if (const auto right = section.find("right")) {
        for (const Section& item : right->items()) {
            const auto pattern = item.find("pattern");
            question.right_texts.push_back(pattern ? read_pattern(*pattern) : read_literal(item));
        }
    }
    if (const auto wrong = section.find("wrong"))
        for (const Section& item : wrong->items()) {
            const auto literal = item.find("answer");
            const auto pattern = item.find("pattern");
            if (!literal && !pattern) continue;
            model::TextForm form = literal ? read_literal(*literal) : read_pattern(*pattern);
            form.why = sentence_at(item, "why");
            question.wrong_texts.push_back(std::move(form));
        }
    question.otherwise = sentence_at(section, "otherwise");
    if (section.is_sound()) check_contradictions(section, question);
}

// --- Questions.

constexpr std::pair<std::string_view, Kind> kKinds[] = {{"choose-one", Kind::choose_one},
                                                        {"choose-all", Kind::choose_all},
                                                        {"number", Kind::number},
                                                        {"text", Kind::text},
                                                        {"open", Kind::open}};

void read_kind(const Section& section, Question& question) {
    const auto kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                   [&](const auto& one) { return section.has(one.first); });
    if (kind == std::end(kKinds)) return;
    question.kind = kind->second;
    const Section what = *section.find(kind->first);
    switch (question.kind) {
        case Kind::choose_one:
        case Kind::choose_all:
            question.choices = read_choices(what, question.kind);
            break;
        case Kind::number:
            read_number(what, question);
            break;
        case Kind::text:
            read_text(what, question);
            break;
        case Kind::open:
            question.look_for = sentence_at(section, "open");
            break;
    }
}

Question read_question(const Section& section, std::vector<std::string>& taken) {
    Question question;
    if (const auto id = section.find("id")) {
        question.id = id->text().value_or("");
        if (question.id == "exercise")
            id->problem(
                "in answers.yaml, 'exercise' says whose answers they are; a question needs another id");
        else if (std::find(taken.begin(), taken.end(), question.id) != taken.end())
            id->problem(fmt::format("another question or case has the id '{}' already", question.id));
        taken.push_back(question.id);
    }
    question.ask = sentence_at(section, "ask");
    question.section = sentence_at(section, "section");
    question.hint = sentence_at(section, "hint");
    section.read("points", question.points);
    section.read("level", question.level);
    section.read("reveal", question.reveal);
    read_kind(section, question);
    return question;
}

}  // namespace

std::vector<Question> load_questions_text(const std::string& text, const std::string& file_name,
                                          const std::string& exercise,
                                          const std::vector<std::string>& case_ids) {
    Problems problems(file_name);
    const Section top(parse_yaml(text, file_name, "file of questions"), kQuestionsFile, problems);
    check(top);
    if (const auto name = top.find("exercise"); name && name->text().value_or("") != exercise)
        name->problem(fmt::format("these questions are named by the spec of {}", exercise));
    std::vector<Question> questions;
    std::vector<std::string> taken = case_ids;
    if (const auto list = top.find("questions"))
        for (const Section& item : list->items()) questions.push_back(read_question(item, taken));
    problems.throw_if_any();
    return questions;
}

}  // namespace sockgrade::spec
