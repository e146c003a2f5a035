#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace {

constexpr std::size_t kPointer = 8;

// The longest beginning of the text that stands in the output, with nothing more of it behind.
std::size_t shown_length(std::string_view output, std::string_view wanted) {
    std::size_t length = wanted.size();
    while (length > 0 && output.find(wanted.substr(0, length)) == std::string_view::npos) --length;
    return length;
}

std::string hint_for(std::size_t length, const WrongText& text, model::Transport transport) {
    if (length == kPointer && text.where != WrongText::Where::output)
        return "sizeof of a pointer is 8, however long the text is. strlen(text) counts its bytes.";
    if (text.where == WrongText::Where::message)
        return fmt::format(
            "Look for a length or a buffer of {} bytes ({} with the NUL of C). To send a text whole, send "
            "strlen(text) "
            "bytes, from a buffer that has room for all of it.",
            length, length + 1);
    if (transport == model::Transport::udp)
        return fmt::format(
            "A buffer of {} bytes ({} with the NUL of C) loses the rest of a longer datagram. Give "
            "recvfrom() room "
            "enough: recvfrom(65535)",
            length, length + 1);
    return "recv() returns at most as many bytes as it is asked for, and often fewer. Use a larger buffer, "
           "and call it "
           "again until the message is complete.";
}

}  // namespace

// Only the first n bytes: a buffer, or a length, that is too small.
std::optional<model::Diagnosis> cuts_text_at(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || failure.cause == model::Cause::crashed) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    std::size_t length = bare(text->got).size();
    constexpr std::size_t kTelling = 6;
    if (text->where == WrongText::Where::output) {
        length = shown_length(text->got, wanted);
        if (length < kTelling) return std::nullopt;
    } else if (!wanted.starts_with(bare(text->got))) {
        return std::nullopt;
    }
    if (length < 2 || length >= wanted.size()) return std::nullopt;
    if (loses_the_last_letter(failure) || first_word_only(failure) || takes_the_first_piece_only(failure))
        return std::nullopt;
    return model::Diagnosis{"",
                            fmt::format("Only the first {} of {} came: {}.", count_of(length, "byte"),
                                        wanted.size(), quote(wanted.substr(0, length), 60)),
                            hint_for(length, *text, failure.transcript.plan.transport), text->evidence};
}

}  // namespace sockgrade::diagnoses
