#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

constexpr std::size_t kPointer = 8;

// The longest beginning of the text that stands in the output, with nothing more of it behind.
std::size_t shown_length(std::string_view output, std::string_view wanted) {
    std::size_t length = wanted.size();
    while (length > 0 && output.find(wanted.substr(0, length)) == std::string_view::npos) --length;
    return length;
}

// The same with a line that ends there: then a few letters are enough.
std::size_t length_at_line_end(std::string_view output, std::string_view wanted) {
    for (std::size_t start = 0; start < output.size();) {
        const std::size_t end = std::min(output.find_first_of("\r\n", start), output.size());
        const std::string_view line = output.substr(start, end - start);
        start = end + 1;
        const std::size_t word = line.find_last_of(" :'\"[") + 1;
        const std::string_view shown = line.substr(word);
        if (!shown.empty() && shown.size() < wanted.size() && wanted.starts_with(shown)) return shown.size();
    }
    return 0;
}

// What programs are written with: 10, 100, 1024.
bool is_round(std::size_t number) {
    constexpr std::size_t kSmall = 50;
    return std::has_single_bit(number) || number % 100 == 0 || (number <= kSmall && number % 10 == 0);
}

// `1024`, or `1024 with the NUL of C`: the size that a length of text speaks for.
std::string buffer_of(std::size_t length) {
    if (is_round(length)) return count_of(length, "byte");
    if (is_round(length + 1)) return fmt::format("{} bytes (one of them for the NUL of C)", length + 1);
    return fmt::format("{} bytes ({} with the NUL of C)", length, length + 1);
}

std::string hint_for(std::size_t length, const WrongText& text, model::Transport transport) {
    if (length == kPointer && text.where != WrongText::Where::output)
        return "sizeof of a pointer is 8, however long the text is. strlen(text) counts its bytes.";
    if (text.where == WrongText::Where::message)
        return fmt::format(
            "Look for a length or a buffer of {}. To send a text whole, send strlen(text) bytes, from a "
            "buffer "
            "that has room for all of it.",
            buffer_of(length));
    if (transport == model::Transport::udp)
        return fmt::format(
            "A buffer of {} loses the rest of a longer datagram. Give recvfrom() room enough: "
            "recvfrom(65535)",
            buffer_of(length));
    return fmt::format(
        "That looks like one recv() into a buffer of {}. It returns at most that many bytes, and often "
        "fewer, "
        "whatever the other side sent at once. Call it again, and put the pieces together, until the message "
        "is "
        "complete.",
        buffer_of(length));
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
        if (length < kTelling) length = length_at_line_end(text->got, wanted);
    } else if (!wanted.starts_with(bare(text->got))) {
        return std::nullopt;
    }
    if (length == 0 || length >= wanted.size()) return std::nullopt;
    if (loses_the_last_letter(failure) || first_word_only(failure) || takes_the_first_piece_only(failure) ||
        sends_in_pieces(failure) || prints_it_in_pieces(failure))
        return std::nullopt;
    const bool reset = failure.transcript.first<event::ResetSeen>() != nullptr &&
                       failure.transcript.plan.transport == model::Transport::tcp &&
                       text->where != WrongText::Where::message &&
                       failure.transcript.first<event::Closed>() == nullptr;
    return model::Diagnosis{
        "",
        fmt::format("Only the first {} of {} came: {}.{}", length == 1 ? "byte" : count_of(length, "byte"),
                    wanted.size(), quote(wanted.substr(0, length), 60),
                    reset ? " Then your program closed the connection with the rest unread, "
                            "which resets it."
                          : ""),
        hint_for(length, *text, failure.transcript.plan.transport), text->evidence};
}

}  // namespace sockgrade::diagnoses
