#include "plan/word_source.hh"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "plan/word_list.hh"

namespace sockgrade::plan {

namespace {

std::string_view any_word(RandomStream& random) { return words()[random.below(words().size())]; }

// Each has all 26 letters in it.
constexpr std::array kPangrams = {
    "pack my box with five dozen liquor jugs", "sphinx of black quartz judge my vow",
    "how vexingly quick daft zebras jump",     "the five boxing wizards jump quickly",
    "jackdaws love my big sphinx of quartz",   "two driven jocks help fax my big quiz",
    "quick zephyrs blow vexing daft jim",      "the quick brown fox jumps over a lazy dog"};

}  // namespace

std::string WordSource::next() {
    for (;;) {
        std::string word(any_word(random_));
        // Few cases need more words than there are; two together then make one.
        if (given_.size() >= words().size()) word += any_word(random_);
        if (given_.insert(word).second) return word;
    }
}

std::string pangram_of(std::uint64_t seed) {
    RandomStream random(seed);
    std::string_view rest = kPangrams[random.below(kPangrams.size())];
    std::vector<std::string_view> words;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        words.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (std::size_t i = words.size(); i > 1; --i) std::swap(words[i - 1], words[random.below(i)]);
    std::string text;
    for (const std::string_view word : words) {
        if (!text.empty()) text += ' ';
        text += word;
    }
    return text;
}

std::string words_of(std::size_t size, std::uint64_t seed) {
    RandomStream random(seed);
    std::string text;
    text.reserve(size + 10);
    while (text.size() < size) {
        if (!text.empty()) text += ' ';
        text += any_word(random);
    }
    return cut_words(std::move(text), size);
}

std::string cut_words(std::string text, std::size_t size) {
    text.resize(size);
    // Cut between two words: a space at the end would be lost in programs that trim their input.
    if (!text.empty() && text.back() == ' ') text.back() = 's';
    return text;
}

}  // namespace sockgrade::plan
