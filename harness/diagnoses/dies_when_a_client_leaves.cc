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
    for (std::size_t i = 0; i < end->position; ++i) {
        const event::What& what = failure.transcript.events[i].what;
        const auto* closed = std::get_if<event::Closed>(&what);
        const auto* sent = std::get_if<event::Sent>(&what);
        // Whoever came later may be the reason.
        if (std::holds_alternative<event::Opened>(what)) left = nullptr;
        if (sent != nullptr && !bare(sent->bytes).empty()) return std::nullopt;
        if (closed != nullptr) left = &failure.transcript.events[i];
    }
    if (left == nullptr) return std::nullopt;
    const auto& closed = std::get<event::Closed>(left->what);
    return model::Diagnosis{
        "",
        fmt::format("Your program ended when the {} {}.", closed.connection,
                    closed.reset ? "reset its connection" : "left without having sent anything"),
        closed.reset ? "A reset makes recv() or send() fail. Catch that, close this connection, and "
                       "accept the next one."
                     : "recv() then returns nothing. That is the end of this connection only: "
                       "close it, and accept the next one.",
        {left->number, end->number}};
}

}  // namespace sockgrade::diagnoses
