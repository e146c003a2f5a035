#include <fmt/format.h>

#include <algorithm>

#include "diagnoses/scans.hh"

namespace sockgrade::diagnoses {

// It asked in order, met the first port that refuses, and asked no more.
std::optional<model::Diagnosis> stops_at_a_closed_port(const Failure& failure) {
    const auto asked = asked_ports(failure);
    if (!asked.has_value()) return std::nullopt;
    const model::PortRange& range = failure.transcript.plan.given.ports;
    const std::uint16_t last = *asked->ports.rbegin();
    const auto listens = [&](std::uint16_t port) {
        return std::find(range.listening.begin(), range.listening.end(), port) != range.listening.end();
    };
    if (last >= range.last || last < range.first || listens(last)) return std::nullopt;
    for (std::uint16_t port = range.first; port < last; ++port)
        if (!listens(port)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program asked port {}, where nobody listens, and then no other port up to {}.",
                    last, range.last),
        "A port that refuses is no reason to end. Catch the error inside the loop (try ... except OSError in "
        "Python, connect() < 0 in C), close the socket, and go on with the next port.",
        {asked->events.back()}};
}

}  // namespace sockgrade::diagnoses
