#include <fmt/format.h>

#include <cerrno>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

// Linux resets a connection that is closed with bytes in it that nobody has read.
std::optional<model::Diagnosis> leaves_the_text_unread(const Failure& failure) {
    if (failure.transcript.plan.transport != Transport::tcp || !came_to_nothing(failure.cause))
        return std::nullopt;
    if (failure.cause == Cause::crashed) return std::nullopt;
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    std::size_t sent = 0;
    std::size_t received = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        if (std::holds_alternative<event::Closed>(event.what)) return std::nullopt;
        // What came in pieces may have been read in part.
        if (std::holds_alternative<event::Sent>(event.what)) {
            if (sent != 0) return std::nullopt;
            sent = event.number;
        }
        const auto* reset = std::get_if<event::ResetSeen>(&event.what);
        if (reset != nullptr && sent != 0 && reset->error == ECONNRESET) received = event.number;
    }
    if (received == 0) return std::nullopt;
    // When a part of it was read, the buffer was too small.
    if (cuts_text_at(failure)) return std::nullopt;
    constexpr std::size_t kPart = 4;
    if (contains(text->got, bare(text->wanted).substr(0, kPart))) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("The text {} came, but your program closed the connection without reading it.",
                    quote(bare(text->wanted), 60)),
        "The third argument of recv() is the room in the buffer. strlen() of an empty buffer is 0, "
        "so nothing is read: recv(s, buffer, sizeof buffer - 1, 0)",
        {sent, received}};
}

}  // namespace sockgrade::diagnoses
