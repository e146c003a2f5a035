// The sentences of diagnoses, from sentences.def, with the values that stand in them.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "model/result.hh"

namespace sockgrade::diagnoses {

struct Words {
    const char* message;
    const char* hint;
};

namespace words {

inline constexpr const char* kNoHint = "";
#define SAYS(name, text)
#define TELLS(name, message, hint) inline constexpr Words name{message, hint};
#define PHRASE(name, text) inline constexpr const char* name = text;
#include "diagnoses/sentences.def"
#undef PHRASE
#undef TELLS
#undef SAYS

}  // namespace words

// A hint that depends on more than values.
struct Hint {
    std::string text;
};

// The compiler compares the names with those in the sentence.
template <typename... Values>
std::string filled(fmt::format_string<Values...> sentence, const Values&... values) {
    return fmt::vformat(sentence, fmt::make_format_args(values...));
}

// `say<words::port_in_use>({number}, "port"_a = port)`.
template <const Words& words, typename... Values>
model::Diagnosis say(std::vector<std::size_t> evidence, const Values&... values) {
    return {"", filled<Values...>(words.message, values...), filled<Values...>(words.hint, values...),
            std::move(evidence)};
}
template <const Words& words, typename... Values>
model::Diagnosis say(std::vector<std::size_t> evidence, Hint hint, const Values&... values) {
    return {"", filled<Values...>(words.message, values...), std::move(hint.text), std::move(evidence)};
}

}  // namespace sockgrade::diagnoses
