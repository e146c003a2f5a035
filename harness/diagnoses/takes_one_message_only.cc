#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

// One recv() for each connection, then close().
std::optional<model::Diagnosis> takes_one_message_only(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(failure.cause) ||
        failure.cause == Cause::crashed || ended(failure).has_value())
        return std::nullopt;
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::reply) return std::nullopt;
    std::vector<const event::Sent*> sent;
    std::vector<std::size_t> numbers;
    std::size_t finished = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        // What we did to make it talk must not count as a message.
        if (std::holds_alternative<event::Coaxed>(event.what)) return std::nullopt;
        if (const auto* one = std::get_if<event::Sent>(&event.what)) {
            if (!sent.empty() && sent.back()->connection != one->connection) return std::nullopt;
            sent.push_back(one);
            numbers.push_back(event.number);
        }
        const auto* end = std::get_if<event::Finished>(&event.what);
        if (end != nullptr && !end->by_program) return std::nullopt;
        const bool closes = end != nullptr || std::holds_alternative<event::ResetSeen>(event.what);
        if (closes && !sent.empty() && finished == 0) finished = event.number;
    }
    // Pieces of one message are another matter.
    if (sent.size() < 2 || finished == 0 || !sent.front()->bytes.ends_with('\n')) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program took the first message of {}, {}, and then closed the connection. What "
                    "came next, {}, was not answered.",
                    model::actor_in_words(sent.front()->connection), quote(sent.front()->bytes, 40),
                    quote(sent.back()->bytes, 40)),
        "A client may have more to say. Go on with recv() on its connection until recv() returns nothing, "
        "and "
        "close it then.",
        {numbers.front(), finished, numbers.back()}};
}

}  // namespace sockgrade::diagnoses
