// The words of an expression.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::names {

struct Token {
    enum class Kind { number, text, name, sign, end };
    Kind kind = Kind::end;
    std::string text;  // of a text: what stands between its quotes, with \n and the like made out
    std::int64_t number = 0;

    bool is(std::string_view sign) const { return kind == Kind::sign && text == sign; }
    bool is_word(std::string_view word) const { return kind == Kind::name && text == word; }
};

// Ends with a token of the kind `end`. Throws Mistake.
std::vector<Token> tokens_of(std::string_view expression);

// A letter, and then letters, digits and underscores.
bool is_name(std::string_view text);
// How many bytes at the beginning are a name, perhaps with a part behind a dot (client.port); 0: none.
std::size_t name_size(std::string_view text);

}  // namespace sockgrade::names
