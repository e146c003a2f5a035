#include "diagnoses/sentences.hh"

#include <algorithm>
#include <array>

namespace sockgrade::diagnoses {

namespace {

struct Sentence {
    std::string_view name;
    std::string_view text;
};

constexpr std::array kSentences{
#define SAYS(name, text) Sentence{#name, text},
#define TELLS(name, message, hint)
#define PHRASE(name, text)
#include "diagnoses/sentences.def"
#undef PHRASE
#undef TELLS
#undef SAYS
};

}  // namespace

std::string_view sentence_of(std::string_view name) {
    const auto* const found = std::find_if(kSentences.begin(), kSentences.end(),
                                           [&](const Sentence& one) { return one.name == name; });
    return found == kSentences.end() ? std::string_view() : found->text;
}

}  // namespace sockgrade::diagnoses
