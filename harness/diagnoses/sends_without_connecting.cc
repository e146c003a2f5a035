#include <csignal>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A TCP client that sends on a socket that leads nowhere.
std::optional<model::Diagnosis> sends_without_connecting(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (serves(plan) || plan.transport != model::Transport::tcp || !came_to_nothing(failure.cause))
        return std::nullopt;
    for (const auto* call : failure.transcript.all<event::SocketCall>())
        if (call->call == Call::connect && call->transport == model::Transport::tcp) return std::nullopt;
    if (failure.transcript.first<event::Opened>() != nullptr) return std::nullopt;
    const auto end = ended(failure);
    const std::string said = errors(failure);
    const bool pipe = contains(said, "Broken pipe") || contains(said, "not connected");
    const bool killed = end.has_value() && end->termination.how == model::Termination::How::signaled &&
                        end->termination.code == SIGPIPE;
    if (!pipe && !killed) return std::nullopt;
    std::vector<std::size_t> evidence = error_events(failure);
    if (evidence.empty() && end.has_value()) evidence.push_back(end->number);
    return model::Diagnosis{
        "",
        "Your program sent on a socket that is not connected: it never called connect(), and "
        "sending failed (Broken pipe).",
        "Connect before you send: sock.connect((host, port))", evidence};
}

}  // namespace sockgrade::diagnoses
