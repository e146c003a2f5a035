#include "questions/read_number.hh"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "base/normal_form.hh"

namespace sockgrade::questions {

namespace {

constexpr std::size_t kLongest = 400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::optional<double> parsed(const std::string& digits) {
    double number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, number, std::chars_format::fixed);
    return error == std::errc{} && rest == end ? std::optional(number) : std::nullopt;
}

// Digits with signs between them, as they stand in the text.
struct Token {
    std::string text;
    bool is_negative = false;
};

// Signs that may stand between digits; a space only where three digits follow, as in 65 535.
bool goes_on(std::string_view rest) {
    if (rest.size() < 2 || !is_digit(rest[1])) return false;
    if (rest[0] == '.' || rest[0] == ',' || rest[0] == '\'') return true;
    const bool has_three = rest.size() >= 4 && is_digit(rest[2]) && is_digit(rest[3]);
    return rest[0] == ' ' && has_three && (rest.size() == 4 || !is_digit(rest[4]));
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t i = 0; i < text.size();) {
        const char before = i > 0 ? text[i - 1] : ' ';
        if (!is_digit(text[i]) || is_letter(before)) {
            // The rest of a word with digits in it, such as IPv4, is not a number.
            if (is_digit(text[i]))
                while (i < text.size() && is_digit(text[i])) ++i;
            else
                ++i;
            continue;
        }
        Token token;
        const bool follows_a_sign = before == '-' && (i < 2 || !is_digit(text[i - 2]));
        token.is_negative = follows_a_sign && (i < 2 || !is_letter(text[i - 2]));
        while (i < text.size() && (is_digit(text[i]) || goes_on(text.substr(i)))) token.text += text[i++];
        tokens.push_back(std::move(token));
    }
    return tokens;
}

std::vector<double> readings_of(const Token& token) {
    std::vector<double> readings;
    const auto add = [&](const std::string& digits) {
        const std::optional<double> number = parsed(digits);
        if (number) readings.push_back(token.is_negative ? -*number : *number);
    };
    std::string signs;
    std::vector<std::string> groups{""};
    for (const char c : token.text) {
        if (is_digit(c)) {
            groups.back() += c;
        } else {
            signs += c;
            groups.emplace_back();
        }
    }
    const bool are_thousands =
        groups.front().size() <= 3 && std::all_of(groups.begin() + 1, groups.end(),
                                                  [](const std::string& group) { return group.size() == 3; });
    const bool is_one_sign =
        signs.find_first_not_of(signs.empty() ? ' ' : signs.front()) == std::string::npos;
    std::string whole;
    for (std::size_t i = 0; i + 1 < groups.size(); ++i) whole += groups[i];
    if (signs.empty() || (are_thousands && is_one_sign)) add(whole + groups.back());
    const bool has_point = !signs.empty() && (signs.back() == '.' || signs.back() == ',');
    // 65,5 and 1.234,5: the last sign is the point.
    if (has_point && (signs.size() == 1 || signs.back() != signs.front())) add(whole + "." + groups.back());
    return readings;
}

// Only where little else is said: `one` is also a word.
std::vector<double> in_words(std::string_view text) {
    static constexpr std::array<std::string_view, 13> kNumbers{"zero", "one",    "two",   "three", "four",
                                                               "five", "six",    "seven", "eight", "nine",
                                                               "ten",  "eleven", "twelve"};
    constexpr std::size_t kMostWords = 2;
    const std::vector<std::string> words = words_of(text);
    std::vector<double> found;
    for (const std::string& word : words)
        for (std::size_t i = 0; i < kNumbers.size(); ++i)
            if (word == kNumbers[i]) found.push_back(static_cast<double>(i));
    return words.size() <= kMostWords && found.size() == 1 ? found : std::vector<double>{};
}

}  // namespace

std::vector<double> read_number(std::string_view text) {
    if (text.size() > kLongest) return {};
    const std::vector<Token> tokens = tokens_of(text);
    if (tokens.empty()) return in_words(text);
    return tokens.size() == 1 ? readings_of(tokens.front()) : std::vector<double>{};
}

}  // namespace sockgrade::questions
