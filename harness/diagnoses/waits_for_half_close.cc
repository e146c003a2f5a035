#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;

// It reads until the peer has finished, while the peer waits for the reply.
std::optional<model::Diagnosis> waits_for_half_close(const Failure& failure) {
    if (!serves(failure.transcript.plan) || failure.cause != Cause::no_reply) return std::nullopt;
    if (reads_a_length_first(failure) || keeps_its_reply(failure)) return std::nullopt;
    const bool java = language(failure.transcript) == Language::java;
    std::size_t shut = 0;
    std::string connection;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        if (const auto* coaxed = std::get_if<event::Coaxed>(&event.what);
            coaxed != nullptr && coaxed->with == event::Coaxed::With::half_close) {
            shut = event.number;
            connection = coaxed->connection;
        }
        const auto* received = std::get_if<event::Received>(&event.what);
        if (received == nullptr || shut == 0 || received->connection != connection) continue;
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program replied only after the {} had said that it will send no more. {}", connection,
                java ? "It reads until the other side closes, or its reply stayed in a buffer until then."
                     : "It seems to read until the other side closes, while the other side waits for the "
                       "reply "
                       "before it closes."),
            java ? "A PrintWriter or BufferedWriter keeps what you write: call flush() after each reply, or "
                   "make it "
                   "with new PrintWriter(stream, true) and use println(). And reply as soon as a message has "
                   "come, "
                   "without reading on to the end."
                 : "Reply as soon as a message has come: one recv(), then send. Functions that read to the "
                   "end, "
                   "such as "
                   "read(), io.ReadAll() or a loop until recv() returns nothing, wait for the close.",
            {shut, event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
