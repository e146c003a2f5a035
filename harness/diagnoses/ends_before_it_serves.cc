#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

// main() came to its end, and nothing waited for anybody.
std::optional<model::Diagnosis> ends_before_it_serves(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || failure.cause == Cause::crashed || !errors(failure).empty()) return std::nullopt;
    // Who is about to end refuses a connection before the end itself is seen.
    const auto& events = failure.transcript.events;
    std::size_t end = 0;
    while (end < events.size() && !std::holds_alternative<event::Ended>(events[end].what)) ++end;
    if (end == events.size()) return std::nullopt;
    const model::Termination& termination = std::get<event::Ended>(events[end].what).termination;
    if (termination.how != model::Termination::How::exited || termination.code != 0) return std::nullopt;
    const bool tcp = plan.transport == Transport::tcp;
    const model::Event* ready = nullptr;
    for (std::size_t i = 0; i < end; ++i) {
        const model::Event& event = events[i];
        if (std::holds_alternative<event::Sent>(event.what) ||
            std::holds_alternative<event::Closed>(event.what) ||
            std::holds_alternative<event::Received>(event.what))
            return std::nullopt;
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call != nullptr && call->transport == plan.transport && call->makes_reachable() &&
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
        {ready->number, events[end].number}};
}

}  // namespace sockgrade::diagnoses
