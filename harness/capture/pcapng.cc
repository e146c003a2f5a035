#include "capture/pcapng.hh"

#include <algorithm>

#include "base/columns.hh"

namespace sockgrade::capture {

namespace {

constexpr std::uint32_t kSectionHeader = 0x0a0d0d0a;
constexpr std::uint32_t kInterfaceDescription = 1;
constexpr std::uint32_t kNameResolution = 4;
constexpr std::uint32_t kEnhancedPacket = 6;

constexpr std::uint16_t kComment = 1;

constexpr std::uint16_t kRawIp = 101;  // a packet begins with its IP header
constexpr std::uint32_t kSnapLength = 262144;

void put_little16(std::string& out, std::size_t value) {
    out += static_cast<char>(value & 0xff);
    out += static_cast<char>(value >> 8 & 0xff);
}
void put_little32(std::string& out, std::size_t value) {
    put_little16(out, value & 0xffff);
    put_little16(out, value >> 16);
}
void pad(std::string& out) { out.append((4 - out.size() % 4) % 4, '\0'); }

// An option's length has 16 bits, and nobody reads a comment of that length: it is cut, between letters.
std::string_view shortened(std::string_view comment) {
    constexpr std::size_t kMost = 4000;
    if (comment.size() <= kMost) return comment;
    std::size_t size = 0;
    for (const std::string_view unit : units_of(comment)) {
        if (size + unit.size() > kMost) break;
        size += unit.size();
    }
    return comment.substr(0, size);
}

void put_option(std::string& out, std::uint16_t code, std::string_view value) {
    put_little16(out, code);
    put_little16(out, value.size());
    out += value;
    pad(out);
}
void put_comments(std::string& out, const std::vector<std::string>& comments) {
    for (const std::string& comment : comments) put_option(out, kComment, shortened(comment));
}
void end_options(std::string& out) { put_little32(out, 0); }

}  // namespace

Pcapng::Pcapng(const std::vector<std::string>& comments) {
    constexpr std::uint16_t kUserApplication = 4;
    std::string body;
    put_little32(body, 0x1a2b3c4d);  // tells a reader the order of bytes
    put_little16(body, 1);
    put_little16(body, 0);
    put_little32(body, 0xffffffff);  // the section's length, which need not be told
    put_little32(body, 0xffffffff);
    put_comments(body, comments);
    put_option(body, kUserApplication, "Sockgrade");
    end_options(body);
    add_block(kSectionHeader, body);
}

void Pcapng::add_interface(std::string_view name, std::string_view description) {
    constexpr std::uint16_t kName = 2;
    constexpr std::uint16_t kDescription = 3;
    constexpr std::uint16_t kTimeResolution = 9;
    std::string body;
    put_little16(body, kRawIp);
    put_little16(body, 0);
    put_little32(body, kSnapLength);
    put_option(body, kName, name);
    put_option(body, kDescription, description);
    put_option(body, kTimeResolution, "\x06");  // microseconds
    end_options(body);
    add_block(kInterfaceDescription, body);
}

void Pcapng::add_names(const std::vector<std::pair<Ip, std::string>>& names) {
    constexpr std::uint16_t kIpv4Record = 1;
    constexpr std::uint16_t kIpv6Record = 2;
    std::string body;
    for (const auto& [ip, name] : names) {
        std::string value(reinterpret_cast<const char*>(ip.bytes.data()), ip.is_v6 ? 16 : 4);
        value += name;
        value += '\0';
        put_option(body, ip.is_v6 ? kIpv6Record : kIpv4Record, value);
    }
    put_little32(body, 0);  // the end of the records; there are no options
    add_block(kNameResolution, body);
}

void Pcapng::add(const Packet& packet) {
    constexpr std::uint16_t kFlags = 2;
    constexpr std::uint32_t kInbound = 1;
    constexpr std::uint32_t kOutbound = 2;
    const auto time = static_cast<std::uint64_t>(std::max<std::int64_t>(packet.at_us, 0));
    std::string body;
    put_little32(body, packet.interface);
    put_little32(body, time >> 32);
    put_little32(body, time & 0xffffffff);
    put_little32(body, packet.bytes.size());
    put_little32(body, packet.bytes.size());
    body += packet.bytes;
    pad(body);
    put_comments(body, packet.comments);
    std::string flags;
    put_little32(flags, packet.from_program ? kOutbound : kInbound);
    put_option(body, kFlags, flags);
    end_options(body);
    add_block(kEnhancedPacket, body);
}

void Pcapng::add_block(std::uint32_t type, const std::string& body) {
    const std::size_t length = 12 + body.size();
    put_little32(bytes_, type);
    put_little32(bytes_, length);
    bytes_ += body;
    put_little32(bytes_, length);
}

}  // namespace sockgrade::capture
