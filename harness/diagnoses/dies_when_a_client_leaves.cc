#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

// A client that leaves without a word, or resets, takes the server with it.
std::optional<model::Diagnosis> dies_when_a_client_leaves(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || plan.transport != Transport::tcp) return std::nullopt;
    if (failure.cause != Cause::crashed && failure.cause != Cause::exited_early) return std::nullopt;
    const auto end = ended(failure);
    if (!end.has_value()) return std::nullopt;
    const model::Event* left = nullptr;
    bool heard = false;
    for (std::size_t i = 0; i < end->position; ++i) {
        const event::What& what = failure.transcript.events[i].what;
        const auto* closed = std::get_if<event::Closed>(&what);
        const auto* sent = std::get_if<event::Sent>(&what);
        // What anybody said may be the reason, unless it can't have been read yet.
        if (sent != nullptr && !bare(sent->bytes).empty()) {
            if (left == nullptr) return std::nullopt;
            heard = true;
        }
        if (std::holds_alternative<event::Received>(what)) return std::nullopt;
        if (closed != nullptr && !heard) left = &failure.transcript.events[i];
    }
    if (left == nullptr) return std::nullopt;
    const auto& closed = std::get<event::Closed>(left->what);
    // The line where it happened is told too, where the language names it.
    std::optional<model::Diagnosis> error = python_error(failure);
    if (!error.has_value()) error = java_error(failure);
    if (!error.has_value()) error = node_error(failure);
    if (!error.has_value()) error = go_panic(failure);
    return model::Diagnosis{
        "",
        fmt::format("Your program ended when {} {}.{}", model::actor_in_words(closed.connection),
                    closed.reset ? "reset its connection" : "left without having sent anything",
                    error.has_value() ? " " + error->message : ""),
        closed.reset
            ? "A reset makes recv() or send() fail. Catch that (except OSError in Python, IOException in "
              "Java, socket.on('error', ...) in Node), close this connection, and accept the next one."
            : "Reading then gives nothing, 0 or null. That is the end of this connection only: "
              "close it, and accept the next one.",
        {left->number, end->number}};
}

}  // namespace sockgrade::diagnoses
