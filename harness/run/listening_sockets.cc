#include "run/listening_sockets.hh"

#include <algorithm>
#include <string>

#include "system/socket_address.hh"

namespace sockgrade::run {

using model::Address;
using model::From;

namespace {

// A program may go on calling for ever, but looking through it must end.
constexpr std::size_t kMostSockets = 1'000;

bool is_reached_by_ipv4(const ListeningSockets::Socket& socket) {
    return !socket.only_ipv6 && (!is_ipv6(socket.address) || system::is_wildcard(socket.address));
}

}  // namespace

std::uint16_t port_to_listen_at(const model::Plan& plan) {
    return plan.role == model::Role::peer ? plan.given.own_port : plan.given.address.port;
}

void ListeningSockets::add(const Socket& socket, bool is_at_given_port) {
    const bool is_known = std::any_of(sockets_.begin(), sockets_.end(),
                                      [&](const Socket& known) { return known.address == socket.address; });
    if (!is_known && (is_at_given_port || sockets_.size() < kMostSockets)) sockets_.push_back(socket);
}

bool ListeningSockets::are_where_they_should_be() const {
    return !empty() && chosen().address.port == port_to_listen_at(plan_);
}

bool ListeningSockets::are_where_the_program_chose() const {
    return !empty() && (are_where_they_should_be() || !chosen().ephemeral);
}

// asyncio listens at [::] and at 0.0.0.0, in any order, also on a machine where nobody can dial ::1.
const ListeningSockets::Socket* ListeningSockets::best_at(std::uint16_t port) const {
    const Socket* found = nullptr;
    for (const Socket& one : sockets_)
        if (one.address.port == port &&
            (found == nullptr || (is_reached_by_ipv4(one) && !is_reached_by_ipv4(*found))))
            found = &one;
    return found;
}

const ListeningSockets::Socket& ListeningSockets::chosen() const {
    if (const Socket* wanted = best_at(port_to_listen_at(plan_))) return *wanted;
    const auto chosen =
        std::find_if(sockets_.begin(), sockets_.end(), [](const Socket& one) { return !one.ephemeral; });
    return *best_at((chosen == sockets_.end() ? sockets_.front() : *chosen).address.port);
}

Address ListeningSockets::target(From from) const {
    const Socket& listening = chosen();
    const std::uint16_t port = listening.address.port;
    const bool lan = sandbox::has_own_world(level_);
    if (from == From::another_host &&
        (system::is_wildcard(listening.address) || system::is_loopback(listening.address))) {
        // Without a network of our own another loopback address has to do: a socket bound to 127.0.0.1 does
        // not hear it either. IPv6 has only one of them: what is bound to it must not be reached, and what is
        // bound to all must.
        const std::string& bound = listening.address.host;
        if (listening.only_ipv6 && bound != "::1") return {lan ? sandbox::kLanAddress6 : "::1", port};
        if (lan) return {bound == "::1" ? sandbox::kLanAddress6 : sandbox::kLanAddress, port};
        return {bound == "127.0.0.2" ? "127.0.0.4" : "127.0.0.2", port};
    }
    // Who calls 127.0.0.1 calls it whatever is bound: a socket for IPv6 alone does not hear that.
    if (from == From::this_host) return {"127.0.0.1", port};
    if (listening.address.host == "0.0.0.0") return {"127.0.0.1", port};
    if (listening.address.host == "::") return {listening.only_ipv6 ? "::1" : "127.0.0.1", port};
    return listening.address;
}

Address ListeningSockets::origin(const Address& target, From from) const {
    const bool by_ipv6 = is_ipv6(target);
    if (from != From::another_host) return {by_ipv6 ? "::1" : "127.0.0.1", 0};
    if (sandbox::has_own_world(level_))
        return {by_ipv6 ? sandbox::kLanNeighbour6 : sandbox::kLanNeighbour, 0};
    return {by_ipv6 ? "::1" : "127.0.0.3", 0};
}

// Of a socket that is bound to no address the system chooses one for each datagram: on a machine that plays
// another computer, too, that may be another than the one that was asked. Its port is the socket's own.
bool ListeningSockets::may_answer(const Address& asked, const Address& from) const {
    if (from.port != asked.port) return false;
    return from.host == asked.host ||
           std::any_of(sockets_.begin(), sockets_.end(), [&](const Socket& socket) {
               return socket.address.port == asked.port && system::is_wildcard(socket.address);
           });
}

}  // namespace sockgrade::run
