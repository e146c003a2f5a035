#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

bool from_this_host(const model::Step& step) {
    if (const auto* connect = std::get_if<model::Connect>(&step.action))
        return connect->from == model::From::this_host;
    const auto* send = std::get_if<model::Send>(&step.action);
    return send != nullptr && send->from == model::From::this_host;
}

}  // namespace

// It hears at one of the computer's addresses, and was called at 127.0.0.1.
std::optional<model::Diagnosis> bound_to_one_address(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || ended(failure).has_value()) return std::nullopt;
    if (std::none_of(plan.steps.begin(), plan.steps.end(), from_this_host)) return std::nullopt;
    const model::Event* bound = nullptr;
    for (const model::Event& one : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->call != "bind" || call->transport != plan.transport || call->error != 0)
            continue;
        const std::string& host = call->address.host;
        if (host == "0.0.0.0" || host == "::" || host.starts_with("127.") || host == "::1")
            return std::nullopt;
        bound = &one;
    }
    if (bound == nullptr) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program bound its socket to {}. It hears what is sent to this address, and nothing "
                    "that is sent to another one of the computer, such as 127.0.0.1.",
                    escape(model::to_string(std::get<event::SocketCall>(bound->what).address))),
        "Bind to all addresses: bind(('', port)) in Python, INADDR_ANY in C, new ServerSocket(port) in Java.",
        {bound->number}};
}

}  // namespace sockgrade::diagnoses
