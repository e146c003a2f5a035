#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// writeUTF(): two bytes with the length before the text.
std::optional<model::Diagnosis> sends_a_length_first(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    const std::string& got = text->got;
    constexpr std::size_t kPrefix = 2;
    if (got.size() <= kPrefix || bare(got.substr(kPrefix)) != bare(text->wanted)) return std::nullopt;
    const std::size_t length =
        static_cast<unsigned char>(got[0]) * std::size_t{256} + static_cast<unsigned char>(got[1]);
    if (length != got.size() - kPrefix) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("The text is right, but two bytes stand before it: {}. They are its length, {}.",
                    quote(got.substr(0, kPrefix)), length),
        "writeUTF() of Java puts them there, and only readUTF() understands them. Send the bytes "
        "of the text alone: out.write(text.getBytes())",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
