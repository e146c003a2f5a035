#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

// main() came to its end, and nothing waited for anybody.
std::optional<model::Diagnosis> ends_before_it_serves(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const auto end = ended(failure);
    if (!serves(plan) || !end.has_value() || failure.cause == Cause::crashed) return std::nullopt;
    if (end->termination.how != model::Termination::How::exited || end->termination.code != 0 ||
        !errors(failure).empty())
        return std::nullopt;
    const bool tcp = plan.transport == Transport::tcp;
    const model::Event* ready = nullptr;
    for (std::size_t i = 0; i < end->position; ++i) {
        const model::Event& event = failure.transcript.events[i];
        if (std::holds_alternative<event::Sent>(event.what) ||
            std::holds_alternative<event::Closed>(event.what) ||
            std::holds_alternative<event::Received>(event.what))
            return std::nullopt;
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call != nullptr && call->transport == plan.transport && call->call == (tcp ? "listen" : "bind") &&
            call->error == 0)
            ready = &event;
    }
    if (ready == nullptr) return std::nullopt;
    return model::Diagnosis{
        "",
        "Your program came to its end and was gone before anybody had sent it anything.",
        tcp ? "accept() and recv() have to wait for somebody, in a loop. If threads do that, wait for them "
              "at "
              "the end: thread.join(); a daemon thread ends with its program. If a call returned at once, "
              "such as recv() on the listening socket, look at what it returned."
            : "recvfrom() has to wait for somebody, in a loop. If a thread does that, wait for it at the "
              "end: "
              "thread.join(); a daemon thread ends with its program.",
        {ready->number, end->number}};
}

}  // namespace sockgrade::diagnoses
