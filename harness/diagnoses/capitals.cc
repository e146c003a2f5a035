#include <fmt/format.h>
#include <algorithm>
#include <set>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/failed_step.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using Where = WrongText::Where;
using namespace fmt::literals;

// An echo.
std::optional<model::Diagnosis> sends_back_unchanged(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != Where::reply || !only_letters_differ(view, *text))
        return std::nullopt;
    if (bare(text->got) != bare(text->original) || bare(text->wanted) == bare(text->original))
        return std::nullopt;
    return say<words::sends_back_unchanged>(
        text->evidence,
        Hint{view.language == Language::python ? words::keep_what_upper_returns
                                               : words::change_before_you_send},
        "got"_a = quote(bare(text->got), 80));
}

// The loop over the letters ends one too early.
std::optional<model::Diagnosis> leaves_the_last_letter(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != Where::reply || !only_letters_differ(view, *text))
        return std::nullopt;
    const std::string_view got = bare(text->got);
    const std::string_view wanted = bare(text->wanted);
    if (got.size() != wanted.size() || got.size() < 2 || got == wanted) return std::nullopt;
    if (got.substr(0, got.size() - 1) != wanted.substr(0, wanted.size() - 1)) return std::nullopt;
    return say<words::leaves_the_last_letter>(text->evidence, "got"_a = quote(got.substr(got.size() - 1)),
                                              "last"_a = quote(wanted.substr(wanted.size() - 1)));
}

// 32 is taken from bytes that are no small letters.
std::optional<model::Diagnosis> subtracts_32_from_everything(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != Where::reply) return std::nullopt;
    const std::string_view sent = text->original;
    const std::string_view wanted = text->wanted;
    const std::string_view got = text->got;
    if (got.size() < bare(sent).size() || bare(sent).empty()) return std::nullopt;
    std::vector<std::string> wrong;
    constexpr std::size_t kShown = 3;
    for (std::size_t i = 0; i < bare(sent).size(); ++i) {
        if (got[i] == wanted[i]) continue;
        // Letters of another alphabet are another matter.
        if (static_cast<unsigned char>(sent[i]) > '~') return std::nullopt;
        if (static_cast<unsigned char>(got[i]) != static_cast<unsigned char>(sent[i] - 32))
            return std::nullopt;
        const std::string pair =
            fmt::format("{} became {}", quote(sent.substr(i, 1)), quote(got.substr(i, 1)));
        if (std::find(wrong.begin(), wrong.end(), pair) == wrong.end()) wrong.push_back(pair);
    }
    if (wrong.empty()) return std::nullopt;
    if (wrong.size() > kShown) wrong.resize(kShown);
    return say<words::subtracts_32_from_everything>(text->evidence, "wrong"_a = list_of(wrong));
}

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

// capitalize() or title() instead of upper().
std::optional<model::Diagnosis> capitalizes_first_letters_only(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != Where::reply || !only_letters_differ(view, *text))
        return std::nullopt;
    const std::string_view got = bare(text->got);
    if (got == bare(text->original) || to_lower(got) != to_lower(bare(text->original))) return std::nullopt;
    std::size_t capitals = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        if (!is_capital(got[i])) continue;
        // Within a word only small letters are left.
        if (i > 0 && is_letter(got[i - 1])) return std::nullopt;
        ++capitals;
    }
    if (capitals == 0 || !is_capital(got.front())) return std::nullopt;
    return say<words::capitalizes_first_letters_only>(
        text->evidence, "of_what"_a = capitals == 1 ? "of the text" : "of each word",
        "got"_a = quote(got, 80));
}

namespace {

char swapped(char c) {
    if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return c;
}

}  // namespace

// swapcase() instead of upper().
std::optional<model::Diagnosis> swaps_the_case(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != Where::reply || !only_letters_differ(view, *text))
        return std::nullopt;
    std::string other(bare(text->original));
    for (char& c : other) c = swapped(c);
    if (bare(text->got) != other || other == bare(text->wanted)) return std::nullopt;
    return say<words::swaps_the_case>(text->evidence, "got"_a = quote(bare(text->got), 80));
}

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
std::optional<model::Diagnosis> leaves_some_letters(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::reply || !only_letters_differ(view, *text))
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
    constexpr const char* kFromStart = words::arrays_begin_with_0;
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
                    words::loop_ends_too_early);
    return std::nullopt;
}

namespace {

std::optional<model::Diagnosis> printed_in_other_capitals(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    const std::size_t at = to_lower(text->got).find(to_lower(wanted));
    if (wanted.empty() || at == std::string::npos || contains(text->got, wanted)) return std::nullopt;
    return say<words::prints_other_capitals>(
        text->evidence, "got"_a = quote(std::string_view(text->got).substr(at, wanted.size()), 60),
        "wanted"_a = quote(wanted, 60));
}

}  // namespace

// The right words in capitals, or in small letters, where the handout has them otherwise.
std::optional<model::Diagnosis> writes_other_capitals(const CaseView& view) {
    if (view.cause != model::Cause::wrong_case) return std::nullopt;
    if (auto printed_so = printed_in_other_capitals(view)) return printed_so;
    const model::Expect* const expect = view.expectation;
    using What = model::Expect::What;
    // Of a server's replies only those that a spec writes out; capitals of what was sent are another matter.
    if (expect == nullptr || (serves(view.plan) && expect->what != What::bytes)) return std::nullopt;
    std::vector<model::Message> due = expect->messages;
    if (expect->what == What::bytes) due = {expect->message};
    if (expect->what != What::bytes && expect->what != What::all) return std::nullopt;
    for (const std::size_t number : view.unmet.evidence) {
        const auto* received = at_number<event::Received>(view.transcript, number);
        if (received == nullptr) continue;
        for (const model::Message& message : due) {
            std::string_view wanted = bare(message.bytes);
            const bool is_beginning = wanted.ends_with("...");
            if (is_beginning) wanted.remove_suffix(3);
            std::string_view got = bare(received->bytes);
            if (is_beginning) got = got.substr(0, wanted.size());
            if (wanted.empty() || got == wanted || to_lower(got) != to_lower(wanted)) continue;
            return say<words::writes_other_capitals>({number}, "got"_a = quote(got, 60),
                                                     "wanted"_a = quote(wanted, 60));
        }
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
