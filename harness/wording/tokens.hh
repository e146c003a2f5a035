// What a program prints, as words, numbers and signs. Colours are taken out; what only looks like a number to
// talk about (an address, a time of day, a dump of bytes) is told from one that is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::wording {

struct Token {
    enum class Kind {
        word,     // small letters; parts of srcPort and src_port are words of their own
        number,   // 20, 0.5, -3
        hex,      // 0x3039, 0ba0
        other,    // an address, a time, a date, bytes of a dump
        percent,  // the sign
        sign,     // any other sign that is no blank
        line_end,
    };
    Kind kind = Kind::sign;
    std::string text;
    double value = 0;  // of a number
    std::size_t line = 0;
    bool touches = false;  // the token before it, without a blank between them
    bool is_whole() const { return kind == Kind::number && text.find('.') == std::string::npos; }
};

using Tokens = std::vector<Token>;

Tokens tokens_of(std::string_view text);

inline bool is_sign(const Token& token, std::string_view text) {
    return token.kind == Token::Kind::sign && token.text == text;
}

// Without the escape sequences that colour it or move the cursor.
std::string without_colours(std::string_view text);

}  // namespace sockgrade::wording
