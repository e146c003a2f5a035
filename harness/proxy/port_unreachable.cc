#include "proxy/port_unreachable.hh"

#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/ip_icmp.h>
#include <netinet/udp.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "system/fd.hh"
#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::proxy {

using system::check_call;

namespace {

// As much of the datagram as a receiver needs to tell whose it was, and some more (RFC 1812, 4.3.2.3).
constexpr std::size_t kQuoted = 512;

template <class T>
void append(std::string& packet, const T& header) {
    packet.append(reinterpret_cast<const char*>(&header), sizeof(header));
}

std::uint16_t checksum_of(std::string_view packet) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < packet.size(); ++i) {
        const auto byte = static_cast<unsigned char>(packet[i]);
        sum += i % 2 == 0 ? static_cast<std::uint32_t>(byte) << 8 : byte;
    }
    while (sum >> 16 != 0) sum = (sum & 0xffff) + (sum >> 16);
    return htons(static_cast<std::uint16_t>(~sum));
}

void append_udp(std::string& packet, std::uint16_t from, std::uint16_t to, const std::string& bytes) {
    udphdr udp{};
    udp.source = from;
    udp.dest = to;
    udp.len = htons(static_cast<std::uint16_t>(sizeof(udp) + bytes.size()));
    append(packet, udp);
    packet.append(bytes, 0, kQuoted);
}

std::string packet_v4(const sockaddr_in& sender, const sockaddr_in& target, const std::string& bytes) {
    icmphdr icmp{};
    icmp.type = ICMP_DEST_UNREACH;
    icmp.code = ICMP_PORT_UNREACH;
    iphdr ip{};
    ip.version = 4;
    ip.ihl = sizeof(ip) / 4;
    ip.tot_len = htons(
        static_cast<std::uint16_t>(std::min<std::size_t>(sizeof(ip) + sizeof(udphdr) + bytes.size(), 65535)));
    ip.ttl = 64;
    ip.protocol = IPPROTO_UDP;
    ip.saddr = sender.sin_addr.s_addr;
    ip.daddr = target.sin_addr.s_addr;
    ip.check = checksum_of({reinterpret_cast<const char*>(&ip), sizeof(ip)});
    std::string packet;
    append(packet, icmp);
    append(packet, ip);
    append_udp(packet, sender.sin_port, target.sin_port, bytes);
    icmp.checksum = checksum_of(packet);
    std::memcpy(packet.data(), &icmp, sizeof(icmp));
    return packet;
}

// The kernel fills in the checksum (RFC 3542, 3.1).
std::string packet_v6(const sockaddr_in6& sender, const sockaddr_in6& target, const std::string& bytes) {
    icmp6_hdr icmp{};
    icmp.icmp6_type = ICMP6_DST_UNREACH;
    icmp.icmp6_code = ICMP6_DST_UNREACH_NOPORT;
    struct {
        std::uint32_t version = htonl(6U << 28);
        std::uint16_t length = 0;
        std::uint8_t next = IPPROTO_UDP;
        std::uint8_t hops = 64;
        in6_addr from{};
        in6_addr to{};
    } ip;
    ip.length = htons(static_cast<std::uint16_t>(sizeof(udphdr) + bytes.size()));
    ip.from = sender.sin6_addr;
    ip.to = target.sin6_addr;
    std::string packet;
    append(packet, icmp);
    append(packet, ip);
    append_udp(packet, sender.sin6_port, target.sin6_port, bytes);
    return packet;
}

}  // namespace

void send_port_unreachable(const model::Address& sender, const model::Address& target,
                           const std::string& bytes) {
    system::SocketAddress from = system::to_system(sender);
    const system::SocketAddress to = system::to_system(target);
    const bool is_v4 = from.family() == AF_INET;
    const int protocol = is_v4 ? int{IPPROTO_ICMP} : int{IPPROTO_ICMPV6};
    const system::Fd socket(
        check_call("socket(ICMP)", ::socket(from.family(), SOCK_RAW | SOCK_CLOEXEC, protocol)));
    const std::string packet = is_v4 ? packet_v4(*reinterpret_cast<const sockaddr_in*>(from.get()),
                                                 *reinterpret_cast<const sockaddr_in*>(to.get()), bytes)
                                     : packet_v6(*reinterpret_cast<const sockaddr_in6*>(from.get()),
                                                 *reinterpret_cast<const sockaddr_in6*>(to.get()), bytes);
    // A raw socket takes no port.
    if (is_v4)
        reinterpret_cast<sockaddr_in*>(from.get())->sin_port = 0;
    else
        reinterpret_cast<sockaddr_in6*>(from.get())->sin6_port = 0;
    check_call("sendto(ICMP)",
               ::sendto(socket.get(), packet.data(), packet.size(), 0, from.get(), from.length));
}

}  // namespace sockgrade::proxy
