#include "base/normal_form.hh"

#include <array>

#include "base/text.hh"

namespace sockgrade {

namespace {

// Bytes of what stands between words at this place; 0 where a word goes on.
std::size_t gap_at(std::string_view text) {
    const auto c = static_cast<unsigned char>(text.front());
    const bool is_word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0x80) return is_word ? 0 : 1;
    // Spaces that do not break, guillemets, and general punctuation (dashes, quotes, dots).
    for (const std::string_view mark : {"\u00a0", "\u00ab", "\u00bb", "\u00b7", "\u3000", "\u202f"})
        if (text.starts_with(mark)) return mark.size();
    const bool is_general_punctuation =
        text.size() >= 3 && c == 0xe2 &&
        (static_cast<unsigned char>(text[1]) == 0x80 ||
         (static_cast<unsigned char>(text[1]) == 0x81 && static_cast<unsigned char>(text[2]) < 0xb0));
    return is_general_punctuation ? 3 : 0;
}

bool is_article(std::string_view word) {
    static constexpr std::array<std::string_view, 3> kArticles{"the", "a", "an"};
    for (const std::string_view article : kArticles)
        if (word == article) return true;
    return false;
}

std::string joined(const std::vector<std::string>& words, bool with_articles) {
    std::string text;
    for (const std::string& word : words) {
        if (!with_articles && is_article(word)) continue;
        if (!text.empty()) text += ' ';
        text += word;
    }
    return text;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(to_lower(word));
        word.clear();
    };
    while (!text.empty()) {
        const std::size_t gap = gap_at(text);
        if (gap > 0)
            end_word();
        else
            word += text.front();
        text.remove_prefix(gap > 0 ? gap : 1);
    }
    end_word();
    return words;
}

std::string normal_form(std::string_view text) {
    const std::vector<std::string> words = words_of(text);
    const std::string short_form = joined(words, false);
    return short_form.empty() ? joined(words, true) : short_form;
}

}  // namespace sockgrade
