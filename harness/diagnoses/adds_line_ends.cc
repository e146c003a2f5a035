#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "model/expected.hh"

namespace sockgrade::diagnoses {

// The text is right, but a line end stands before it, or more than one behind it.
std::optional<model::Diagnosis> adds_line_ends(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    const std::string_view got = text->got;
    const std::string_view plain = bare(got);
    if (plain.empty() || plain != bare(text->wanted) || model::same_text(text->wanted, got))
        return std::nullopt;
    const std::size_t at = got.find(plain);
    const std::string_view before = got.substr(0, at);
    const std::string_view behind = got.substr(at + plain.size());
    const bool is_before = !before.empty() && !text->wanted.starts_with(before);
    return model::Diagnosis{
        "",
        is_before
            ? fmt::format("Your program sent {} before the text. It is a part of what arrives: who reads a "
                          "line gets an empty one.",
                          quote(before, 40))
            : fmt::format("Behind the text your program sent {}. One line end does no harm; a second one is "
                          "an empty line.",
                          quote(behind, 40)),
        "Send the text itself. A text that was read with its line end has one already, and println() adds "
        "another.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
