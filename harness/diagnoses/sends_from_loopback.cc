#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A sender that has bound its socket to 127.0.0.1 and dials another computer: a network takes nothing that
// comes from there, so that connect() and sendto() fail where the other computer is a real one.
std::optional<model::Diagnosis> sends_from_loopback(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (failure.cause != model::Cause::wrong_address || serves(plan) || plan.role == model::Role::peer)
        return std::nullopt;
    const auto* opened = failure.transcript.first<event::Opened>();
    const std::string& dialled = opened == nullptr ? plan.given.address.host : opened->local.host;
    const bool is_home = dialled.starts_with("127.") && failure.transcript.isolation < "D";
    if (opened == nullptr || is_home) return std::nullopt;
    for (const model::Event& one : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->call != Call::bind || call->error != 0 ||
            call->transport != plan.transport || call->address.port != opened->remote.port ||
            !call->address.host.starts_with("127."))
            continue;
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program bound its socket to {} before it dialled {}. What is sent from there never "
                "leaves this computer: on a real network the call fails (\"Invalid argument\").",
                escape(call->address.host), model::to_string(plan.given.address)),
            "A sender needs no bind(): the system then takes the right address. Leave it out, or bind to "
            "'0.0.0.0' "
            "(in Python '').",
            {one.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
