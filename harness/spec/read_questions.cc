#include "spec/read_questions.hh"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/normal_form.hh"
#include "base/pattern.hh"
#include "base/text.hh"
#include "spec/context.hh"
#include "spec/question_keys.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

using model::Question;
using Kind = model::Question::Kind;

namespace {

constexpr std::size_t kMostQuestions = 100;
constexpr std::size_t kMostQuestionPoints = 1000;
constexpr std::size_t kMostChoices = 12;  // a to l
constexpr std::size_t kMostAnswerForms = 50;

std::string sentence_at(const Section& section, std::string_view key) {
    const std::optional<Section> found = section.find(key);
    if (!found) return {};
    std::string text = found->text().value_or("");
    if (found->is_text() && text.find_first_not_of(" \t\n") == std::string::npos)
        found->problem("expected a sentence, but it is empty");
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

// --- Choices.

std::vector<model::Choice> read_choices(const Section& list, Kind kind) {
    std::vector<model::Choice> choices;
    std::size_t right = 0;
    const std::size_t before = list.problems_so_far();
    for (const Section& item : list.items(kMostChoices)) {
        if (!item.is(kChoice)) continue;
        model::Choice choice;
        choice.text = sentence_at(item, "answer");
        if (const auto is_right = item.find("right")) choice.is_right = is_right->yes_or_no().value_or(false);
        choice.why = sentence_at(item, "why");
        if (choice.is_right && !choice.why.empty())
            item.find("why")->key_problem("'why' says why an answer is wrong, and this one is right");
        if (!choice.is_right && !item.has("why"))
            item.problem("'why' is missing: say why this answer is wrong, without telling the right one");
        const bool is_twice = std::any_of(choices.begin(), choices.end(), [&](const model::Choice& other) {
            return normal_form(other.text) == normal_form(choice.text);
        });
        if (is_twice) item.problem("this answer stands here twice");
        right += choice.is_right ? 1 : 0;
        choices.push_back(std::move(choice));
    }
    if (!list.is_list() || list.problems_so_far() != before) return choices;
    if (choices.size() < 2) list.problem("expected two answers at least");
    if (right == 0) list.problem("none of the answers is 'right: true'");
    if (kind == Kind::choose_one && right > 1)
        list.problem(fmt::format("{} answers are right; write 'choose-all' where several are", right));
    return choices;
}

// --- Numbers.

std::optional<double> read_double(const Section& section) {
    const std::optional<std::string> text = section.text();
    if (!text) return std::nullopt;
    double number = 0;
    const char* const end = text->data() + text->size();
    const auto [rest, error] = std::from_chars(text->data(), end, number, std::chars_format::fixed);
    if (error == std::errc{} && rest == end) return number;
    section.problem(fmt::format("expected a number, not {}", quote(*text, 60)));
    return std::nullopt;
}

model::NumberForm read_range(const Section& section) {
    model::NumberForm form;
    if (!section.is_map()) {
        form.from = form.to = read_double(section).value_or(0);
        return form;
    }
    if (!section.is(kRange)) return form;
    if (const auto from = section.find("from")) form.from = read_double(*from).value_or(0);
    if (const auto to = section.find("to")) form.to = read_double(*to).value_or(form.from);
    if (form.from > form.to) section.problem("'from' is larger than 'to'");
    return form;
}

void read_number(const Section& section, Question& question) {
    if (!section.is(kNumber)) return;
    if (const auto right = section.find("right")) question.right_numbers.push_back(read_range(*right));
    if (const auto wrong = section.find("wrong"))
        for (const Section& item : wrong->items(kMostAnswerForms)) {
            if (!item.is(kWrongNumber)) continue;
            const auto number = item.find("number");
            model::NumberForm form = number ? read_range(*number) : model::NumberForm{};
            form.why = sentence_at(item, "why");
            for (const model::NumberForm& right : question.right_numbers)
                if (form.from <= right.to && right.from <= form.to)
                    item.problem("this number is among the right ones");
            question.wrong_numbers.push_back(std::move(form));
        }
    question.otherwise = sentence_at(section, "otherwise");
}

// --- Texts.

model::TextForm read_pattern(const Section& section) {
    model::TextForm form{section.text().value_or(""), true, {}};
    if (const std::string error = pattern_error(form.text); !error.empty())
        section.problem(fmt::format("not a regular expression (RE2): {}", error));
    // Answers are compared as words with one space between them.
    else if (form.text.find('_') != std::string::npos)
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
    if (!section.is(kText)) return;
    if (const auto right = section.find("right")) {
        const std::vector<Section> items = right->items(kMostAnswerForms);
        if (right->is_list() && items.empty()) right->problem("expected one right answer at least");
        for (const Section& item : items) {
            if (!item.is_map())
                question.right_texts.push_back(read_literal(item));
            else if (item.is(kPatternPlace) && item.has("pattern"))
                question.right_texts.push_back(read_pattern(*item.find("pattern")));
        }
    }
    if (const auto wrong = section.find("wrong"))
        for (const Section& item : wrong->items(kMostAnswerForms)) {
            if (!item.is(kWrongText)) continue;
            const auto literal = item.find("answer");
            const auto pattern = item.find("pattern");
            if (literal.has_value() == pattern.has_value()) {
                item.problem("expected 'answer' or 'pattern', one of them");
                continue;
            }
            model::TextForm form = literal ? read_literal(*literal) : read_pattern(*pattern);
            form.why = sentence_at(item, "why");
            question.wrong_texts.push_back(std::move(form));
        }
    question.otherwise = sentence_at(section, "otherwise");
    check_contradictions(section, question);
}

// --- Questions.

void read_kind(const Section& section, Question& question) {
    std::vector<std::string> found;
    for (const auto& [name, kind] : kQuestionKinds)
        if (section.has(name)) {
            found.emplace_back(name);
            question.kind = kind;
        }
    if (found.empty())
        return section.problem(fmt::format("expected one of {}, which say how it is answered",
                                           list_of(names_of<Kind>(kQuestionKinds))));
    if (found.size() > 1)
        return section.problem(fmt::format("'{}' and '{}' exclude each other", found[0], found[1]));
    const Section what = *section.find(found.front());
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
            for (const char* key : {"hint", "reveal", "level"})
                if (section.has(key))
                    section.find(key)->key_problem("a person judges this question; this key is for others");
            break;
    }
}

Question read_question(const Section& section, std::vector<std::string>& taken) {
    Question question;
    if (!section.is(kQuestion)) return question;
    if (const auto id = section.find("id")) {
        question.id = id->text().value_or("");
        if (id->is_text() && (!is_name(question.id) || question.id == "exercise"))
            id->problem("an id has lower-case letters, digits and dashes, and begins with a letter");
        else if (std::find(taken.begin(), taken.end(), question.id) != taken.end())
            id->problem(fmt::format("another question or case has the id '{}' already", question.id));
        taken.push_back(question.id);
    }
    question.ask = sentence_at(section, "ask");
    question.section = sentence_at(section, "section");
    question.hint = sentence_at(section, "hint");
    if (const auto points = section.find("points"))
        question.points = static_cast<int>(points->number(0, kMostQuestionPoints).value_or(1));
    if (const auto level = section.find("level"))
        question.level = level->one_of<model::Level>(kLevels).value_or(model::Level::must);
    if (const auto reveal = section.find("reveal")) question.reveal = reveal->yes_or_no().value_or(false);
    read_kind(section, question);
    return question;
}

}  // namespace

std::vector<Question> load_questions_text(const std::string& text, const std::string& file_name,
                                          const std::string& exercise,
                                          const std::vector<std::string>& case_ids) {
    Problems problems(file_name);
    const Section top(parse_yaml(text, file_name, "file of questions"), problems);
    std::vector<Question> questions;
    if (top.is(kQuestionsFile)) {
        if (const auto name = top.find("exercise"); name && name->text().value_or("") != exercise)
            name->problem(fmt::format("these questions are named by the spec of {}", exercise));
        std::vector<std::string> taken = case_ids;
        if (const auto list = top.find("questions")) {
            const std::vector<Section> items = list->items(kMostQuestions);
            if (list->is_list() && items.empty()) list->problem("expected at least one question");
            for (const Section& item : items) questions.push_back(read_question(item, taken));
        }
    }
    problems.throw_if_any();
    return questions;
}

}  // namespace sockgrade::spec
