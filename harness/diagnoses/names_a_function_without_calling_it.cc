#include <fmt/format.h>

#include <array>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// text.upper without (): the function itself becomes the text.
std::optional<model::Diagnosis> names_a_function_without_calling_it(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value()) return std::nullopt;
    static constexpr std::array kSigns = {"[native code]", "<built-in method ", "<bound method ",
                                          "<function "};
    for (const char* sign : kSigns) {
        if (!contains(to_lower(text->got), sign) || contains(to_lower(text->original), sign)) continue;
        return model::Diagnosis{"",
                                fmt::format("Instead of the text came the description of a function: {}.",
                                            quote(bare(text->got), 80)),
                                "A function is called with parentheses: text.upper(), text.toUpperCase()",
                                text->evidence};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
