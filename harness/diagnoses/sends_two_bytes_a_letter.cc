#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace {

std::string_view without_mark(std::string_view bytes) {
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) bytes.remove_prefix(2);
    return bytes;
}

}  // namespace

// UTF-16: a NUL with every letter.
std::optional<model::Diagnosis> sends_two_bytes_a_letter(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    const std::string_view got = without_mark(text->got);
    const std::string_view wanted = bare(text->wanted);
    if (wanted.size() < 2 || got.size() < 2 * wanted.size()) return std::nullopt;
    const std::size_t letter = got.front() == '\0' ? 1 : 0;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (got[2 * i + letter] != wanted[i] || got[2 * i + 1 - letter] != '\0') return std::nullopt;
    constexpr std::size_t kShown = 6;
    return model::Diagnosis{
        "",
        fmt::format("Your program sent two bytes for each letter, one of them 0 (UTF-16): {} ...",
                    quote(std::string_view(text->got).substr(0, kShown))),
        "Send UTF-8, one byte for each of these letters: text.encode() in Python, "
        "getBytes(StandardCharsets.UTF_8) in Java, where writeChars() writes two bytes for each.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
