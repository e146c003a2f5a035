#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// It sent from one port and is bound to another one, where it waits for the reply.
std::optional<model::Diagnosis> receives_on_another_socket(const Failure& failure) {
    const model::Transcript& transcript = failure.transcript;
    const auto text = wrong_text(failure);
    const auto wait = unsatisfied_wait(failure);
    if (transcript.plan.role != model::Role::client || transcript.plan.transport != model::Transport::udp ||
        !text.has_value() || text->where != WrongText::Where::output)
        return std::nullopt;
    // It still waits there, or it has given up and says so.
    const bool waits =
        wait.has_value() && wait->how == model::WaitEnd::quiet && waits_to_receive(wait->in);
    const auto end = ended(failure);
    if (!waits && !end.has_value()) return std::nullopt;
    const auto* peer = transcript.first<event::Opened>();
    for (std::size_t i = 0, stop = failed_at(failure); i < stop && peer != nullptr; ++i) {
        const auto* call = std::get_if<event::SocketCall>(&transcript.events[i].what);
        if (call == nullptr || call->call != Call::bind || call->error != 0 ||
            call->transport != model::Transport::udp || call->address.port == peer->remote.port ||
            call->address.port == 0)
            continue;
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program sent its text from port {}, and the reply {} came to that port. Another socket "
                "of your program is bound to port {}, and it {}.",
                peer->remote.port, quote(bare(text->wanted), 60), call->address.port,
                waits ? "waits in " + in_words(wait->in) : "waited there until it ended"),
            "A reply comes to the socket that sent the request. Use one socket for both: sock.sendto(...), "
            "then "
            "sock.recvfrom(2048) with the same sock.",
            {transcript.events[i].number, text->evidence.front(), waits ? wait->number : end->number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
