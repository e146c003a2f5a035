// Between the addresses of the model and those of the system.
#pragma once

#include <sys/socket.h>

#include <optional>

#include "model/address.hh"

namespace sockgrade::system {

// A sockaddr of either family with its length (man 7 ip, man 7 ipv6).
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = sizeof(sockaddr_storage);

    sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
    int family() const { return storage.ss_family; }
};

// `address.host` must be numeric; throws std::invalid_argument otherwise.
SocketAddress to_system(const model::Address& address);

// Nothing for families other than IPv4 and IPv6. An IPv4 address in IPv6 clothes (::ffff:1.2.3.4) comes out
// as IPv4.
std::optional<model::Address> to_model(const SocketAddress& address);

bool is_loopback(const model::Address& address);
bool is_wildcard(const model::Address& address);

// bind(2). In a network where every address is local (sandbox/world.hh) also to an IPv6 address that no
// interface has, whether or not net.ipv6.ip_nonlocal_bind could be set there: containers refuse that.
int bind_socket(int socket, const SocketAddress& address);

// The address that a socket is bound to; nothing when it is not an internet socket.
std::optional<model::Address> local_address(int socket);
std::optional<model::Address> remote_address(int socket);

}  // namespace sockgrade::system
