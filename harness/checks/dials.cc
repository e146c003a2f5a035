#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Transport;
namespace event = model::event;

namespace {

constexpr std::uint16_t kNameServicePort = 53;

}  // namespace

// For TCP: a connection was there to accept. For UDP: a datagram came.
model::Finding dials(const Question& question) {
    const model::Plan& plan = question.reading.plan();
    const bool tcp = plan.transport == Transport::tcp;
    model::Finding finding;
    finding.requirement = tcp ? "The program connects by TCP." : "The program sends by UDP.";
    const event::SocketCall* other = nullptr;
    std::size_t other_number = 0;
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const model::Event& event = question.reading.transcript().events[i];
        if (std::holds_alternative<event::Opened>(event.what)) return finding;
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport == plan.transport || call->address.port == kNameServicePort)
            continue;
        // Looking up a name connects UDP sockets without sending anything.
        const bool telling = call->transport == Transport::tcp
                                 ? call->call == "connect" || call->call == "listen"
                                 : call->call == "sendto";
        if (telling && other == nullptr) {
            other = call;
            other_number = event.number;
        }
    }
    finding.awaited = fmt::format("{} to {}, or to an address of its own",
                                  tcp ? "a connection" : "a datagram", model::to_string(plan.given.address));
    finding.got = "nothing";
    explain_silence(finding, question.reading, question.at, nullptr, Cause::never_connected);
    if (other != nullptr) {
        finding.cause = Cause::wrong_transport;
        finding.got =
            fmt::format("{} by {}", other->call, ascii_capitals(model::to_string(other->transport)));
        finding.detail = fmt::format("This exercise is about {}, the program uses {}.",
                                     ascii_capitals(model::to_string(plan.transport)),
                                     ascii_capitals(model::to_string(other->transport)));
        finding.evidence = {other_number};
    }
    return finding;
}

}  // namespace sockgrade::checks
