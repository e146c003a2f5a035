// What the names of a case stand for, which its spec gives to values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sockgrade::model {

// How a value comes about: drawn from the seed, or made of others.
struct ValueRule {
    enum class Kind {
        number,   // from `least` to `most`
        word,     // a word of `size` letters, like no other of the case
        words,    // words with a space between them, `size` bytes together
        bytes,    // `size` bytes, whatever they are
        one_of,   // one of `choices`
        text,     // `text`, a template
        computed  // `text`, an expression
    };
    std::string name;
    Kind kind = Kind::text;
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::size_t size = 0;
    std::vector<std::string> choices{};
    std::string text{};

    friend bool operator==(const ValueRule&, const ValueRule&) = default;
};

// One that a plan has made: a number as its digits, which counts as one in expressions.
struct NamedValue {
    std::string name;
    std::string text;
    bool is_number = false;

    friend bool operator==(const NamedValue&, const NamedValue&) = default;
};

}  // namespace sockgrade::model
