#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;

namespace {

// Of a scan: none of the ports that were asked belongs to the range, and each does when its bytes are
// swapped.
std::optional<model::Diagnosis> swapped_range(const Failure& failure) {
    const model::PortRange& range = failure.transcript.plan.given.ports;
    std::vector<std::size_t> asked;
    std::uint16_t last = 0;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::connect || call->transport != model::Transport::tcp)
            continue;
        const auto belongs = [&](std::uint16_t port) { return port >= range.first && port <= range.last; };
        // 25957 is 0x6565, and stays what it is.
        const std::uint16_t port = call->address.port;
        if (belongs(port) && model::swap_bytes(port) == port) continue;
        last = port;
        if (belongs(last) || !belongs(model::swap_bytes(last))) return std::nullopt;
        asked.push_back(event.number);
    }
    // One alone may be chance.
    if (asked.size() < 2) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program asked port {} in place of port {}, and so with the others. That is the same "
            "number with its two bytes swapped ({:#06x} and {:#06x}).",
            last, model::swap_bytes(last), last, model::swap_bytes(last)),
        "In the address, a port stands in network byte order: address.sin_port = htons(port);",
        {asked.front(), asked.back()}};
}

}  // namespace

// htons() was forgotten.
std::optional<model::Diagnosis> swapped_port_bytes(const Failure& failure) {
    const std::uint16_t port = failure.transcript.plan.given.address.port;
    if (!came_to_nothing(failure.cause) && failure.cause != Cause::wrong_address) return std::nullopt;
    if (failure.transcript.plan.given.ports.first != 0) return swapped_range(failure);
    if (model::swap_bytes(port) == port) return std::nullopt;
    const model::Event* swapped = nullptr;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != failure.transcript.plan.transport || call->ephemeral)
            continue;
        if (call->address.port == port) return std::nullopt;
        if (call->address.port == model::swap_bytes(port) && swapped == nullptr) swapped = &event;
    }
    if (swapped == nullptr) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program was given port {} and used port {}. That is the same number with its two bytes "
            "swapped ({:#06x} and {:#06x}).",
            port, model::swap_bytes(port), port, model::swap_bytes(port)),
        "In the address, a port stands in network byte order: address.sin_port = htons(port);",
        {swapped->number}};
}

}  // namespace sockgrade::diagnoses
