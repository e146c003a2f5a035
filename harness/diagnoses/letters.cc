#include <algorithm>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using Where = WrongText::Where;
using model::Cause;
using namespace fmt::literals;

namespace {

// Another text came short at the same length, or whole where it is no longer than that: a buffer.
bool others_end_there_too(const CaseView& view, std::size_t length) {
    const auto& output = view.output;
    for (const auto* sent : view.transcript.all<event::Sent>()) {
        const std::string content = text_in(view.plan, sent->bytes);
        const std::string_view other = bare(content);
        if (other.size() > length + 1 && contains(output, other.substr(0, length)) &&
            !contains(output, other.substr(0, length + 1)))
            return true;
        const bool has_line_end = content.ends_with('\n');
        if (!other.empty() && !has_line_end && other.size() <= length && contains(output, other)) return true;
    }
    return false;
}

// In C, what takes a newline off and what has no room for the NUL look the same.
const char* hint_for_one_byte(const CaseView& view, const WrongText& text) {
    switch (view.language) {
        case Language::python:
            return words::takes_one_off_in_python;
        case Language::java:
        case Language::javascript:
            return words::takes_one_off_at_length_minus_1;
        case Language::other:
            break;
    }
    if (text.where == Where::message) return words::room_for_the_nul;
    return words::takes_one_off_for_a_newline;
}

}  // namespace

// One byte is taken off, as if it were a newline.
std::optional<model::Diagnosis> loses_the_last_letter(const CaseView& view) {
    const auto& text = view.copied_text;
    if (!text.has_value()) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    constexpr std::size_t kTelling = 3;
    if (wanted.size() < kTelling) return std::nullopt;
    const std::string_view shorter = wanted.substr(0, wanted.size() - 1);
    // A buffer that is just one byte too small looks the same.
    constexpr std::size_t kSmallBuffer = 64;
    if (wanted.size() - 1 >= kSmallBuffer && (wanted.size() - 1) % 16 == 0) return std::nullopt;
    if (text->where == Where::output) {
        if (contains(text->got, wanted) || !contains(text->got, shorter) ||
            others_end_there_too(view, shorter.size()))
            return std::nullopt;
    } else if (bare(text->got) != shorter) {
        return std::nullopt;
    }
    return say<words::loses_the_last_letter>(text->evidence, Hint{hint_for_one_byte(view, *text)},
                                             "last"_a = quote(wanted.substr(wanted.size() - 1)));
}

namespace {

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) > '~'; }

std::string plain(std::string_view text) {
    std::string kept;
    for (const char c : to_lower(text))
        if (static_cast<unsigned char>(c) >= ' ' && static_cast<unsigned char>(c) <= '~' && c != '?')
            kept += c;
    return kept;
}

// What stands in the place of letters: nothing, a question mark, other letters. No other word or line, and no
// number behind a backslash, which is another mistake.
bool stands_for(std::string_view shown, std::string_view letters) {
    constexpr std::size_t kMostForAByte = 6;
    return shown.size() <= kMostForAByte * letters.size() &&
           shown.find_first_of(" \r\n\\") == std::string_view::npos && !contains(shown, letters);
}

// The text as it stands in the output from `begin` on, where its letters beyond ASCII became something else.
std::optional<std::string_view> shown_from(std::string_view output, std::size_t begin,
                                           std::string_view wanted) {
    std::size_t at = begin;
    for (std::size_t i = 0; i < wanted.size();) {
        const auto letters_end = static_cast<std::size_t>(
            std::find_if_not(wanted.begin() + static_cast<std::ptrdiff_t>(i), wanted.end(), is_beyond_ascii) -
            wanted.begin());
        const std::string_view letters = wanted.substr(i, letters_end - i);
        const auto plain_end =
            static_cast<std::size_t>(std::find_if(wanted.begin() + static_cast<std::ptrdiff_t>(letters_end),
                                                  wanted.end(), is_beyond_ascii) -
                                     wanted.begin());
        const std::string_view next = wanted.substr(letters_end, plain_end - letters_end);
        const std::size_t found =
            next.empty() ? std::min(output.find_first_of("\r\n", at), output.size()) : output.find(next, at);
        if (found == std::string_view::npos) return std::nullopt;
        if (letters.empty() ? found != at : !stands_for(output.substr(at, found - at), letters))
            return std::nullopt;
        at = found + next.size();
        i = plain_end;
    }
    return output.substr(begin, at - begin);
}

std::optional<std::string_view> shown_otherwise(std::string_view output, std::string_view wanted) {
    // Where it begins can be told by a plain letter only.
    if (wanted.empty() || is_beyond_ascii(wanted.front())) return std::nullopt;
    const auto first_beyond = static_cast<std::size_t>(
        std::find_if(wanted.begin(), wanted.end(), is_beyond_ascii) - wanted.begin());
    const std::string_view beginning = wanted.substr(0, first_beyond);
    for (std::size_t at = output.find(beginning); at != std::string_view::npos;
         at = output.find(beginning, at + 1))
        if (const auto shown = shown_from(output, at, wanted)) return shown;
    return std::nullopt;
}

const char* hint_for_reading(Language written_in) {
    switch (written_in) {
        case Language::python:
            return words::utf8_in_python;
        case Language::java:
            return words::utf8_in_java;
        case Language::javascript:
            return words::utf8_in_node;
        case Language::other:
            break;
    }
    return words::utf8_in_bytes;
}

}  // namespace

// Not UTF-8: letters such as ü became one byte, or a question mark.
// What is left without the letters beyond ASCII, and what stands for them.
std::optional<model::Diagnosis> loses_letters_beyond_ascii(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || view.cause == Cause::crashed) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    if (std::none_of(wanted.begin(), wanted.end(), is_beyond_ascii) || plain(wanted).empty())
        return std::nullopt;
    std::string_view got = bare(text->got);
    if (text->where == WrongText::Where::output) {
        if (contains(got, wanted)) return std::nullopt;
        const auto shown = shown_otherwise(got, wanted);
        if (!shown.has_value()) return std::nullopt;
        return say<words::prints_no_letters_beyond_ascii>(
            text->evidence, Hint{hint_for_reading(view.language)}, "shown"_a = quote(*shown, 60),
            "wanted"_a = quote(wanted, 60));
    }
    if (view.cause != Cause::wrong_content || plain(wanted) != plain(got)) return std::nullopt;
    return say<words::loses_letters_beyond_ascii>(text->evidence, "got"_a = quote(got, 60),
                                                  "wanted"_a = quote(wanted, 60));
}

namespace {

std::string_view without_mark(std::string_view bytes) {
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) bytes.remove_prefix(2);
    return bytes;
}

}  // namespace

// UTF-16: a NUL with every letter.
std::optional<model::Diagnosis> sends_two_bytes_a_letter(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    const std::string_view got = without_mark(text->got);
    const std::string_view wanted = bare(text->wanted);
    if (wanted.size() < 2 || got.size() < 2 * wanted.size()) return std::nullopt;
    const std::size_t letter = got.front() == '\0' ? 1 : 0;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (got[2 * i + letter] != wanted[i] || got[2 * i + 1 - letter] != '\0') return std::nullopt;
    constexpr std::size_t kShown = 6;
    return say<words::sends_two_bytes_a_letter>(
        text->evidence, "beginning"_a = quote(std::string_view(text->got).substr(0, kShown)));
}

}  // namespace sockgrade::diagnoses
