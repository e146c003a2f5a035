#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;
using Where = WrongText::Where;

// The second of the two things that recvfrom() returns.
std::optional<model::Diagnosis> prints_the_address(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != Where::output) return std::nullopt;
    if (failure.transcript.plan.transport != Transport::udp) return std::nullopt;
    constexpr std::size_t kPart = 5;
    if (contains(text->got, bare(text->wanted).substr(0, kPart))) return std::nullopt;
    for (const auto* peer : failure.transcript.all<event::Opened>()) {
        const std::string tuple = fmt::format("('{}', {})", peer->local.host, peer->local.port);
        if (!contains(text->got, tuple)) continue;
        return model::Diagnosis{
            "", fmt::format("Your program printed where the text came from, {}, but not the text.", tuple),
            "recvfrom() returns two values, first the data: data, address = sock.recvfrom(2048), "
            "then print(data.decode()).",
            text->evidence};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
