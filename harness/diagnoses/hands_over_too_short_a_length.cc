#include <fmt/format.h>

#include <cerrno>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// sizeof of the pointer to the address, in place of the address itself.
std::optional<model::Diagnosis> hands_over_too_short_a_length(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!came_to_nothing(failure.cause)) return std::nullopt;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->transport != plan.transport || call->error != EINVAL) continue;
        // bind() knows this error of sockets, too, that have a port already.
        const bool is_known = call->dials();
        if (!is_known && !(call->call == Call::bind && call->address.host.empty())) continue;
        return model::Diagnosis{
            "",
            fmt::format(
                "{}(){} failed with \"Invalid argument\" (EINVAL): the length that your program handed over "
                "with the address is too short for an address.",
                model::to_string(call->call),
                is_known ? " to " + escape(model::to_string(call->address)) : ""),
            "The length is that of the whole struct: sizeof address, where address is a struct sockaddr_in, "
            "which "
            "is 16 bytes. sizeof of a pointer to it is 8. And look at what the call returns: -1 says that it "
            "failed, and perror() says why.",
            {one.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
