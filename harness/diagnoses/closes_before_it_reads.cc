#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

namespace {

// Who was there at that event besides the one that it is about.
std::size_t others_connected(const Failure& failure, std::size_t position) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < position; ++i)
        if (std::holds_alternative<event::Opened>(failure.transcript.events[i].what)) ++count;
    return count == 0 ? 0 : count - 1;
}

}  // namespace

// The connection ended before anything had been sent on it.
std::optional<model::Diagnosis> closes_before_it_reads(const Failure& failure) {
    if (failure.transcript.plan.role != model::Role::receiver &&
        failure.transcript.plan.role != model::Role::server)
        return std::nullopt;
    if (failure.transcript.plan.transport != Transport::tcp || !came_to_nothing(failure.cause))
        return std::nullopt;
    if (failure.cause == Cause::crashed || !errors(failure).empty() || ends_before_it_serves(failure))
        return std::nullopt;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        if (std::holds_alternative<event::Sent>(event.what) ||
            std::holds_alternative<event::Received>(event.what) ||
            std::holds_alternative<event::Closed>(event.what))
            return std::nullopt;
        const auto* finished = std::get_if<event::Finished>(&event.what);
        if (finished == nullptr || !finished->by_program) continue;
        const event::Opened* const caller = opened(failure.transcript, finished->connection, i);
        const bool is_stranger = caller != nullptr && caller->local.host != caller->remote.host &&
                                 !caller->local.host.starts_with("127.");
        if (const std::size_t others = others_connected(failure, i); others > 2)
            return model::Diagnosis{
                "",
                fmt::format(
                    "Your program closed the connection of {} at once, before anything had been sent on it. "
                    "{} other clients were connected then.",
                    model::actor_in_words(finished->connection), others),
                "Your program has no room for more clients than that, it seems: an array of clients that is "
                "full, or "
                "a number that it compares with. Give it room for many, or use a list that grows.",
                {event.number}};
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program closed the connection of {} at once, before anything had been sent on it{}.",
                model::actor_in_words(finished->connection),
                is_stranger ? fmt::format(". It came from another computer, {}", caller->local.host) : ""),
            is_stranger
                ? "Does your program look at who calls, and turn some away? It is to take everybody. If it "
                  "does not, recv() did not wait: look at what it returns, and at the socket and the room "
                  "that you give it."
                : "Usually recv() did not wait: it was called on the listening socket instead of the one "
                  "that "
                  "accept() "
                  "returned, or with a buffer that has no room (length 0). Look at what recv() returns.",
            {event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
