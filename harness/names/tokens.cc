#include "names/tokens.hh"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

#include "base/text.hh"
#include "names/value.hh"

namespace sockgrade::names {

namespace {

constexpr std::array<std::string_view, 17> kSigns = {"==", "!=", "<=", ">=", "<", ">", "+", "-", "*",
                                                     "/",  "%",  "(",  ")",  "[", "]", ",", "="};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_name_character(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

std::size_t word_size(std::string_view text) {
    if (text.empty() || !is_letter(text.front())) return 0;
    std::size_t size = 1;
    while (size < text.size() && is_name_character(text[size])) ++size;
    return size;
}

class Reader {
  public:
    explicit Reader(std::string_view all) : rest_(all) {}

    Token next() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n' || rest_.front() == '\t'))
            rest_.remove_prefix(1);
        if (rest_.empty()) return {};
        const char first = rest_.front();
        if (is_digit(first)) return number();
        if (first == '"' || first == '\'') return text(first);
        if (const std::size_t size = name_size(rest_); size > 0) return take(Token::Kind::name, size);
        for (const std::string_view sign : kSigns)
            if (rest_.starts_with(sign)) return take(Token::Kind::sign, sign.size());
        throw Mistake(fmt::format("{} has no meaning in an expression", quote(rest_.substr(0, 1))));
    }

  private:
    Token take(Token::Kind kind, std::size_t size) {
        Token token{kind, std::string(rest_.substr(0, size))};
        rest_.remove_prefix(size);
        return token;
    }

    Token number() {
        const bool is_hexadecimal = rest_.starts_with("0x");
        const std::string_view digits = rest_.substr(is_hexadecimal ? 2 : 0);
        Token token{Token::Kind::number, {}};
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), token.number,
                                                  is_hexadecimal ? 16 : 10);
        if (error == std::errc::result_out_of_range) throw Mistake("this number is too large");
        const auto size = static_cast<std::size_t>(end - rest_.data());
        if (error != std::errc{} || (size < rest_.size() && is_name_character(rest_[size])))
            throw Mistake(fmt::format("expected a number, not {}",
                                      quote(rest_.substr(0, std::max<std::size_t>(size + 1, 3)), 20)));
        rest_.remove_prefix(size);
        return token;
    }

    static std::optional<char> escaped(char letter) {
        switch (letter) {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case '0':
                return '\0';
            case '\\':
            case '"':
            case '\'':
                return letter;
            default:
                return std::nullopt;
        }
    }

    Token text(char quotes) {
        Token token{Token::Kind::text, {}};
        for (std::size_t i = 1; i < rest_.size(); ++i) {
            if (rest_[i] == quotes) {
                rest_.remove_prefix(i + 1);
                return token;
            }
            if (rest_[i] != '\\') {
                token.text += rest_[i];
                continue;
            }
            const auto byte = ++i < rest_.size() ? escaped(rest_[i]) : std::nullopt;
            if (!byte) throw Mistake("behind a backslash stands one of n, r, t, 0, a quote or a backslash");
            token.text += *byte;
        }
        throw Mistake("this text has no quotes at its end");
    }

    std::string_view rest_;
};

}  // namespace

std::size_t name_size(std::string_view text) {
    const std::size_t size = word_size(text);
    if (size == 0 || size >= text.size() || text[size] != '.') return size;
    const std::size_t part = word_size(text.substr(size + 1));
    return part == 0 ? size : size + 1 + part;
}

bool is_name(std::string_view text) { return !text.empty() && word_size(text) == text.size(); }

std::vector<Token> tokens_of(std::string_view expression) {
    std::vector<Token> tokens;
    Reader reader(expression);
    do {
        tokens.push_back(reader.next());
    } while (tokens.back().kind != Token::Kind::end);
    return tokens;
}

}  // namespace sockgrade::names
