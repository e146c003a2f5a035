#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;

namespace {

bool dials_where_it_shall(const Failure& failure) {
    for (const auto* call : failure.transcript.all<event::SocketCall>())
        if (call->call == Call::connect && call->address == failure.transcript.plan.given.address)
            return true;
    return false;
}

bool is_this_computer(const std::string& host) {
    return host.starts_with("127.") || host == "::1" || host == "0.0.0.0" || host == "::";
}

}  // namespace

// It made an address of its own from the one that it was given.
std::optional<model::Diagnosis> uses_another_address(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (failure.cause != Cause::wrong_address || plan.given.address.port == 0) return std::nullopt;
    if (swapped_port_bytes(failure) || swapped_address_bytes(failure) || bind_not_called(failure) ||
        bound_to_loopback_only(failure))
        return std::nullopt;
    // Who dials and listens may be wrong in one of the two.
    const bool listens_too = plan.role == model::Role::peer && dials_where_it_shall(failure);
    const model::Event* other = nullptr;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != plan.transport || call->ephemeral || call->error != 0 ||
            call->address.port == 0)
            continue;
        const bool its_place = serves(plan) || listens_too ? call->call == Call::bind : call->dials();
        if (!its_place) continue;
        if (listens_too && call->address.port == plan.given.own_port) return std::nullopt;
        if (call->address.port == plan.given.address.port &&
            (serves(plan) || call->address.host == plan.given.address.host))
            return std::nullopt;
        if (other == nullptr) other = &event;
    }
    if (other == nullptr) return std::nullopt;
    const auto& call = std::get<event::SocketCall>(other->what);
    const bool stays_here = !serves(plan) && !listens_too && is_this_computer(call.address.host) &&
                            !is_this_computer(plan.given.address.host) &&
                            call.address.port == plan.given.address.port;
    if (stays_here)
        return model::Diagnosis{
            "",
            fmt::format("Your program was given {}, and dialled {}. That is the computer that your program "
                        "itself runs on, whichever that is.",
                        model::to_string(plan.given.address), escape(model::to_string(call.address))),
            "Dial the host that your program is given. If your source says 'localhost' or '127.0.0.1', put "
            "that "
            "host in its place.",
            {other->number}};
    const std::uint16_t own = listens_too ? plan.given.own_port : plan.given.address.port;
    return model::Diagnosis{
        "",
        serves(plan) || listens_too
            ? fmt::format("Your program was given port {}, and bound its socket to port {}.", own,
                          call.address.port)
            : fmt::format("Your program was given {}, and dialled {}.", model::to_string(plan.given.address),
                          escape(model::to_string(call.address))),
        "Use the arguments as they are: look up their order in the handout, and what your program does with "
        "the port.",
        {other->number}};
}

}  // namespace sockgrade::diagnoses
