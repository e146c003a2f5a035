#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using model::Cause;

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
            return "A letter beyond a to z is several bytes. Use UTF-8, for all bytes of a text together: "
                   "data.decode(), without errors='ignore' and without the name of another encoding.";
        case Language::java:
            return "A letter beyond a to z is several bytes, so (char) of one byte is none. Use UTF-8, for "
                   "all "
                   "bytes "
                   "of a text together: new String(data, 0, n, StandardCharsets.UTF_8), or new "
                   "InputStreamReader(in, StandardCharsets.UTF_8).";
        case Language::javascript:
            return "A letter beyond a to z is several bytes. Use UTF-8: data.toString('utf8'), or "
                   "socket.setEncoding('utf8'); 'ascii' and 'latin1' know letters of one byte only.";
        case Language::other:
            break;
    }
    return "A letter beyond a to z is several bytes of UTF-8. Print them as they came, all together: one "
           "byte "
           "alone "
           "is no letter, and isprint() and isalpha() know a to z only.";
}

}  // namespace

// Not UTF-8: letters such as ü became one byte, or a question mark.
// What is left without the letters beyond ASCII, and what stands for them.
std::optional<model::Diagnosis> loses_letters_beyond_ascii(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || failure.cause == Cause::crashed) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    if (std::none_of(wanted.begin(), wanted.end(), is_beyond_ascii) || plain(wanted).empty())
        return std::nullopt;
    std::string_view got = bare(text->got);
    if (text->where == WrongText::Where::output) {
        if (contains(got, wanted)) return std::nullopt;
        const auto shown = shown_otherwise(got, wanted);
        if (!shown.has_value()) return std::nullopt;
        return model::Diagnosis{
            "",
            fmt::format("Only the letters beyond a to z did not come through: your program printed {} for "
                        "{}.",
                        quote(*shown, 60), quote(wanted, 60)),
            hint_for_reading(language(failure.transcript)), text->evidence};
    }
    if (failure.cause != Cause::wrong_content || plain(wanted) != plain(got)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Only the letters beyond a to z did not come through: {} should be {}.", quote(got, 60),
                    quote(wanted, 60)),
        "Use UTF-8 on both ways: text.encode() and data.decode() in Python, "
        "getBytes(StandardCharsets.UTF_8) in Java, 'utf8' in Node. writeBytes() and Latin-1 keep "
        "one byte of each letter only.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
