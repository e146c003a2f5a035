#include <fmt/format.h>

#include <algorithm>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// Two that only wait would wait for each other.
std::optional<model::Diagnosis> never_calls_the_other(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (plan.role != model::Role::peer) return std::nullopt;
    const model::Event* listening = nullptr;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        if (std::holds_alternative<event::Opened>(one.what)) return std::nullopt;
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->transport != plan.transport) continue;
        if (call->call == Call::connect) return std::nullopt;
        if (call->call == Call::listen && call->error == 0) listening = &one;
    }
    if (listening == nullptr) return std::nullopt;
    return model::Diagnosis{"",
                            "Your program waits to be called, and never calls the other one, who is there.",
                            "When your program starts it calls the other one: connect() to the host and port "
                            "that it is given. Two programs that only wait would wait for each other.",
                            {listening->number}};
}

}  // namespace sockgrade::diagnoses
