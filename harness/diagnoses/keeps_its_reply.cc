#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// It had read the request, and the reply left only when nothing more could come.
std::optional<model::Diagnosis> keeps_its_reply(const Failure& failure) {
    if (!serves(failure.transcript.plan) || failure.cause != model::Cause::no_reply) return std::nullopt;
    std::size_t shown = 0;
    std::size_t shut = 0;
    std::string connection;
    std::string text;
    std::string output;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        if (const auto* sent = std::get_if<event::Sent>(&event.what); sent != nullptr && text.empty())
            text = bare(sent->bytes);
        if (const auto* print = std::get_if<event::Printed>(&event.what)) {
            output += print->bytes;
            if (shown == 0 && shut == 0 && !text.empty() && contains(output, text)) shown = event.number;
        }
        if (const auto* coaxed = std::get_if<event::Coaxed>(&event.what);
            coaxed != nullptr && coaxed->with == event::Coaxed::With::half_close) {
            shut = event.number;
            connection = coaxed->connection;
        }
        const auto* received = std::get_if<event::Received>(&event.what);
        if (received == nullptr || connection.empty() || received->connection != connection) continue;
        if (shown == 0) return std::nullopt;
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program had read and printed {}, but its reply left it only when {} had said that it "
                "will send no more.",
                quote(text, 60), model::actor_in_words(connection)),
            "What has a buffer of its own, such as BufferedWriter, PrintWriter, bufio.Writer or makefile(), "
            "keeps "
            "the reply until it is closed: call flush() after each. If you send on the socket itself, send "
            "inside "
            "the loop that reads, not behind it.",
            {shown, shut, event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
