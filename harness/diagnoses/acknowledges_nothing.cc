#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// Lines came, and no datagram went back.
std::optional<model::Diagnosis> acknowledges_nothing(const Failure& failure) {
    const std::vector<Line> lines = lines_to_acknowledge(failure);
    if (failure.cause != model::Cause::no_reply || lines.empty() || lines.front().delivered.empty())
        return std::nullopt;
    const model::Transcript& transcript = failure.transcript;
    if (transcript.first<model::event::Received>() != nullptr || ended(failure).has_value())
        return std::nullopt;
    for (const auto* fault : transcript.all<model::event::FaultApplied>())
        if (fault->direction == model::Direction::from_program) return std::nullopt;
    const Line& line = lines.front();
    for (const model::Event& event : transcript.events) {
        const auto* call = std::get_if<model::event::SocketCall>(&event.what);
        const auto* peer = transcript.first<model::event::Opened>();
        if (call == nullptr || call->call != Call::sendto || call->transport != model::Transport::udp ||
            peer == nullptr || call->address.port == peer->local.port)
            continue;
        return model::Diagnosis{
            "",
            fmt::format("{} came from port {}, but your program sent its acknowledgement to port {}.",
                        quote(line.datagram, 60), peer->local.port, call->address.port),
            "recvfrom() returns the address of the sender with each datagram. Acknowledge to exactly that.",
            {line.delivered.front(), event.number}};
    }
    return model::Diagnosis{
        "",
        fmt::format("{} came {}, and your program sent nothing back.", quote(line.datagram, 60),
                    times_in_words(line.delivered.size())),
        fmt::format(
            "Send the acknowledgement to the address that recvfrom() returned: sock.sendto(b\"{}\", address)",
            escape(line.acknowledgement)),
        {line.delivered.back()}};
}

}  // namespace sockgrade::diagnoses
