#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;

// htons() was forgotten.
std::optional<model::Diagnosis> swapped_port_bytes(const Failure& failure) {
    const std::uint16_t port = failure.transcript.plan.given.address.port;
    if (!came_to_nothing(failure.cause) && failure.cause != Cause::wrong_address) return std::nullopt;
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
