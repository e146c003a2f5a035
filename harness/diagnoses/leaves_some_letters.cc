#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Where the text stayed as it had come, though it should have become a capital.
std::vector<std::size_t> places_left(std::string_view original, std::string_view wanted,
                                     std::string_view got) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (got[i] == wanted[i]) continue;
        if (got[i] != original[i] || !is_small(original[i])) return {};
        places.push_back(i);
    }
    return places;
}

std::size_t small_letters_before(std::string_view original, std::size_t end) {
    return static_cast<std::size_t>(
        std::count_if(original.begin(), original.begin() + static_cast<std::ptrdiff_t>(end), is_small));
}

// Each "z" and nothing else: the bounds of the comparison.
std::optional<std::string> letters_left(std::string_view original, const std::vector<std::size_t>& places) {
    std::set<char> left;
    for (const std::size_t at : places) left.insert(original[at]);
    const auto of_these =
        std::count_if(original.begin(), original.end(), [&](char c) { return left.contains(c); });
    constexpr std::size_t kMost = 3;
    if (left.size() > kMost || static_cast<std::size_t>(of_these) != places.size()) return std::nullopt;
    std::vector<std::string> names;
    for (const char c : left) names.push_back(quote(std::string(1, c)));
    return list_of(names);
}

}  // namespace

// A letter of the alphabet, or an end of the text, is out of the bounds of the loop.
std::optional<model::Diagnosis> leaves_some_letters(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::reply || !only_letters_differ(failure, *text) ||
        leaves_the_last_letter(failure))
        return std::nullopt;
    const std::string_view original = bare(text->original);
    const std::string_view wanted = bare(text->wanted);
    const std::string_view got = bare(text->got);
    if (got.size() != wanted.size() || original.size() != wanted.size()) return std::nullopt;
    const std::vector<std::size_t> places = places_left(original, wanted, got);
    if (places.empty() || places.size() == small_letters_before(original, original.size()))
        return std::nullopt;
    const auto says = [&](const std::string& message, const std::string& hint) {
        return model::Diagnosis{"", message, hint, text->evidence};
    };
    constexpr const char* kFromStart =
        "Arrays begin with 0: for (i = 0; i < n; i++) takes every byte from the first to the last.";
    if (places.size() == small_letters_before(original, places.back() + 1))
        return says(fmt::format("The beginning of the text, {}, was left as it was.",
                                quote(original.substr(0, places.back() + 1), 40)),
                    kFromStart);
    if (const auto letters = letters_left(original, places))
        return says(
            fmt::format("Of all letters only {} stayed small: {}.", *letters, quote(got, 80)),
            "Look at the bounds of the comparison. Both ends belong to the alphabet: c >= 'a' && c <= 'z'. "
            "toupper() knows them all.");
    const bool is_end =
        small_letters_before(original, original.size()) - small_letters_before(original, places.front()) ==
        places.size();
    if (is_end)
        return says(fmt::format("From {} on the text was left as it was.",
                                quote(original.substr(places.front()), 40)),
                    "The loop over the letters ends too early. With n bytes it is for (i = 0; i < n; i++); a "
                    "fixed number, or an end at the first space or NUL, leaves the rest.");
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
