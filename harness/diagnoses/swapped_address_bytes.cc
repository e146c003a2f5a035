#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

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
std::optional<model::Diagnosis> swapped_address_bytes(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!came_to_nothing(failure.cause) && failure.cause != model::Cause::wrong_address) return std::nullopt;
    const std::string given = serves(plan) ? "127.0.0.1" : plan.given.address.host;
    const std::string reversed = with_bytes_reversed(given);
    if (reversed.empty() || reversed == given) return std::nullopt;
    const model::Event* swapped = nullptr;
    for (const model::Event& one : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->transport != plan.transport) continue;
        const bool its_place = serves(plan) ? call->call == Call::bind : call->dials();
        if (!its_place) continue;
        if (call->address.host == given) return std::nullopt;
        if (call->address.host == reversed && swapped == nullptr) swapped = &one;
    }
    if (swapped == nullptr) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program {} {}. That is {} with its four bytes the other way round.",
                    serves(plan) ? "bound its socket to" : "dialled", reversed, given),
        "In the address the host stands in network byte order. inet_addr() and inet_pton() give it in that "
        "order "
        "already: leave out htonl() there. INADDR_LOOPBACK and INADDR_ANY are numbers of this computer: they "
        "do "
        "want htonl().",
        {swapped->number}};
}

}  // namespace sockgrade::diagnoses
