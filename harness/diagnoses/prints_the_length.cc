#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// The number that recv() returned, not what it put into the buffer.
std::optional<model::Diagnosis> prints_the_length(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    const std::string number = std::to_string(text->original.size());
    const std::string_view got = text->got;
    constexpr std::size_t kPart = 5;
    if (contains(got, bare(text->wanted).substr(0, kPart)) || bare(text->wanted).size() < kPart)
        return std::nullopt;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = got.find(number); at != std::string_view::npos; at = got.find(number, at + 1)) {
        const std::size_t behind = at + number.size();
        // Within an address or a larger number it means something else.
        const bool apart_before = at == 0 || (!is_digit(got[at - 1]) && got[at - 1] != '.');
        const bool apart_behind = behind >= got.size() || (!is_digit(got[behind]) && got[behind] != '.');
        if (!apart_before || !apart_behind) continue;
        return model::Diagnosis{
            "", fmt::format("Your program printed how many bytes came ({}), but not the text.", number),
            "Print the text itself: print(data.decode()), or in C the buffer that recv() filled.",
            text->evidence};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
