#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Transport;
namespace event = model::event;
using Call = event::SocketCall::Call;

namespace {

// Where others call the program, a connection with somebody else says nothing.
bool may_be_it(const Question& question, const std::string& connection) {
    return model::called_peer(question.reading.plan(), question.step.actor) == nullptr ||
           connection == question.step.actor;
}

// An accept wants a connection of its own, everything else only that there was one.
bool is_it(const Question& question, const event::Opened& opened, std::size_t at) {
    if (!may_be_it(question, opened.connection)) return false;
    return !std::holds_alternative<model::Accept>(question.step.action) ||
           (opened.connection == question.step.actor && at >= question.at.range.begin);
}

const model::Address& address_to_dial(const Question& question) {
    const model::Plan& plan = question.reading.plan();
    const model::CalledPeer* const called = model::called_peer(plan, question.step.actor);
    return called != nullptr ? called->address : plan.given.address;
}

bool has_tried_before(const Question& question) {
    if (!std::holds_alternative<model::Accept>(question.step.action)) return false;
    const auto& events = question.reading.transcript().events;
    return std::any_of(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(question.at.range.begin),
                       [&](const model::Event& one) {
                           const auto* played = std::get_if<event::FaultPlayed>(&one.what);
                           const auto* opened = std::get_if<event::Opened>(&one.what);
                           return (opened != nullptr && may_be_it(question, opened->connection)) ||
                                  (played != nullptr && played->what == event::FaultPlayed::What::refused &&
                                   may_be_it(question, played->connection));
                       });
}

}  // namespace

// For TCP: a connection was there to accept. For UDP: a datagram came.
model::Finding dials(const Question& question) {
    const model::Plan& plan = question.reading.plan();
    const bool tcp = plan.transport == Transport::tcp;
    model::Finding finding;
    const bool again = has_tried_before(question);
    finding.requirement = fmt::format("The {} {}.", question.program(),
                                      again ? "connects again"
                                      : tcp ? "connects by TCP"
                                            : "sends by UDP");
    const bool is_elsewhere_too = model::called_peer(plan, question.step.actor) == nullptr;
    const event::SocketCall* other = nullptr;
    std::size_t other_number = 0;
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const model::Event& event = question.reading.transcript().events[i];
        const auto* opened = std::get_if<event::Opened>(&event.what);
        if (opened != nullptr && is_it(question, *opened, i)) return finding;
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport == plan.transport ||
            call->address.port == model::kNameServicePort)
            continue;
        // Looking up a name connects UDP sockets without sending anything.
        const bool telling = call->transport == Transport::tcp
                                 ? call->call == Call::connect || call->call == Call::listen
                                 : call->call == Call::sendto;
        if (telling && other == nullptr) {
            other = call;
            other_number = event.number;
        }
    }
    finding.awaited = fmt::format("{} to {}{}",
                                  again ? "another connection"
                                  : tcp ? "a connection"
                                        : "a datagram",
                                  model::to_string(address_to_dial(question)),
                                  is_elsewhere_too ? ", or to an address of its own" : "");
    finding.got = "nothing";
    explain_silence(finding, question.reading, question.at, nullptr, Cause::never_connected);
    if (other != nullptr) {
        finding.cause = Cause::wrong_transport;
        finding.got = fmt::format("{} by {}", model::to_string(other->call),
                                  ascii_capitals(model::to_string(other->transport)));
        finding.detail = fmt::format("This exercise is about {}, the program uses {}.",
                                     ascii_capitals(model::to_string(plan.transport)),
                                     ascii_capitals(model::to_string(other->transport)));
        finding.evidence = {other_number};
    }
    return finding;
}

}  // namespace sockgrade::checks
