#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using Where = WrongText::Where;

// The loop over the letters ends one too early.
std::optional<model::Diagnosis> leaves_the_last_letter(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != Where::reply || !only_letters_differ(failure, *text))
        return std::nullopt;
    const std::string_view got = bare(text->got);
    const std::string_view wanted = bare(text->wanted);
    if (got.size() != wanted.size() || got.size() < 2 || got == wanted) return std::nullopt;
    if (got.substr(0, got.size() - 1) != wanted.substr(0, wanted.size() - 1)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Only the last letter was left as it was: {} should be {}.",
                    quote(got.substr(got.size() - 1)), quote(wanted.substr(wanted.size() - 1))),
        "The loop over the letters ends one too early. With n bytes it is for (i = 0; i < n; "
        "i++). A newline at the end of a message would hide this, so test without one too.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
