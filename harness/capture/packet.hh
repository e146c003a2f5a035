// Packets as they would stand on the wire: IP with UDP, TCP or ICMP, with every length and checksum right.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sockgrade::capture {

struct Ip {
    bool is_v6 = false;
    std::array<std::uint8_t, 16> bytes{};  // for IPv4 the first four

    friend auto operator<=>(const Ip&, const Ip&) = default;  // NOLINT(modernize-use-nullptr)
};

// Nothing for what is no numeric address.
std::optional<Ip> to_ip(const std::string& host);
std::string to_string(const Ip& ip);

struct Endpoint {
    Ip ip;
    std::uint16_t port = 0;

    friend auto operator<=>(const Endpoint&, const Endpoint&) = default;  // NOLINT(modernize-use-nullptr)
};

// Both ends must be of the same family. Longer payloads than these are the caller's to cut.
inline constexpr std::size_t kMostInSegment = 65495;

std::string udp_packet(const Endpoint& from, const Endpoint& to, std::string_view payload);

struct Tcp {
    static constexpr std::uint8_t kFin = 0x01;
    static constexpr std::uint8_t kSyn = 0x02;
    static constexpr std::uint8_t kReset = 0x04;
    static constexpr std::uint8_t kPush = 0x08;
    static constexpr std::uint8_t kAck = 0x10;

    std::uint8_t flags = 0;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgement = 0;
};
std::string tcp_packet(const Endpoint& from, const Endpoint& to, const Tcp& tcp, std::string_view payload);

// ICMP "port unreachable" from the one that `packet` went to.
std::string port_unreachable(const Endpoint& from, const Endpoint& to, std::string_view packet);

// RFC 1071: the one's complement of the one's complement sum of 16-bit words.
std::uint16_t internet_checksum(std::string_view bytes);

}  // namespace sockgrade::capture
