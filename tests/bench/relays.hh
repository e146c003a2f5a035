// The plainest relays that there are, as floors for ours: no faults, no log, nothing else.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

namespace sockgrade::bench {

inline int loopback_socket(int type, std::uint16_t* port = nullptr) {
    const int made = ::socket(AF_INET, type | SOCK_CLOEXEC, 0);
    sockaddr_in own{};
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(own);
    if (made < 0 || ::bind(made, reinterpret_cast<sockaddr*>(&own), size) < 0) std::abort();
    ::getsockname(made, reinterpret_cast<sockaddr*>(&own), &size);
    if (port != nullptr) *port = ntohs(own.sin_port);
    return made;
}

inline void connect_to(int made, std::uint16_t port) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(made, reinterpret_cast<sockaddr*>(&to), sizeof(to)) < 0) std::abort();
}

// poll, recvfrom, sendto: one datagram at a time, between whoever spoke last at `front` and `server`.
inline void relay_datagrams(int front, int back, std::uint16_t server, const std::atomic<bool>& stop) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(server);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_in client{};
    std::vector<char> buffer(65536);
    std::array<pollfd, 2> waits{pollfd{front, POLLIN, 0}, pollfd{back, POLLIN, 0}};
    while (!stop) {
        if (::poll(waits.data(), 2, 100) <= 0) continue;
        if ((waits[0].revents & POLLIN) != 0) {
            socklen_t size = sizeof(client);
            const ssize_t n = ::recvfrom(front, buffer.data(), buffer.size(), 0,
                                         reinterpret_cast<sockaddr*>(&client), &size);
            if (n >= 0)
                ::sendto(back, buffer.data(), static_cast<std::size_t>(n), 0,
                         reinterpret_cast<const sockaddr*>(&to), sizeof(to));
        }
        if ((waits[1].revents & POLLIN) != 0) {
            const ssize_t n = ::recvfrom(back, buffer.data(), buffer.size(), 0, nullptr, nullptr);
            if (n >= 0)
                ::sendto(front, buffer.data(), static_cast<std::size_t>(n), 0,
                         reinterpret_cast<const sockaddr*>(&client), sizeof(client));
        }
    }
}

// recv into 256 KiB, send all of it, in blocking calls and one direction, until the end of the stream.
inline void relay_stream(int from, int to) {
    constexpr std::size_t kBuffer = 256 << 10;
    std::vector<char> buffer(kBuffer);
    for (;;) {
        const ssize_t n = ::recv(from, buffer.data(), buffer.size(), 0);
        if (n <= 0) break;
        for (ssize_t at = 0; at < n;) {
            const ssize_t sent =
                ::send(to, buffer.data() + at, static_cast<std::size_t>(n - at), MSG_NOSIGNAL);
            if (sent <= 0) return;
            at += sent;
        }
    }
    ::shutdown(to, SHUT_WR);
}

inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace sockgrade::bench
