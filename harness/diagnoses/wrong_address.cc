#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cerrno>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;
using namespace fmt::literals;

namespace {

// Nothing came about, and no socket of the right kind was ever used.
bool knows_the_other_only(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!came_to_nothing(view.cause) || plan.role != model::Role::peer) return false;
    const auto calls = view.transcript.all<event::SocketCall>();
    // Go and Java try out what the system can do, on ports that the system chooses.
    return std::none_of(calls.begin(), calls.end(), [&](const event::SocketCall* call) {
        return call->transport == plan.transport && !call->ephemeral;
    });
}

// connect() and send() work with a UDP socket, too, and arrive nowhere. Looking up a name connects UDP
// sockets to whatever addresses it may have, which are several.
bool connects_by_udp(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!came_to_nothing(view.cause) || plan.transport != Transport::tcp || serves(plan)) return false;
    std::size_t there = 0;
    for (const auto* call : view.transcript.all<event::SocketCall>()) {
        if (call->transport == Transport::tcp && !call->ephemeral) return false;
        if (call->transport == Transport::tcp || call->call != Call::connect) continue;
        if (call->address != plan.given.address) return false;
        ++there;
    }
    return there == 1;
}

}  // namespace

// A UDP socket where the exercise speaks TCP, or the other way round.
std::optional<model::Diagnosis> wrong_transport(const CaseView& view) {
    if (view.cause != Cause::wrong_transport && !knows_the_other_only(view) && !connects_by_udp(view))
        return std::nullopt;
    const bool wants_tcp = view.plan.transport == Transport::tcp;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        // Looking up a name speaks UDP too.
        if (call == nullptr || call->transport == view.plan.transport ||
            call->address.port == model::kNameServicePort || call->address.port == 0 || call->ephemeral)
            continue;
        return say<words::wrong_transport>(
            {event.number}, Hint{wants_tcp ? words::tcp_is_sock_stream : words::udp_is_sock_dgram},
            "used"_a = wants_tcp ? "UDP" : "TCP", "call"_a = model::to_string(call->call),
            "address"_a = escape(model::to_string(call->address)), "wanted"_a = wants_tcp ? "TCP" : "UDP");
    }
    return std::nullopt;
}

namespace {

// Of a scan: none of the ports that were asked belongs to the range, and each does when its bytes are
// swapped.
std::optional<model::Diagnosis> swapped_range(const CaseView& view) {
    const model::PortRange& range = view.plan.given.ports;
    std::vector<std::size_t> asked;
    std::uint16_t last = 0;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::connect || call->transport != model::Transport::tcp)
            continue;
        const auto belongs = [&](std::uint16_t port) { return port >= range.first && port <= range.last; };
        // 25957 is 0x6565, and stays what it is.
        const std::uint16_t port = call->address.port;
        if (belongs(port) && model::swap_bytes(port) == port) continue;
        last = port;
        if (belongs(last) || !belongs(model::swap_bytes(last))) return std::nullopt;
        asked.push_back(event.number);
    }
    // One alone may be chance.
    if (asked.size() < 2) return std::nullopt;
    return say<words::swapped_port_bytes_of_a_scan>({asked.front(), asked.back()}, "last"_a = last,
                                                    "swapped"_a = model::swap_bytes(last));
}

}  // namespace

// htons() was forgotten.
std::optional<model::Diagnosis> swapped_port_bytes(const CaseView& view) {
    const std::uint16_t port = view.plan.given.address.port;
    if (!came_to_nothing(view.cause) && view.cause != Cause::wrong_address) return std::nullopt;
    if (view.plan.given.ports.first != 0) return swapped_range(view);
    if (model::swap_bytes(port) == port) return std::nullopt;
    const model::Event* swapped = nullptr;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != view.plan.transport || call->ephemeral) continue;
        if (call->address.port == port) return std::nullopt;
        if (call->address.port == model::swap_bytes(port) && swapped == nullptr) swapped = &event;
    }
    if (swapped == nullptr) return std::nullopt;
    return say<words::swapped_port_bytes>({swapped->number}, "port"_a = port,
                                          "swapped"_a = model::swap_bytes(port));
}

namespace {

// 1.0.0.127 of 127.0.0.1; empty of what is no IPv4 address.
std::string with_bytes_reversed(const std::string& host) {
    if (host.find(':') != std::string::npos || std::count(host.begin(), host.end(), '.') != 3) return "";
    std::string reversed;
    for (std::size_t start = 0; start <= host.size();) {
        const std::size_t end = std::min(host.find('.', start), host.size());
        reversed = host.substr(start, end - start) + (reversed.empty() ? "" : ".") + reversed;
        start = end + 1;
    }
    return reversed;
}

}  // namespace

// htonl() of what is in network byte order already, or none where it isn't.
std::optional<model::Diagnosis> swapped_address_bytes(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!came_to_nothing(view.cause) && view.cause != model::Cause::wrong_address) return std::nullopt;
    const std::string given = serves(plan) ? "127.0.0.1" : plan.given.address.host;
    const std::string reversed = with_bytes_reversed(given);
    if (reversed.empty() || reversed == given) return std::nullopt;
    const model::Event* swapped = nullptr;
    for (const model::Event& one : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->transport != plan.transport) continue;
        const bool its_place = serves(plan) ? call->call == Call::bind : call->dials();
        if (!its_place) continue;
        if (call->address.host == given) return std::nullopt;
        if (call->address.host == reversed && swapped == nullptr) swapped = &one;
    }
    if (swapped == nullptr) return std::nullopt;
    return say<words::swapped_address_bytes>({swapped->number},
                                             "did"_a = serves(plan) ? "bound its socket to" : "dialled",
                                             "reversed"_a = reversed, "given"_a = given);
}

// sizeof of the pointer to the address, in place of the address itself.
std::optional<model::Diagnosis> hands_over_too_short_a_length(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!came_to_nothing(view.cause)) return std::nullopt;
    for (const model::Event& one : view.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->transport != plan.transport || call->error != EINVAL) continue;
        // bind() knows this error of sockets, too, that have a port already.
        const bool is_known = call->dials();
        if (!is_known && !(call->call == Call::bind && call->address.host.empty())) continue;
        return say<words::hands_over_too_short_a_length>(
            {one.number}, "call"_a = model::to_string(call->call),
            "to"_a = is_known ? " to " + escape(model::to_string(call->address)) : "");
    }
    return std::nullopt;
}

// A name that no computer can have: an address with a mistake in it, one with the port or "http://", a text.
// Every other one is found in a case.
std::optional<model::Diagnosis> unknown_host(const CaseView& view) {
    if (!came_to_nothing(view.cause) || view.transcript.first<event::Opened>() != nullptr)
        return std::nullopt;
    static constexpr std::array kSigns = {
        "gaierror",       "getaddrinfo", "UnknownHostException", "no such host", "Name or service not known",
        "name resolution"};
    const auto& said = view.output;
    std::string_view line;
    for (const char* sign : kSigns)
        if (line.empty() && contains(said, sign)) line = line_with(said, sign);
    const model::Event* asked = nullptr;
    for (const model::Event& one : view.transcript.events)
        if (const auto* name = std::get_if<event::NameAsked>(&one.what);
            name != nullptr && name->host.empty())
            asked = &one;
    // Python shows its own source in a traceback, which may name the function.
    const auto& trace = view.traceback;
    if (trace.has_value() && !contains(trace->error, "gaierror")) return std::nullopt;
    if (line.empty() && asked == nullptr) return std::nullopt;
    const std::string where =
        trace.has_value() ? fmt::format(" in line {} of {}", trace->line, readable(trace->file)) : "";
    const std::string what(trace.has_value() ? std::string_view(trace->error) : line);
    std::vector<std::size_t> evidence = view.error_events;
    if (asked != nullptr) evidence.insert(evidence.begin(), asked->number);
    const std::string which =
        asked == nullptr
            ? "a host by its name"
            : fmt::format("the host {}", quote(std::get<event::NameAsked>(asked->what).name, 80));
    return say<words::unknown_host>(evidence, "which"_a = which, "where"_a = where,
                                    "stop"_a = what.empty() ? "." : ": ", "error"_a = readable(what));
}

namespace {

bool dials_where_it_shall(const CaseView& view) {
    for (const auto* call : view.transcript.all<event::SocketCall>())
        if (call->call == Call::connect && call->address == view.plan.given.address) return true;
    return false;
}

bool is_this_computer(const std::string& host) {
    return host.starts_with("127.") || host == "::1" || host == "0.0.0.0" || host == "::";
}

}  // namespace

// It made an address of its own from the one that it was given.
std::optional<model::Diagnosis> uses_another_address(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (view.cause != Cause::wrong_address || plan.given.address.port == 0) return std::nullopt;
    // Who dials and listens may be wrong in one of the two.
    const bool listens_too = plan.role == model::Role::peer && dials_where_it_shall(view);
    const model::Event* other = nullptr;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->transport != plan.transport || call->ephemeral || call->error != 0 ||
            call->address.port == 0)
            continue;
        const bool its_place = serves(plan) || listens_too ? call->call == Call::bind : call->dials();
        if (!its_place) continue;
        if (listens_too && call->address.port == plan.given.own_port) return std::nullopt;
        if (call->address.port == plan.given.address.port &&
            (serves(plan) || call->address.host == plan.given.address.host))
            return std::nullopt;
        if (other == nullptr) other = &event;
    }
    if (other == nullptr) return std::nullopt;
    const auto& call = std::get<event::SocketCall>(other->what);
    const bool stays_here = !serves(plan) && !listens_too && is_this_computer(call.address.host) &&
                            !is_this_computer(plan.given.address.host) &&
                            call.address.port == plan.given.address.port;
    if (stays_here)
        return say<words::uses_another_address>({other->number},
                                                "given"_a = model::to_string(plan.given.address),
                                                "address"_a = escape(model::to_string(call.address)));
    const std::uint16_t own = listens_too ? plan.given.own_port : plan.given.address.port;
    return model::Diagnosis{
        "",
        serves(plan) || listens_too
            ? fmt::format("Your program was given port {}, and bound its socket to port {}.", own,
                          call.address.port)
            : fmt::format("Your program was given {}, and dialled {}.", model::to_string(plan.given.address),
                          escape(model::to_string(call.address))),
        "Use the arguments as they are: look up their order in the handout, and what your program does with "
        "the port.",
        {other->number}};
}

}  // namespace sockgrade::diagnoses
