#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

// A second connection for the reply.
std::optional<model::Diagnosis> dials_the_client(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(failure.cause))
        return std::nullopt;
    const event::Opened* client = nullptr;
    std::size_t connected = 0;
    for (const model::Event& event : failure.transcript.events) {
        if (const auto* one = std::get_if<event::Opened>(&event.what)) {
            client = one;
            connected = event.number;
        }
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (client == nullptr || call == nullptr || call->call != Call::connect ||
            call->transport != Transport::tcp || call->address.port != client->local.port)
            continue;
        return model::Diagnosis{
            "",
            fmt::format("The {} had connected to your program, and then your program tried to connect to the "
                        "{} at {}, where nobody listens.",
                        client->connection, client->connection, escape(model::to_string(call->address))),
            "A connection carries bytes both ways. Reply on the one that accept() returned: "
            "connection.sendall(reply)",
            {connected, event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
