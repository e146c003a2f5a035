#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// b'...' was printed, and the text cannot be found in it.
std::optional<model::Diagnosis> prints_bytes_literal(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    if (contains(text->got, wanted)) return std::nullopt;
    // Up to the first byte that Python would write otherwise.
    std::size_t plain = 0;
    while (plain < wanted.size() && wanted[plain] >= ' ' && wanted[plain] <= '~' && wanted[plain] != '\\' &&
           wanted[plain] != '\'')
        ++plain;
    constexpr std::size_t kTelling = 2;
    if (plain < kTelling || plain == wanted.size()) return std::nullopt;
    const std::string start(wanted.substr(0, plain));
    if (!contains(text->got, "b'" + start) && !contains(text->got, "b\"" + start)) return std::nullopt;
    return model::Diagnosis{
        "",
        "Your program printed bytes as Python shows them, b'...', where some letters are written "
        "as numbers. It should print the text.",
        "Decode before you print: print(data.decode())", text->evidence};
}

}  // namespace sockgrade::diagnoses
