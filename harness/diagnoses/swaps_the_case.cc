#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using Where = WrongText::Where;

namespace {

char swapped(char c) {
    if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return c;
}

}  // namespace

// swapcase() instead of upper().
std::optional<model::Diagnosis> swaps_the_case(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != Where::reply || !only_letters_differ(failure, *text))
        return std::nullopt;
    std::string other(bare(text->original));
    for (char& c : other) c = swapped(c);
    if (bare(text->got) != other || other == bare(text->wanted)) return std::nullopt;
    return model::Diagnosis{
        "", fmt::format("Your program also made small letters of capitals: {}.", quote(bare(text->got), 80)),
        "swapcase() changes both ways, upper() only from small letters to capitals.", text->evidence};
}

}  // namespace sockgrade::diagnoses
