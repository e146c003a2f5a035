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

// The trick with a UDP socket, on which connect() sends nothing and getsockname() tells the own address. In a
// network of a case, where every address is this computer's, that is the one that was dialled.
const model::Event* asked_which_address(const Failure& failure, std::size_t until, const std::string& own) {
    for (const model::Event& one : failure.transcript.events) {
        if (one.number >= until) break;
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call != nullptr && call->call == Call::connect && call->transport == model::Transport::udp &&
            call->address.host == own)
            return &one;
    }
    return nullptr;
}

constexpr const char* kBindToAll =
    "Bind to all addresses: bind(('', port)) in Python, INADDR_ANY in C, new ServerSocket(port) in Java.";

}  // namespace

// It hears at one of the computer's addresses, and was called at 127.0.0.1.
std::optional<model::Diagnosis> bound_to_one_address(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || ended(failure).has_value()) return std::nullopt;
    if (std::none_of(plan.steps.begin(), plan.steps.end(), from_this_host)) return std::nullopt;
    const model::Event* bound = nullptr;
    for (const model::Event& one : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->call != Call::bind || call->transport != plan.transport ||
            call->error != 0)
            continue;
        const std::string& host = call->address.host;
        if (host == "0.0.0.0" || host == "::" || host.starts_with("127.") || host == "::1")
            return std::nullopt;
        bound = &one;
    }
    if (bound == nullptr) return std::nullopt;
    const std::string& host = std::get<event::SocketCall>(bound->what).address.host;
    if (const auto* asked = asked_which_address(failure, bound->number, host))
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program connected a UDP socket to {}, to see which address its computer has, and "
                "bound its socket to that address. A computer has several, and what is sent to the others, "
                "such as 127.0.0.1, is not heard.",
                escape(model::to_string(std::get<event::SocketCall>(asked->what).address))),
            kBindToAll,
            {asked->number, bound->number}};
    return model::Diagnosis{
        "",
        fmt::format("Your program bound its socket to {}. It hears what is sent to this address, and nothing "
                    "that is sent to another one of the computer, such as 127.0.0.1.",
                    escape(model::to_string(std::get<event::SocketCall>(bound->what).address))),
        kBindToAll,
        {bound->number}};
}

}  // namespace sockgrade::diagnoses
