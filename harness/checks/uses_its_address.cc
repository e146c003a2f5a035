#include <fmt/format.h>

#include <cstdlib>
#include <string>

#include "checks/check.hh"

namespace sockgrade::checks {

using model::Address;
using model::Cause;
using model::Role;
using model::Transport;
using Status = model::Finding::Status;
namespace event = model::event;
using Call = event::SocketCall::Call;

namespace {

bool program_speaks_first(const model::Plan& plan) { return speaks_first(plan.role); }

bool is_this_host(const std::string& host) {
    return host == "127.0.0.1" || host == "::1" || host == "0.0.0.0" || host == "::";
}

std::uint16_t listening_port(const model::Plan& plan) {
    return plan.role == Role::peer ? plan.given.own_port : plan.given.address.port;
}

// The call that made the program reachable, with where it is bound.
const event::SocketCall* hearing(const model::Transcript& transcript) {
    const event::SocketCall* first = nullptr;
    const event::SocketCall* chosen = nullptr;
    for (const auto* seen : transcript.all<event::SocketCall>()) {
        if (!seen->makes_reachable() || seen->error != 0 || seen->transport != transcript.plan.transport)
            continue;
        if (seen->address.port == listening_port(transcript.plan)) return seen;
        if (first == nullptr) first = seen;
        if (chosen == nullptr && !seen->ephemeral) chosen = seen;
    }
    return chosen != nullptr ? chosen : first;
}

bool is_loopback(const std::string& host) { return host.starts_with("127.") || host == "::1"; }

bool is_of_this_host(const std::string& host) { return is_loopback(host) || is_this_host(host); }

// Where nobody has a network of their own, a dial to another computer is made to arrive here.
const Address* brought_home_from(const model::Transcript& transcript, const Address& met) {
    const bool has_own_network = transcript.isolation < "D";
    if (has_own_network || !is_of_this_host(met.host)) return nullptr;
    for (const auto* call : transcript.all<event::SocketCall>()) {
        if (!call->dials() || call->transport != transcript.plan.transport || call->address.port != met.port)
            continue;
        return is_of_this_host(call->address.host) ? nullptr : &call->address;
    }
    return nullptr;
}

// The loopback address that it sends from to another computer: no network takes that (RFC 1122, 3.2.1.3), and
// Linux refuses it, where the other computer is not one of our own. Who binds to one says so; where nobody
// has a network of their own, what is sent comes from such an address anyway.
const Address* sent_from_loopback(const model::Transcript& transcript) {
    const auto* opened = transcript.first<event::Opened>();
    if (opened == nullptr || is_of_this_host(transcript.plan.given.address.host)) return nullptr;
    for (const auto* call : transcript.all<event::SocketCall>())
        if (call->call == Call::bind && call->error == 0 && call->transport == transcript.plan.transport &&
            call->address.port == opened->remote.port && is_loopback(call->address.host))
            return &call->address;
    return nullptr;
}

// Inside a case a program may bind to any address, since the one that is written in may be its own
// computer's. These are nobody's: elsewhere bind() fails, and what is sent there goes nowhere (RFC 6890).
std::string why_nobody_has(const Address& address, Transport transport) {
    constexpr int kFirstMulticast = 224;
    constexpr int kFirstReserved = 240;
    const std::string& host = address.host;
    if (host == "1.0.0.127")
        return fmt::format("{} is 127.0.0.1 with its four bytes the other way round.", host);
    if (host.find(':') != std::string::npos || host == "0.0.0.0" || host == "255.255.255.255") return "";
    const int first = std::atoi(host.c_str());
    const bool nobody =
        first == 0 || first >= (transport == Transport::tcp ? kFirstMulticast : kFirstReserved);
    return nobody ? fmt::format("No computer has the address {}.", host) : "";
}

model::Finding wrong(model::Finding finding, std::string detail) {
    finding.status = Status::not_met;
    finding.cause = Cause::wrong_address;
    finding.detail = std::move(detail);
    return finding;
}

}  // namespace

std::optional<Address> address_used(const model::Transcript& transcript) {
    if (program_speaks_first(transcript.plan)) {
        const auto* opened = transcript.first<event::Opened>();
        if (opened == nullptr) return std::nullopt;
        const Address* const elsewhere = brought_home_from(transcript, opened->local);
        return elsewhere != nullptr ? *elsewhere : opened->local;
    }
    const event::SocketCall* call = hearing(transcript);
    return call == nullptr ? std::nullopt : std::optional(call->address);
}

// A program may have an address of its own written in, and is followed there. Its own is what stays the same
// when it is given another address (the control run); what changes with the given one is made from it, and
// made wrongly.
model::Finding uses_its_address(const Reading& reading) {
    const model::Plan& plan = reading.plan();
    const model::Given& given = plan.given;
    const auto used = address_used(reading.transcript());
    const bool speaks_first = program_speaks_first(plan);

    model::Finding finding;
    finding.requirement = speaks_first ? "It sends to the address that it was given, or to one of its own."
                                       : "It listens on the port that it was given, or on one of its own.";
    if (!used.has_value()) return finding;
    const std::uint16_t given_port = speaks_first ? given.address.port : listening_port(plan);
    const bool right_port = used->port == given_port;
    const bool right_host = !speaks_first || used->host == given.address.host ||
                            (is_this_host(used->host) && is_this_host(given.address.host));
    finding.awaited = speaks_first ? model::to_string(given.address) : fmt::format("port {}", given_port);
    finding.got = model::to_string(*used);

    if (!speaks_first) {
        const event::SocketCall* call = hearing(reading.transcript());
        if (!right_port && call != nullptr && call->ephemeral)
            return wrong(finding,
                         fmt::format("The system chose port {}, since the program named none: nobody could "
                                     "know where to reach it.",
                                     used->port));
    }
    if (const std::string why = why_nobody_has(*used, plan.transport); !why.empty())
        return wrong(finding, why);
    // The one that it was given may also have been typed.
    if (plan.address_rule == model::AddressRule::given_host && !right_host)
        return wrong(finding, is_of_this_host(used->host)
                                  ? fmt::format("{} is this computer, whichever it runs on.", used->host)
                                  : "In this exercise the computer that it is to find is part of the task.");
    if (plan.address_rule == model::AddressRule::given_host)
        if (const Address* const source = sent_from_loopback(reading.transcript()))
            return wrong(
                finding,
                fmt::format("Its socket is bound to {}, which is this computer's own: from there nothing "
                            "reaches another computer.",
                            source->host));
    if ((right_port || !given.names_port) && (right_host || !given.names_host)) return finding;
    if (plan.address_rule == model::AddressRule::given && !(right_port && right_host))
        return wrong(finding, "In this exercise the address is part of the task.");
    if (!right_port && given.names_port && used->port == model::swap_bytes(given_port))
        return wrong(finding, fmt::format("{} is {} with its two bytes swapped.", used->port, given_port));

    const auto* control = reading.transcript().last<event::Control>();
    if (control == nullptr || !control->used.has_value()) return finding;
    const bool own_port = right_port || !given.names_port || control->used->port == used->port;
    const bool own_host = right_host || !given.names_host || control->used->host == used->host;
    if (own_port && own_host) return finding;
    return wrong(finding,
                 fmt::format("When it was given {}, it used {}: it makes the address from what it is given, "
                             "but not rightly.",
                             model::to_string(control->given), model::to_string(*control->used)));
}

}  // namespace sockgrade::checks
