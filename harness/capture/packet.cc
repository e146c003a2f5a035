#include "capture/packet.hh"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

namespace sockgrade::capture {

namespace {

constexpr std::uint8_t kIcmp = 1;
constexpr std::uint8_t kTcp = 6;
constexpr std::uint8_t kUdp = 17;
constexpr std::uint8_t kIcmp6 = 58;

void put8(std::string& out, std::size_t value) { out += static_cast<char>(value & 0xff); }
void put16(std::string& out, std::size_t value) {
    put8(out, value >> 8);
    put8(out, value);
}
void put32(std::string& out, std::size_t value) {
    put16(out, value >> 16);
    put16(out, value);
}
void set16(std::string& out, std::size_t at, std::uint16_t value) {
    out[at] = static_cast<char>(value >> 8);
    out[at + 1] = static_cast<char>(value & 0xff);
}

std::string bytes_of(const Ip& ip) {
    return {reinterpret_cast<const char*>(ip.bytes.data()), ip.is_v6 ? std::size_t{16} : std::size_t{4}};
}

std::string ip_header(const Ip& from, const Ip& to, std::uint8_t protocol, std::size_t length) {
    constexpr std::uint8_t kTimeToLive = 64;
    std::string out;
    if (from.is_v6) {
        put32(out, 0x6000'0000);
        put16(out, length);
        put8(out, protocol);
        put8(out, kTimeToLive);
        return out + bytes_of(from) + bytes_of(to);
    }
    put16(out, 0x4500);
    put16(out, 20 + length);
    put32(out, 0x4000);  // no identification, since it must not be fragmented
    put8(out, kTimeToLive);
    put8(out, protocol);
    put16(out, 0);
    out += bytes_of(from) + bytes_of(to);
    set16(out, 10, internet_checksum(out));
    return out;
}

// `body` has its checksum filled in, which covers the addresses too.
std::string packet_of(const Ip& from, const Ip& to, std::uint8_t protocol, std::string body,
                      std::size_t checksum_at) {
    std::string covered = bytes_of(from) + bytes_of(to);
    if (from.is_v6) {
        put32(covered, body.size());
        put32(covered, protocol);
    } else {
        put16(covered, protocol);
        put16(covered, body.size());
    }
    std::uint16_t sum = internet_checksum(covered + body);
    // For UDP zero means "no checksum".
    if (sum == 0 && protocol == kUdp) sum = 0xffff;
    set16(body, checksum_at, sum);
    return ip_header(from, to, protocol, body.size()) + body;
}

}  // namespace

std::optional<Ip> to_ip(const std::string& host) {
    Ip ip;
    if (::inet_pton(AF_INET, host.c_str(), ip.bytes.data()) == 1) return ip;
    ip.is_v6 = true;
    if (::inet_pton(AF_INET6, host.c_str(), ip.bytes.data()) == 1) return ip;
    return std::nullopt;
}

std::string to_string(const Ip& ip) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(ip.is_v6 ? AF_INET6 : AF_INET, ip.bytes.data(), text.data(), text.size());
    return text.data();
}

std::uint16_t internet_checksum(std::string_view bytes) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<std::uint8_t>(bytes[i]);
        sum += i % 2 == 0 ? std::uint64_t{byte} << 8 : byte;
    }
    while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum & 0xffff);
}

std::string udp_packet(const Endpoint& from, const Endpoint& to, std::string_view payload) {
    std::string body;
    put16(body, from.port);
    put16(body, to.port);
    put16(body, 8 + payload.size());
    put16(body, 0);
    body += payload;
    return packet_of(from.ip, to.ip, kUdp, std::move(body), 6);
}

std::string tcp_packet(const Endpoint& from, const Endpoint& to, const Tcp& tcp, std::string_view payload) {
    // With a window that no exchange fills: nothing is known of the real one.
    constexpr std::size_t kWindow = 65535;
    constexpr std::size_t kWindowShift = 7;
    std::string options;
    if ((tcp.flags & Tcp::kSyn) != 0) {
        put16(options, 0x0204);  // maximum segment size
        put16(options, kMostInSegment);
        put32(options, 0x0103'0300 + kWindowShift);  // padding, then the window's scale
    }
    std::string body;
    put16(body, from.port);
    put16(body, to.port);
    put32(body, tcp.sequence);
    put32(body, tcp.acknowledgement);
    put8(body, (20 + options.size()) / 4 << 4);
    put8(body, tcp.flags);
    put16(body, (tcp.flags & Tcp::kReset) != 0 ? 0 : kWindow);
    put32(body, 0);  // checksum, urgent pointer
    body += options;
    body += payload;
    return packet_of(from.ip, to.ip, kTcp, std::move(body), 16);
}

std::string port_unreachable(const Endpoint& from, const Endpoint& to, std::string_view packet) {
    // As much as fits into the smallest packet that every network carries (RFC 1122, RFC 4443).
    const std::size_t most = from.ip.is_v6 ? 1280 - 48 : 576 - 28;
    std::string body;
    put16(body, from.ip.is_v6 ? 0x0104 : 0x0303);
    put16(body, 0);
    put32(body, 0);
    body += packet.substr(0, most);
    if (from.ip.is_v6) return packet_of(from.ip, to.ip, kIcmp6, std::move(body), 2);
    set16(body, 2, internet_checksum(body));
    return ip_header(from.ip, to.ip, kIcmp, body.size()) + body;
}

}  // namespace sockgrade::capture
