#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A request came, and what it got is the end of the connection.
std::optional<model::Diagnosis> closes_without_a_response(const Failure& failure) {
    const model::Expect* const expect = unmet_expectation(failure);
    const auto text = unanswered(failure);
    if (expect == nullptr || expect->what != model::Expect::What::http || !text.has_value() ||
        ended(failure).has_value() || !errors(failure).empty())
        return std::nullopt;
    const std::string_view line = std::string_view(text->original).substr(0, text->original.find('\r'));
    std::string connection;
    std::string arrived;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        if (const auto* sent = std::get_if<event::Sent>(&event.what);
            sent != nullptr && event.number >= text->evidence.front()) {
            connection = sent->connection;
            arrived += sent->bytes;
        }
        const auto* finished = std::get_if<event::Finished>(&event.what);
        const auto* reset = std::get_if<event::ResetSeen>(&event.what);
        const bool closes =
            (finished != nullptr && finished->by_program && finished->connection == connection) ||
            (reset != nullptr && reset->connection == connection);
        if (connection.empty() || !closes) continue;
        const bool whole = arrived.ends_with("\r\n\r\n");
        return model::Diagnosis{
            "",
            whole ? fmt::format("{} came, and your program closed the connection without a response.",
                                quote(line, 60))
                  : fmt::format("{} had come, which is not the whole request, and your program closed the "
                                "connection without a response.",
                                quote(arrived, 60)),
            whole
                ? "Answer each request, whatever path it asks for, and however long it is: look for the way "
                  "through your program that comes to close() and not to send()."
                : "TCP brings a request in pieces of any size. Receive until the empty line, \\r\\n\\r\\n, "
                  "has "
                  "come, and answer then.",
            {text->evidence.front(), event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
