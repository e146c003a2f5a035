#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

bool from_another_host(const model::Step& step) {
    if (const auto* connect = std::get_if<model::Connect>(&step.action))
        return connect->from == model::From::another_host;
    const auto* send = std::get_if<model::Send>(&step.action);
    return send != nullptr && send->from == model::From::another_host;
}

}  // namespace

// Peers on other computers cannot reach 127.0.0.1.
std::optional<model::Diagnosis> bound_to_loopback_only(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || ended(failure).has_value()) return std::nullopt;
    if (std::none_of(plan.steps.begin(), plan.steps.end(), from_another_host)) return std::nullopt;
    const model::Event* loopback = nullptr;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::bind || call->transport != plan.transport ||
            call->ephemeral)
            continue;
        const bool local = call->address.host.starts_with("127.") || call->address.host == "::1";
        if (!local && call->error == 0) return std::nullopt;
        if (local && call->error == 0) loopback = &event;
    }
    if (loopback == nullptr) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program bound its socket to {}. That address is for this computer only; others "
                    "cannot reach "
                    "it.",
                    escape(model::to_string(std::get<event::SocketCall>(loopback->what).address))),
        "Bind to all addresses: bind(('', port)) in Python, INADDR_ANY in C, new ServerSocket(port) in Java.",
        {loopback->number}};
}

}  // namespace sockgrade::diagnoses
