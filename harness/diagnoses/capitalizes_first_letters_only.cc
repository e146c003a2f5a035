#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using Where = WrongText::Where;

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

// capitalize() or title() instead of upper().
std::optional<model::Diagnosis> capitalizes_first_letters_only(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != Where::reply || !only_letters_differ(failure, *text))
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
    return model::Diagnosis{
        "",
        fmt::format("Only the first letter {} became a capital: {}.",
                    capitals == 1 ? "of the text" : "of each word", quote(got, 80)),
        "capitalize() and title() do that. For capitals everywhere use upper() (toUpperCase() in "
        "Java and JavaScript, toupper() for every letter in C).",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
