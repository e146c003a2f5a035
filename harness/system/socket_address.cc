#include "system/socket_address.hh"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "system/fd.hh"

namespace sockgrade::system {

SocketAddress to_system(const model::Address& address) {
    SocketAddress out;
    auto* v4 = reinterpret_cast<sockaddr_in*>(&out.storage);
    if (::inet_pton(AF_INET, address.host.c_str(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(address.port);
        out.length = sizeof(sockaddr_in);
        return out;
    }
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&out.storage);
    if (::inet_pton(AF_INET6, address.host.c_str(), &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(address.port);
        out.length = sizeof(sockaddr_in6);
        return out;
    }
    throw std::invalid_argument("not a numeric address: " + address.host);
}

std::optional<model::Address> to_model(const SocketAddress& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.family() == AF_INET && address.length >= sizeof(sockaddr_in)) {
        const auto* v4 = reinterpret_cast<const sockaddr_in*>(&address.storage);
        ::inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size());
        return model::Address{text.data(), ntohs(v4->sin_port)};
    }
    // glibc accepts an IPv6 address without its scope id (RFC 2133), so does the kernel.
    constexpr socklen_t kWithoutScope = sizeof(sockaddr_in6) - sizeof(std::uint32_t);
    if (address.family() == AF_INET6 && address.length >= kWithoutScope) {
        const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&address.storage);
        if (IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr))
            ::inet_ntop(AF_INET, &v6->sin6_addr.s6_addr[12], text.data(), text.size());
        else
            ::inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size());
        return model::Address{text.data(), ntohs(v6->sin6_port)};
    }
    return std::nullopt;
}

bool is_loopback(const model::Address& address) {
    return address.host.starts_with("127.") || address.host == "::1";
}

bool is_wildcard(const model::Address& address) { return address.host == "0.0.0.0" || address.host == "::"; }

namespace {

// Asked of the kernel's routes: what is sent there would go out by loopback.
bool is_delivered_here(const SocketAddress& address) {
    const Fd socket(::socket(address.family(), SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (!socket.valid() || ::connect(socket.get(), address.get(), address.length) < 0) return false;
    const auto from = local_address(socket.get());
    return from.has_value() && is_loopback(*from);
}

}  // namespace

int bind_socket(int socket, const SocketAddress& address) {
    const int result = ::bind(socket, address.get(), address.length);
    if (result == 0 || errno != EADDRNOTAVAIL || address.family() != AF_INET6) return result;
    const int on = 1;
    if (is_delivered_here(address) && ::setsockopt(socket, IPPROTO_IPV6, IPV6_FREEBIND, &on, sizeof(on)) == 0)
        return ::bind(socket, address.get(), address.length);
    errno = EADDRNOTAVAIL;
    return result;
}

std::optional<model::Address> local_address(int socket) {
    SocketAddress address;
    if (::getsockname(socket, address.get(), &address.length) < 0) return std::nullopt;
    return to_model(address);
}

std::optional<model::Address> remote_address(int socket) {
    SocketAddress address;
    if (::getpeername(socket, address.get(), &address.length) < 0) return std::nullopt;
    return to_model(address);
}

}  // namespace sockgrade::system
