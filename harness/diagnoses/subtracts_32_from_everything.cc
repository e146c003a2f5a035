#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using Where = WrongText::Where;

// 32 is taken from bytes that are no small letters.
std::optional<model::Diagnosis> subtracts_32_from_everything(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != Where::reply) return std::nullopt;
    const std::string_view sent = text->original;
    const std::string_view wanted = text->wanted;
    const std::string_view got = text->got;
    if (got.size() < bare(sent).size() || bare(sent).empty()) return std::nullopt;
    std::vector<std::string> wrong;
    constexpr std::size_t kShown = 3;
    for (std::size_t i = 0; i < bare(sent).size(); ++i) {
        if (got[i] == wanted[i]) continue;
        // Letters of another alphabet are another matter.
        if (static_cast<unsigned char>(sent[i]) > '~') return std::nullopt;
        if (static_cast<unsigned char>(got[i]) != static_cast<unsigned char>(sent[i] - 32))
            return std::nullopt;
        const std::string pair =
            fmt::format("{} became {}", quote(sent.substr(i, 1)), quote(got.substr(i, 1)));
        if (std::find(wrong.begin(), wrong.end(), pair) == wrong.end()) wrong.push_back(pair);
    }
    if (wrong.empty()) return std::nullopt;
    if (wrong.size() > kShown) wrong.resize(kShown);
    return model::Diagnosis{
        "",
        fmt::format("Your program took 32 away from bytes that are not small letters: {}.", list_of(wrong)),
        "Change only the letters from a to z: if (c >= 'a' && c <= 'z') c -= 32; or let toupper() "
        "decide.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
