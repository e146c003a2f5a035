#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Transport;
using Status = model::Finding::Status;
namespace event = model::event;

model::Finding listens(const Question& question) {
    const model::Plan& plan = question.reading.plan();
    model::Finding finding;
    finding.requirement = fmt::format("The {} {}.", question.program(),
                                      plan.transport == Transport::tcp ? "listens for TCP connections"
                                                                       : "has a UDP socket bound to a port");
    const event::SocketCall* other = nullptr;
    const event::SocketCall* refused = nullptr;
    std::size_t other_number = 0;
    std::size_t refused_number = 0;
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const model::Event& event = question.reading.transcript().events[i];
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr) continue;
        if (call->transport == plan.transport && call->makes_reachable() && call->error == 0) return finding;
        if (call->transport != plan.transport && call->makes_reachable() && other == nullptr) {
            other = call;
            other_number = event.number;
        }
        if (call->error != 0 && refused == nullptr) {
            refused = call;
            refused_number = event.number;
        }
    }
    finding.awaited = plan.transport == Transport::tcp ? "a call of listen() on a TCP socket"
                                                       : "a call of bind() on a UDP socket";
    finding.got = "no such call";
    explain_silence(finding, question.reading, question.at, nullptr, Cause::never_listened);
    if (other != nullptr) {
        finding.cause = Cause::wrong_transport;
        finding.got = fmt::format("{} on a {} socket", model::to_string(other->call),
                                  ascii_capitals(model::to_string(other->transport)));
        finding.detail = fmt::format("This exercise is about {}, the program uses {}.",
                                     ascii_capitals(model::to_string(plan.transport)),
                                     ascii_capitals(model::to_string(other->transport)));
        finding.evidence = {other_number};
    } else if (refused != nullptr) {
        finding.got = fmt::format("{} to {} failed: {}", model::to_string(refused->call),
                                  model::to_string(refused->address), ::strerrordesc_np(refused->error));
        finding.cause = refused->error == EADDRNOTAVAIL ? Cause::wrong_address : Cause::never_listened;
        finding.evidence = {refused_number};
    } else if (finding.cause == Cause::exited_early) {
        finding.detail += " It never listened.";
    }
    return finding;
}

}  // namespace sockgrade::checks
