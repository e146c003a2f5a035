#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// Of a scan: bind() where connect() belongs.
std::optional<model::Diagnosis> binds_the_ports(const Failure& failure) {
    const model::PortRange& range = failure.transcript.plan.given.ports;
    if (range.first == 0) return std::nullopt;
    std::vector<std::size_t> bound;
    std::vector<std::uint16_t> ports;
    for (const model::Event& one : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr) continue;
        if (call->dials()) return std::nullopt;
        if (call->call != Call::bind || call->address.port < range.first || call->address.port > range.last)
            continue;
        bound.push_back(one.number);
        ports.push_back(call->address.port);
    }
    if (bound.size() < 2) return std::nullopt;
    return model::Diagnosis{"",
                            fmt::format("Your program called bind() for the ports from {} to {}, and never "
                                        "connect(). bind() takes a port "
                                        "of its own computer for a socket of its own, and asks nobody.",
                                        ports.front(), ports.back()),
                            "connect() to each port in its turn: it works where somebody listens, and is "
                            "refused where nobody does.",
                            {bound.front(), bound.back()}};
}

}  // namespace sockgrade::diagnoses
