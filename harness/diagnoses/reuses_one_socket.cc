#include <fmt/format.h>

#include <algorithm>

#include "diagnoses/scans.hh"

namespace sockgrade::diagnoses {

// After the first connection no other one came about, though others listen and were asked.
std::optional<model::Diagnosis> reuses_one_socket(const Failure& failure) {
    const auto asked = asked_ports(failure);
    if (!asked.has_value() || asked->connected.size() != 1 || failure.cause == model::Cause::crashed)
        return std::nullopt;
    const std::uint16_t first = *asked->connected.begin();
    std::uint16_t next = 0;
    for (const std::uint16_t port : failure.transcript.plan.given.ports.listening) {
        // It was the first one that listens: before it a socket has only been refused, and may be used again.
        if (asked->ports.contains(port) && port < first) return std::nullopt;
        if (asked->ports.contains(port) && port > first && next == 0) next = port;
    }
    if (next == 0) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program got a connection to port {}, and after that no other one: it called connect() "
            "for port {} too, where somebody listens, and no connection came about.",
            first, next),
        "A socket that has been connected cannot be connected to another port. Make a new one for each port, "
        "inside the loop, and close it there: socket(), connect(), close().",
        asked->events};
}

}  // namespace sockgrade::diagnoses
