// Letters are what is asked for. Whoever writes the answer's text, `b)`, `B and C`, `[b, c]` or `b) because
// ...` has answered as well.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/normal_form.hh"
#include "base/text.hh"
#include "questions/outcome.hh"

namespace sockgrade::questions {

using model::Question;
using Picked = std::set<std::size_t>;

namespace {

bool is_between(const std::string& word) {
    static constexpr std::array<std::string_view, 5> kWords{"and", "or", "answer", "option", "choice"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Of a word of one letter: which answer it is, also one that is not there.
std::optional<std::size_t> letter_in(const std::string& word) {
    if (word.size() != 1 || word[0] < 'a' || word[0] > 'z') return std::nullopt;
    return static_cast<std::size_t>(word[0] - 'a');
}

bool has_a_word(const std::vector<std::string>& words) {
    constexpr std::size_t kShortest = 3;
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word.size() >= kShortest && (word[0] < '0' || word[0] > '9');
    });
}

// All of its text, or a beginning that no other answer has: `the receiver` for `the receiver, since ...`.
std::optional<std::size_t> as_text(const Question& question, std::string_view text) {
    const std::string wanted = normal_form(text);
    std::vector<std::size_t> begin_so;
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        const std::string choice = normal_form(question.choices[i].text);
        if (choice == wanted) return i;
        if (choice.starts_with(wanted + " ")) begin_so.push_back(i);
    }
    if (begin_so.size() != 1 || !has_a_word(words_of(wanted))) return std::nullopt;
    return begin_so.front();
}

// `b) the receiver`, `(b) because it listens`: a letter with a sign behind it.
struct Lettered {
    std::size_t letter = 0;
    std::string rest;
};

std::optional<Lettered> lettered(const std::string& item) {
    std::string text = to_lower(item);
    text.erase(0, std::min(text.find_first_not_of(" \t\n("), text.size()));
    if (text.size() < 2 || std::string_view(").:").find(text[1]) == std::string_view::npos)
        return std::nullopt;
    const auto letter = letter_in(text.substr(0, 1));
    if (!letter) return std::nullopt;
    return Lettered{*letter, text.substr(2)};
}

std::optional<Picked> as_letters(const Question& question, const std::string& item) {
    std::vector<std::string> words = words_of(item);
    words.erase(std::remove_if(words.begin(), words.end(), is_between), words.end());
    if (words.empty()) return std::nullopt;
    Picked picked;
    for (const std::string& word : words) {
        if (const auto letter = letter_in(word)) {
            picked.insert(*letter);
            continue;
        }
        // `ac`, where several may be chosen.
        const bool is_row =
            question.kind == Question::Kind::choose_all && std::all_of(word.begin(), word.end(), [&](char c) {
                return c >= 'a' && c < letter_of(question.choices.size());
            });
        if (!is_row || Picked(word.begin(), word.end()).size() != word.size()) return std::nullopt;
        for (const char c : word) picked.insert(static_cast<std::size_t>(c - 'a'));
    }
    return picked;
}

// ` a socket ...`, and not ` a) ...` or ` a, c`.
bool begins_a_sentence(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
    return text.size() > 3 && text[1] == ' ' && text[2] >= 'a' && text[2] <= 'z';
}

// A reason behind the letter, with no other letter like it in the text.
std::optional<Picked> as_letter_with_reason(const Question& question, const Lettered& one) {
    if (question.kind != Question::Kind::choose_one || one.letter >= question.choices.size())
        return std::nullopt;
    const std::vector<std::string> rest = words_of(one.rest);
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const auto letter = letter_in(rest[i]);
        const bool may_be_a_word = rest[i] == "a" || rest[i] == "i";
        const bool is_listed = letter && !(may_be_a_word && begins_a_sentence(one.rest));
        const bool goes_on = i == 0 && (is_listed || is_between(rest[i]));
        if (goes_on || (letter && !may_be_a_word && *letter < question.choices.size())) return std::nullopt;
    }
    return Picked{one.letter};
}

// `10.1.2.3, 172.20.0.5 and d`: texts and letters one behind the other.
std::optional<Picked> as_enumeration(const Question& question, std::string item) {
    if (question.kind != Question::Kind::choose_all) return std::nullopt;
    for (std::size_t at = 0; (at = item.find(" and ", at)) != std::string::npos;) item.replace(at, 5, ",");
    Picked picked;
    for (std::size_t begin = 0; begin <= item.size();) {
        const std::size_t end = std::min(item.find_first_of(",;\n", begin), item.size());
        const std::string part = item.substr(begin, end - begin);
        begin = end + 1;
        const std::vector<std::string> words = words_of(part);
        if (words.empty()) continue;
        const auto letter = words.size() == 1 ? letter_in(words.front()) : std::nullopt;
        const auto found = letter ? letter : as_text(question, part);
        if (!found) return std::nullopt;
        picked.insert(*found);
    }
    return picked.empty() ? std::nullopt : std::optional(picked);
}

std::optional<Picked> picked_in(const Question& question, const std::string& item) {
    const std::optional<Lettered> one = lettered(item);
    if (one) {
        // The letter of one answer and the text of another: nobody knows which of them is meant.
        if (const auto text = as_text(question, one->rest))
            return *text == one->letter ? std::optional(Picked{*text}) : std::nullopt;
    } else if (const auto text = as_text(question, item)) {
        return Picked{*text};
    }
    if (const auto letters = as_letters(question, item)) return letters;
    if (one) return as_letter_with_reason(question, *one);
    return as_enumeration(question, item);
}

std::string letters_of(const Question& question) {
    return fmt::format("{} to {}", letter_of(0), letter_of(question.choices.size() - 1));
}

Judged judge_picked(const Question& question, const Picked& picked) {
    Judged judged{Outcome::right, {}};
    const auto is_wrong = [&](std::string reason) {
        judged.outcome = Outcome::wrong;
        judged.reasons.push_back(std::move(reason));
    };
    if (question.kind == Question::Kind::choose_one && picked.size() > 1)
        return {Outcome::wrong, {fmt::format("One answer is right, and {} are chosen.", picked.size())}};
    for (const std::size_t i : picked) {
        if (i >= question.choices.size())
            is_wrong(fmt::format("There is no answer {}; the letters are {}.", letter_of(i),
                                 letters_of(question)));
        else if (!question.choices[i].is_right)
            is_wrong(question.kind == Question::Kind::choose_one
                         ? question.choices[i].why
                         : fmt::format("{}) {}", letter_of(i), question.choices[i].why));
    }
    for (std::size_t i = 0; i < question.choices.size(); ++i)
        if (question.choices[i].is_right && !picked.contains(i) &&
            question.kind == Question::Kind::choose_all) {
            is_wrong("Not all that belong to it are chosen.");
            break;
        }
    return judged;
}

}  // namespace

char letter_of(std::size_t choice) { return static_cast<char>('a' + choice); }

Judged judge_choice(const Question& question, const model::Answer& answer) {
    Picked picked;
    for (const std::string& item : answer.items) {
        const auto some = picked_in(question, item);
        if (!some)
            return {Outcome::unclear,
                    {fmt::format("Which of the answers {} is meant cannot be told from {}. {}",
                                 letters_of(question), quote(item, 60),
                                 question.kind == Question::Kind::choose_one
                                     ? "Write its letter."
                                     : "Write the letters, such as [a, c].")}};
        picked.insert(some->begin(), some->end());
    }
    return judge_picked(question, picked);
}

}  // namespace sockgrade::questions
