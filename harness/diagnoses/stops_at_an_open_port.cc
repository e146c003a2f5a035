#include <fmt/format.h>

#include <algorithm>

#include "diagnoses/scans.hh"

namespace sockgrade::diagnoses {

// It asked in order, met the first port that listens, and ended.
std::optional<model::Diagnosis> stops_at_an_open_port(const Failure& failure) {
    const auto asked = asked_ports(failure);
    const auto* ended = failure.transcript.first<model::event::Ended>();
    const bool by_itself = ended != nullptr && ended->termination.how == model::Termination::How::exited;
    if (!asked.has_value() || !by_itself || failure.cause == model::Cause::crashed) return std::nullopt;
    const model::PortRange& range = failure.transcript.plan.given.ports;
    const std::uint16_t last = *asked->ports.rbegin();
    const auto listens = [&](std::uint16_t port) {
        return std::find(range.listening.begin(), range.listening.end(), port) != range.listening.end();
    };
    if (last >= range.last || !listens(last)) return std::nullopt;
    for (std::uint16_t port = range.first; port < last; ++port)
        if (listens(port)) return std::nullopt;
    return model::Diagnosis{"",
                            fmt::format("Your program asked port {}, where somebody listens, and ended: no "
                                        "other port up to {} was asked.",
                                        last, range.last),
                            "A port that listens is no reason to end: print its number, close the socket, "
                            "and go on with the next "
                            "port.",
                            {asked->events.back()}};
}

}  // namespace sockgrade::diagnoses
