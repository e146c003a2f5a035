#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using Where = WrongText::Where;

// An echo.
std::optional<model::Diagnosis> sends_back_unchanged(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != Where::reply || !only_letters_differ(failure, *text))
        return std::nullopt;
    if (bare(text->got) != bare(text->original) || bare(text->wanted) == bare(text->original))
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program sent back what it got, without changing it: {}.",
                    quote(bare(text->got), 80)),
        language(failure.transcript) == Language::python
            ? "upper() makes capitals (lower() does not); it returns a new text and leaves the old one "
              "alone. Keep what it returns: text = text.upper()"
            : "Change the letters to capitals before you send them. toUpperCase() and the like "
              "return a new text; toupper() returns the new letter. Keep what they return.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
