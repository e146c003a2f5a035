#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using model::Cause;

namespace {

std::string plain(std::string_view text) {
    std::string kept;
    for (const char c : to_lower(text))
        if (static_cast<unsigned char>(c) >= ' ' && static_cast<unsigned char>(c) <= '~' && c != '?')
            kept += c;
    return kept;
}

}  // namespace

// Not UTF-8: letters such as ü became one byte, or a question mark.
// What is left without the letters beyond ASCII, and what stands for them.
std::optional<model::Diagnosis> loses_letters_beyond_ascii(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    if (failure.cause != Cause::wrong_content) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    const auto beyond = [](char c) { return static_cast<unsigned char>(c) > '~'; };
    if (std::none_of(wanted.begin(), wanted.end(), beyond) || plain(wanted).empty()) return std::nullopt;
    if (plain(wanted) != plain(bare(text->got))) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Only the letters beyond a to z did not come through: {} should be {}.",
                    quote(bare(text->got), 60), quote(wanted, 60)),
        "Use UTF-8 on both ways: text.encode() and data.decode() in Python, "
        "getBytes(StandardCharsets.UTF_8) in Java, 'utf8' in Node. writeBytes() and Latin-1 keep "
        "one byte of each letter only.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
