#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// Two that only call would never find each other.
std::optional<model::Diagnosis> only_calls_the_other(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (plan.role != model::Role::peer || ended(failure).has_value() ||
        failure.transcript.first<event::Opened>() != nullptr)
        return std::nullopt;
    std::vector<std::size_t> calls;
    for (const model::Event& one : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->transport != plan.transport) continue;
        if (call->call == Call::listen && call->error == 0) return std::nullopt;
        if (call->call == Call::connect) calls.push_back(one.number);
    }
    if (calls.empty()) return std::nullopt;
    return model::Diagnosis{
        "",
        calls.size() == 1
            ? std::string(
                  "Your program called the other one, who was not there yet, and never listened itself.")
            : fmt::format(
                  "Your program called the other one {} times, who was not there yet, and never listened "
                  "itself: nobody could call it.",
                  calls.size()),
        "Who is started first has to be there for the other one: when connect() is refused, wait to be "
        "called, with "
        "bind(), listen() and accept() on your own port.",
        {calls.front(), calls.back()}};
}

}  // namespace sockgrade::diagnoses
