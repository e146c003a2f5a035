#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// How much of `output`, from `begin` on, holds the letters of the text, with any spaces between them.
std::optional<std::size_t> length_with_any_spaces(std::string_view output, std::size_t begin,
                                                  std::string_view letters) {
    std::size_t at = begin;
    for (const char letter : letters) {
        while (at < output.size() && is_space(output[at])) ++at;
        if (at == output.size() || output[at] != letter) return std::nullopt;
        ++at;
    }
    return at - begin;
}

std::optional<std::string_view> with_other_spaces(std::string_view output, std::string_view wanted) {
    const std::string letters = without_blanks(wanted);
    for (std::size_t at = 0; at < output.size(); ++at)
        if (output[at] == letters.front())
            if (const auto length = length_with_any_spaces(output, at, letters))
                return output.substr(at, *length);
    return std::nullopt;
}

}  // namespace

// All letters came, in their order, but spaces between them are gone, or became line ends.
std::optional<model::Diagnosis> loses_spaces(const Failure& failure) {
    const auto text = copied_text(failure);
    if (!text.has_value() || failure.cause == model::Cause::crashed || prints_it_in_pieces(failure) ||
        sends_in_pieces(failure))
        return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    const std::string letters = without_blanks(wanted);
    constexpr std::size_t kTelling = 3;
    if (letters.size() < kTelling || letters.size() == wanted.size()) return std::nullopt;
    std::optional<std::string_view> got;
    if (text->where == WrongText::Where::output) {
        if (!contains(text->got, wanted)) got = with_other_spaces(text->got, wanted);
    } else if (without_blanks(text->got) == letters) {
        got = bare(text->got);
    }
    if (!got.has_value() || *got == wanted) return std::nullopt;
    const auto ends_line = [](char c) { return c == '\n' || c == '\r'; };
    const bool breaks = std::any_of(got->begin(), got->end(), ends_line);
    if (breaks && std::none_of(wanted.begin(), wanted.end(), ends_line))
        return model::Diagnosis{
            "",
            fmt::format("All letters of {} are there, but on several lines: {}.", quote(wanted, 60),
                        quote(*got, 60)),
            "Keep the text in one: print() and println() end the line each time. cin >> word, "
            "Scanner.next() and split() make words of it, which are not what came.",
            text->evidence};
    const auto spaces = [](std::string_view in) { return std::count(in.begin(), in.end(), ' '); };
    const auto missing = spaces(wanted) - spaces(*got);
    if (missing <= 0) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("All letters came, but {} between them did not: {} should be {}.",
                    missing == 1 ? "a space" : fmt::format("{} spaces", missing), quote(*got, 60),
                    quote(wanted, 60)),
        "cin >> word, Scanner.next() and split() put the spaces aside. strip() and trim() take them off both "
        "ends "
        "of each piece that recv() returned, though the text goes on there: put the pieces together first, "
        "and take "
        "off line ends only.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
