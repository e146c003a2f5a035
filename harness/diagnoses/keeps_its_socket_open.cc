#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// All is sent, and the program neither closes nor ends.
std::optional<model::Diagnosis> keeps_its_socket_open(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const auto wait = unsatisfied_wait(failure);
    const auto runs_on = [](const model::Step& step) {
        return std::holds_alternative<model::IsRunning>(step.action);
    };
    if (std::any_of(plan.steps.begin(), plan.steps.end(), runs_on)) return std::nullopt;  // as it shall
    if (serves(plan) || failure.cause != model::Cause::hung || !wait.has_value()) return std::nullopt;
    if (failure.transcript.first<event::Received>() == nullptr || waits_to_receive(wait->blocked) ||
        contains(wait->blocked, "standard input") || spins(failure))
        return std::nullopt;
    if (wait->how != model::WaitEnd::quiet && wait->how != model::WaitEnd::backstop) return std::nullopt;
    const bool node = language(failure.transcript) == Language::javascript;
    if (wait->blocked.empty() && !node) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program sent its message, but then it did not end{}.",
                    wait->blocked.empty() ? "" : ": it stays in " + escape(wait->blocked)),
        node && plan.role == model::Role::client ? "Node runs as long as a socket is open. Close it when the "
                                                   "reply has come: socket.end() for TCP, "
                                                   "socket.close() for UDP, in the 'data' or 'message' event."
        : node ? "Node runs as long as a socket is open. Close it when the message is sent: "
                 "socket.end() for TCP, socket.close() in the callback of send() for UDP."
               : "After the last message close the socket and let the program come to its end.",
        {wait->number}};
}

}  // namespace sockgrade::diagnoses
