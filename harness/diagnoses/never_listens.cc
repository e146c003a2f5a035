#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

namespace {

// A server that plays the client: it calls the port that it should listen at.
std::optional<model::Diagnosis> connects_instead(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const model::Event* dialled = nullptr;
    for (const model::Event& one : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (std::holds_alternative<event::Opened>(one.what)) return std::nullopt;
        if (call == nullptr || call->transport != Transport::tcp) continue;
        if ((call->call == Call::bind || call->call == Call::listen) && !call->ephemeral) return std::nullopt;
        if (call->call == Call::connect && call->address.port == plan.given.address.port &&
            dialled == nullptr)
            dialled = &one;
    }
    if (dialled == nullptr) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program called connect() for {}. But it is the {}: nobody listens there, it has to do that "
            "itself.",
            escape(model::to_string(std::get<event::SocketCall>(dialled->what).address)),
            model::to_string(plan.role)),
        "Use bind() with the port that you are given, listen() and accept(), without connect().",
        {dialled->number}};
}

}  // namespace

// bind() without listen(): accept() has nothing to take from.
std::optional<model::Diagnosis> never_listens(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(failure.cause))
        return std::nullopt;
    if (auto connects = connects_instead(failure)) return connects;
    const model::Event* bound = nullptr;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != Transport::tcp) continue;
        if (call->call == Call::listen || call->error != 0) return std::nullopt;
        if (call->call == Call::bind && !call->ephemeral) bound = &event;
    }
    if (bound == nullptr) return std::nullopt;
    // It may have ended in between for another reason.
    const std::string said = errors(failure);
    const bool refused = contains(said, "Invalid argument") || contains(said, "Errno 22");
    if (failure.cause == Cause::crashed && !refused) return std::nullopt;
    std::vector<std::size_t> evidence = {bound->number};
    if (refused)
        for (const std::size_t number : error_events(failure)) evidence.push_back(number);
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program bound its socket to port {}, but never called listen(), so nobody can connect{}.",
            std::get<event::SocketCall>(bound->what).address.port,
            refused ? " and accept() fails with \"Invalid argument\"" : ""),
        "Between bind() and accept() comes listen(): server.listen(1)", evidence};
}

}  // namespace sockgrade::diagnoses
