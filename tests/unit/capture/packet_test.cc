#include "capture/packet.hh"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace sockgrade::capture {
namespace {

std::string plain_hex(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return text;
}
Endpoint at(const char* host, std::uint16_t port) { return {to_ip(host).value(), port}; }

TEST(Packet, TheChecksumIsThatOfTheStandard) {
    using namespace std::string_view_literals;
    EXPECT_EQ(internet_checksum("\x00\x01\xf2\x03\xf4\xf5\xf6\xf7"sv), 0x220d);  // RFC 1071, section 3
    EXPECT_EQ(internet_checksum(""sv), 0xffff);
    EXPECT_EQ(internet_checksum("\x01"sv), 0xfeff);  // as if a zero followed
    EXPECT_EQ(internet_checksum("\xff\xff\xff\xff"sv), 0);
}

TEST(Packet, UdpByIpv4) {
    EXPECT_EQ(plain_hex(udp_packet(at("192.0.2.1", 4000), at("192.0.2.2", 53), "hi")),
              "4500001e000040004011b6cb"  // version to the header's checksum
              "c0000201c0000202"
              "0fa00035000a03986869");
}

TEST(Packet, UdpByIpv6) {
    const std::string packet = udp_packet(at("2001:db8::1", 1), at("2001:db8::2", 2), "");
    EXPECT_EQ(plain_hex(packet).substr(0, 16), "6000000000081140");
    EXPECT_EQ(packet.size(), 48U);
}

// A sum of zero would say that there is none.
TEST(Packet, AUdpChecksumIsNeverZero) {
    const Endpoint a = at("0.0.0.0", 0);
    // Protocol and both lengths are all that is summed; the payload brings it to 0xffff.
    const std::string packet = udp_packet(a, a, std::string("\xff\xda", 2));
    EXPECT_EQ(plain_hex(packet.substr(26, 2)), "ffff");
}

TEST(Packet, TcpHasItsNumbersAndFlags) {
    const std::string packet =
        tcp_packet(at("192.0.2.1", 258), at("192.0.2.2", 772), {Tcp::kPush | Tcp::kAck, 0x01020304, 5}, "x");
    EXPECT_EQ(plain_hex(packet.substr(20, 16)),
              "0102"
              "0304"
              "01020304"
              "00000005"
              "5018"
              "ffff");
    EXPECT_EQ(packet.size(), 41U);
    const std::string first = tcp_packet(at("::1", 1), at("::2", 2), {Tcp::kSyn, 9, 0}, "");
    EXPECT_EQ(plain_hex(first.substr(52, 2)), "7002");
    EXPECT_EQ(plain_hex(first.substr(60)),
              "0204ffd7"
              "01030307");
}

TEST(Packet, KnowsAddresses) {
    EXPECT_EQ(to_string(to_ip("127.0.0.1").value()), "127.0.0.1");
    EXPECT_EQ(to_string(to_ip("0:0::1").value()), "::1");
    for (const char* none : {"", "localhost", "1.2.3", "1.2.3.4 ", "fe80::1%eth0"}) EXPECT_FALSE(to_ip(none));
}

}  // namespace
}  // namespace sockgrade::capture
