#include <fmt/format.h>

#include <cerrno>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// bind() to an address that this computer does not have.
std::optional<model::Diagnosis> address_not_available(const Failure& failure) {
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::bind || call->error != EADDRNOTAVAIL) continue;
        return model::Diagnosis{
            "",
            fmt::format("bind() to {} failed: no network interface of this computer has the address {}.",
                        escape(model::to_string(call->address)), escape(call->address.host)),
            "A server binds to all of its own addresses, whatever they are: bind(('', port)) in Python, "
            "INADDR_ANY in "
            "C. The other side's address is not for bind().",
            {event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
