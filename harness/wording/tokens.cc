#include "wording/tokens.hh"

#include <cstdlib>

#include "base/text.hh"

namespace sockgrade::wording {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_large(char c) { return c >= 'A' && c <= 'Z'; }
bool is_hex_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter(char c) { return is_small(c) || is_large(c) || static_cast<unsigned char>(c) >= 0x80; }

// How long a sign beyond ASCII is, in UTF-8: arrows, ticks, lines of tables, quotation marks; 0: it is none.
std::size_t sign_beyond_ascii(std::string_view text) {
    constexpr std::size_t kTwo = 2;
    constexpr std::size_t kThree = 3;
    constexpr std::size_t kFour = 4;
    if (text.starts_with("\xc2") && text.size() >= kTwo) return kTwo;
    if ((text.starts_with("\xe2") || text.starts_with("\xef")) && text.size() >= kThree) return kThree;
    return text.starts_with("\xf0") && text.size() >= kFour ? kFour : 0;
}

// The accented letters of Western Europe, too.
std::string small_letters(std::string_view text) {
    std::string small = to_lower(text);
    for (std::size_t i = 1; i < small.size(); ++i) {
        const auto byte = static_cast<unsigned char>(small[i]);
        constexpr unsigned char kFirst = 0x80;
        constexpr unsigned char kLast = 0x9e;
        constexpr int kToSmall = 0x20;
        if (small[i - 1] == '\xc3' && byte >= kFirst && byte <= kLast)
            small[i] = static_cast<char>(byte + kToSmall);
    }
    return small;
}

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<Token> tokens() && {
        while (at_ < text_.size()) take();
        return std::move(tokens_);
    }

  private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    template <typename Is>
    std::size_t run(std::size_t from, Is is) const {
        while (from < text_.size() && is(text_[from])) ++from;
        return from;
    }

    void add(Token::Kind kind, std::size_t end, double value = 0) {
        Token token;
        token.kind = kind;
        token.text = small_letters(text_.substr(at_, end - at_));
        token.value = value;
        token.line = line_;
        token.touches = !tokens_.empty() && !after_blank_;
        tokens_.push_back(std::move(token));
        at_ = end;
        after_blank_ = false;
    }

    void take() {
        const char c = peek();
        if (c == '\n' || c == '\r') {
            const std::size_t end = at_ + (c == '\r' && peek(1) == '\n' ? 2 : 1);
            add(Token::Kind::line_end, end);
            ++line_;
            after_blank_ = true;
        } else if (c == ' ' || c == '\t' || c == '\0') {
            ++at_;
            after_blank_ = true;
        } else if (is_digit(c) || (c == '-' && is_digit(peek(1)) && begins_a_number())) {
            take_number();
        } else if (const std::size_t length = sign_beyond_ascii(text_.substr(at_)); length > 0) {
            add(Token::Kind::sign, at_ + length);
        } else if (is_letter(c)) {
            take_word();
        } else {
            add(c == '%' ? Token::Kind::percent : Token::Kind::sign, at_ + 1);
        }
    }

    // In "7-8" it is no minus.
    bool begins_a_number() const {
        return tokens_.empty() || after_blank_ || tokens_.back().kind == Token::Kind::sign;
    }

    void take_word() {
        // Bytes such as "ab 0c" in a dump, and "c0ffee", are hexadecimal where digits are among them.
        const std::size_t hex = run(at_, is_hex_digit);
        const bool has_digit = text_.substr(at_, hex - at_).find_first_of("0123456789") != std::string::npos;
        if (has_digit && (hex == text_.size() || !is_letter(text_[hex]))) return take_hex(hex);
        std::size_t end = at_ + 1;
        while (end < text_.size()) {
            const char c = text_[end];
            const bool apostrophe = c == '\'' && end + 1 < text_.size() && is_letter(text_[end + 1]);
            if (!is_letter(c) && !apostrophe) break;
            if (sign_beyond_ascii(text_.substr(end)) > 0) break;
            // srcPort, but not UDP.
            if (is_large(c) && is_small(text_[end - 1])) break;
            ++end;
        }
        add(Token::Kind::word, end);
        if (is_digit(peek())) add(Token::Kind::other, run(at_, is_digit));  // of a name: ipv4, ping3
        if (peek() == '_') ++at_;
    }

    void take_hex(std::size_t end) {
        if (is_dump()) return take_dump();
        add(Token::Kind::hex, end);
    }

    // Four bytes or more, each of two digits.
    bool is_byte_at(std::size_t at) const {
        return at + 1 < text_.size() && is_hex_digit(text_[at]) && is_hex_digit(text_[at + 1]) &&
               (at + 2 >= text_.size() || (!is_letter(text_[at + 2]) && !is_digit(text_[at + 2])));
    }
    std::size_t end_of_dump() const {
        std::size_t at = at_;
        std::size_t count = 0;
        while (is_byte_at(at)) {
            ++count;
            at += 2;
            const char sign = at < text_.size() ? text_[at] : '\0';
            if ((sign != ' ' && sign != ':') || !is_byte_at(at + 1)) break;
            ++at;
        }
        constexpr std::size_t kLeast = 4;
        return count >= kLeast ? at : at_;
    }
    bool is_dump() const { return end_of_dump() > at_; }
    void take_dump() { add(Token::Kind::other, end_of_dump()); }

    // 192.168.1.7, 12:03:04, 2024-11-23: three groups of digits or more with one sign between them.
    std::size_t end_of_groups(char sign, std::size_t least) const {
        std::size_t at = run(at_, is_digit);
        std::size_t count = 1;
        while (at + 1 < text_.size() && text_[at] == sign && is_digit(text_[at + 1])) {
            at = run(at + 1, is_digit);
            ++count;
        }
        return count >= least ? at : at_;
    }

    void take_number() {
        if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X') && is_hex_digit(peek(2)))
            return add(Token::Kind::hex, run(at_ + 2, is_hex_digit));
        if (is_dump()) return take_dump();
        constexpr std::size_t kOfAddress = 4;
        constexpr std::size_t kOfTime = 3;
        if (const std::size_t end = end_of_groups('.', kOfAddress); end > at_)
            return add(Token::Kind::other, end);
        if (const std::size_t end = end_of_groups(':', kOfTime); end > at_) {
            const bool has_fraction = end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1]);
            return add(Token::Kind::other, has_fraction ? run(end + 1, is_digit) : end);
        }
        if (is_date()) return add(Token::Kind::other, end_of_groups('-', kOfTime));
        const std::size_t hex = run(at_, is_hex_digit);
        std::size_t end = run(at_ + 1, is_digit);
        // 0ba0 is one number, 20bytes is a number and its unit.
        if (hex > end && (hex == text_.size() || !is_letter(text_[hex]))) return add(Token::Kind::hex, hex);
        if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1]))
            end = run(end + 1, is_digit);
        add(Token::Kind::number, end,
            std::strtod(std::string(text_.substr(at_, end - at_)).c_str(), nullptr));
    }
    bool is_date() const {
        constexpr std::size_t kYear = 4;
        constexpr std::size_t kOfDate = 3;
        return run(at_, is_digit) == at_ + kYear && end_of_groups('-', kOfDate) > at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 0;
    bool after_blank_ = true;
    std::vector<Token> tokens_;
};

}  // namespace

std::string without_colours(std::string_view text) {
    constexpr char kEscape = '\x1b';
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != kEscape || at + 1 >= text.size() || text[at + 1] != '[') {
            plain += text[at];
            continue;
        }
        at += 2;
        while (at < text.size() && (text[at] < '@' || text[at] > '~')) ++at;
    }
    return plain;
}

Tokens tokens_of(std::string_view text) {
    const std::string plain = without_colours(text);
    return Lexer(plain).tokens();
}

}  // namespace sockgrade::wording
