// Where an endpoint is. Plain text and numbers: this layer never asks the system anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace sockgrade::model {

enum class Transport { tcp, udp };

struct Address {
    std::string host;  // numeric, e.g. "127.0.0.1" or "::1"
    std::uint16_t port = 0;

    friend bool operator==(const Address&, const Address&) = default;
    friend auto operator<=>(const Address&, const Address&) = default;  // NOLINT(modernize-use-nullptr)
};

// "127.0.0.1:12000", "[::1]:12000".
std::string to_string(const Address& address);
std::string to_string(Transport transport);

inline bool is_ipv6(const Address& address) { return address.host.find(':') != std::string::npos; }

// What one datagram may carry over IPv4.
inline constexpr std::size_t kMostInDatagram = 65'507;

// Who sends there looks up the name of a host, which is nothing of the exercise.
inline constexpr std::uint16_t kNameServicePort = 53;

// The same number with its two bytes swapped: what arrives when htons() was forgotten.
constexpr std::uint16_t swap_bytes(std::uint16_t port) {
    return static_cast<std::uint16_t>((port >> 8) | (port << 8));
}

}  // namespace sockgrade::model
