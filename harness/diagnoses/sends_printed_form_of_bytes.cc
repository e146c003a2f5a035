#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// str(data) of Python bytes went over the network.
std::optional<model::Diagnosis> sends_printed_form_of_bytes(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    const std::string_view got = bare(text->got);
    constexpr std::size_t kAround = 3;  // b, and a quote on either side
    if (got.size() <= kAround || (got[0] != 'b' && got[0] != 'B') || (got[1] != '\'' && got[1] != '"'))
        return std::nullopt;
    if (got.back() != got[1] || !to_lower(got.substr(2)).starts_with(to_lower(bare(text->wanted))))
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program sent {}: a b and two quotes came along. That is how Python shows "
                    "bytes to people, not the text in them.",
                    quote(got, 80)),
        "str(data) makes that. Turn bytes into text with data.decode(), and text into bytes with "
        "text.encode().",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
