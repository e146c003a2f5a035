#include <fmt/format.h>

#include <array>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// The first bytes of a text taken for its length: readUTF(), struct.unpack() of four bytes.
std::optional<model::Diagnosis> reads_a_length_first(const Failure& failure) {
    const auto text = copied_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::reply || text->got.empty()) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    const std::string_view original = bare(text->original);
    const std::string_view got = bare(text->got);
    static constexpr std::array<std::size_t, 3> kLengths = {2, 4, 8};
    for (const std::size_t length : kLengths) {
        if (wanted.size() <= 2 * length) continue;
        const std::string_view first = original.substr(0, length);
        // Without letters in them nobody can tell whether they were changed.
        if (first == wanted.substr(0, length)) continue;
        const std::string_view rest = wanted.substr(length);
        if (got != rest && !(got.starts_with(first) && got.substr(length) == rest)) continue;
        return model::Diagnosis{
            "",
            fmt::format("Your program treated the first {} bytes, {}, unlike the rest, as if they were the "
                        "length of the message. They are its first letters.",
                        length, quote(first)),
            "Nobody sends a length here. Take what recv() returns as text: data = connection.recv(4096). "
            "readUTF() and struct.unpack() are for messages that begin with their length.",
            text->evidence};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
