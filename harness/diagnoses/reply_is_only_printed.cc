#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

// The capitals are on the server's screen, and not on the network.
std::optional<model::Diagnosis> reply_is_only_printed(const Failure& failure) {
    if (failure.transcript.plan.role != model::Role::server || !came_to_nothing(failure.cause))
        return std::nullopt;
    const auto text = wrong_text(failure);
    if (!text.has_value() || !text->got.empty() || failure.cause == Cause::crashed) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    if (wanted.empty() || wanted == bare(text->original)) return std::nullopt;
    std::string output;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        // A reply that was sent to the wrong place was sent.
        if (const auto* call = std::get_if<event::SocketCall>(&event.what);
            call != nullptr && call->call == Call::sendto && event.number > text->evidence.front())
            return std::nullopt;
        const auto* print = std::get_if<event::Printed>(&event.what);
        if (print == nullptr) continue;
        output += print->bytes;
        if (!contains(output, wanted)) continue;
        return model::Diagnosis{
            "",
            fmt::format("Your program printed {}, but the client got nothing.", quote(wanted, 60)),
            language(failure.transcript) == Language::java
                ? "Send the reply to the client too, and call flush() on what you write it to."
            : failure.transcript.plan.transport == Transport::tcp
                ? "Send the reply on the connection: connection.send(text.encode())"
                : "Send the reply to whoever asked: sock.sendto(text.encode(), address)",
            {text->evidence.front(), event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
