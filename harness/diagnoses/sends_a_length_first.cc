#include <fmt/format.h>

#include <array>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace {

std::size_t number_of(std::string_view bytes, bool big_endian) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char byte = bytes[big_endian ? i : bytes.size() - 1 - i];
        number = number * 256 + static_cast<unsigned char>(byte);
    }
    return number;
}

std::optional<model::Diagnosis> length_before(std::string_view wanted, std::string_view got,
                                              const std::vector<std::size_t>& evidence) {
    if (bare(wanted).empty()) return std::nullopt;
    static constexpr std::array<std::size_t, 4> kSizes = {1, 2, 4, 8};
    for (const std::size_t size : kSizes) {
        if (got.size() <= size || bare(got.substr(size)) != bare(wanted)) continue;
        const std::string_view prefix = got.substr(0, size);
        const std::size_t length = got.size() - size;
        if (number_of(prefix, true) != length && number_of(prefix, false) != length) continue;
        return model::Diagnosis{
            "",
            fmt::format("The text is right, but {} before it: {}. {} its length, {}.",
                        size == 1 ? "a byte stands"
                                  : fmt::format("{} bytes stand", size == 2   ? "two"
                                                                  : size == 4 ? "four"
                                                                              : "eight"),
                        quote(prefix), size == 1 ? "It is" : "They are", length),
            "writeUTF() of Java puts two there, struct.pack() of Python or htonl() four, and only a reader "
            "who "
            "expects them understands that. Send the bytes of the text alone: out.write(text.getBytes()), "
            "sock.sendall(text.encode())",
            evidence};
    }
    return std::nullopt;
}

}  // namespace

// writeUTF(), struct.pack(): a number of bytes with the length before the text.
std::optional<model::Diagnosis> sends_a_length_first(const Failure& failure) {
    const model::Expect* const expect = unmet_expectation(failure);
    if (expect != nullptr && model::awaits_typing(*expect)) {
        for (const model::Message& line : expect->messages)
            for (const model::Event& one : failure.transcript.events)
                if (const auto* received = std::get_if<model::event::Received>(&one.what))
                    if (auto found = length_before(line.bytes, received->bytes, {one.number})) return found;
        return std::nullopt;
    }
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    return length_before(text->wanted, text->got, text->evidence);
}

}  // namespace sockgrade::diagnoses
