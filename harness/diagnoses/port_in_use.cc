#include <fmt/format.h>

#include <cerrno>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// bind() failed since the port is taken, and not by an earlier bind() of the program's own.
std::optional<model::Diagnosis> port_in_use(const Failure& failure) {
    if (!serves(failure.transcript.plan)) return std::nullopt;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::bind) continue;
        if (call->error == 0 && !call->ephemeral) return std::nullopt;
        if (call->error != EADDRINUSE) continue;
        return model::Diagnosis{
            "",
            fmt::format("bind() to {} failed: another socket holds that port already.",
                        escape(model::to_string(call->address))),
            "End the program that still has the port, or bind to the port that you are given as "
            "an argument.",
            {event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
