#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

namespace {

// For the keyboard, for some time, or for a signal.
bool is_elsewhere(const model::Wait& wait) {
    return wait.is_on_standard_input() || wait.call == WaitCall::sleep || wait.call == WaitCall::pause ||
           wait.call == WaitCall::sigwait || wait.call == WaitCall::sigsuspend;
}

// Or where that cannot be told.
bool may_wait_for_clients(const model::Wait& wait) {
    return (wait.descriptor >= 0 && !wait.is_on_standard_input()) || watches_several(wait);
}

}  // namespace

// The system takes connections in from listen() on; the program does not look.
std::optional<model::Diagnosis> never_accepts(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(failure.cause))
        return std::nullopt;
    const auto wait = unsatisfied_wait(failure);
    if (stays_with_the_first_client(failure)) return std::nullopt;
    if (!wait.has_value() || ended(failure).has_value()) return std::nullopt;
    if (!any_of(wait->in, is_elsewhere) || any_of(wait->in, may_wait_for_clients)) return std::nullopt;
    const event::Opened* client = nullptr;
    std::size_t sent = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        if (std::holds_alternative<event::Received>(event.what)) return std::nullopt;
        if (const auto* one = std::get_if<event::Opened>(&event.what)) client = one;
        if (std::holds_alternative<event::Sent>(event.what) && sent == 0) sent = event.number;
    }
    if (client == nullptr || sent == 0) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("The {} has connected and sent something, but your program is neither in accept() nor in "
                    "recv(): it waits in {}{}.",
                    client->connection, in_words(wait->in), awaited_in(wait->in, plan.transport)),
        any_in(wait->in, WaitCall::sleep)
            ? "If it has not called accept() yet: listen() only lets clients queue "
              "up. After it come connection, "
              "address = server.accept(), and data = connection.recv(1024). If it "
              "has: leave the pause out, or make "
              "it a short one; recv() waits by itself."
            : "listen() only lets clients queue up. After it come connection, address "
              "= server.accept(), and data = "
              "connection.recv(1024), with nothing that waits in between.",
        {sent, wait->number}};
}

}  // namespace sockgrade::diagnoses
