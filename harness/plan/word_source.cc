#include "plan/word_source.hh"

#include <utility>

#include "plan/word_list.hh"

namespace sockgrade::plan {

namespace {

std::string_view any_word(RandomStream& random) { return words()[random.below(words().size())]; }

}  // namespace

std::string WordSource::next() {
    for (;;) {
        std::string word(any_word(random_));
        // Few cases need more words than there are; two together then make one.
        if (given_.size() >= words().size()) word += any_word(random_);
        if (given_.insert(word).second) return word;
    }
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
