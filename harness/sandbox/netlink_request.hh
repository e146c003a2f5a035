// One request to the kernel's routing and interface tables (man 7 rtnetlink), and its answer.
#pragma once

#include <linux/netlink.h>
#include <linux/rtnetlink.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::sandbox {

class NetlinkRequest {
  public:
    // `header`: ifinfomsg, ifaddrmsg or rtmsg.
    template <class Header>
    NetlinkRequest(std::uint16_t type, std::uint16_t flags, const Header& header)
        : type_(type), flags_(flags) {
        append(&header, sizeof(header));
    }

    template <class Value>
    void add(std::uint16_t attribute, const Value& value) {
        add_bytes(attribute, &value, sizeof(value));
    }
    void add_text(std::uint16_t attribute, std::string_view text);
    void add_ipv4(std::uint16_t attribute, const std::string& address);
    // What is added until end() belongs to this attribute.
    std::size_t begin(std::uint16_t attribute);
    void end(std::size_t begun);
    template <class Header>
    void add_header(const Header& header) {
        append(&header, sizeof(header));
    }

    // Throws SystemError, which says what was tried, when the kernel refuses.
    void send(const char* what) const;

  private:
    void add_bytes(std::uint16_t attribute, const void* bytes, std::size_t size);
    void append(const void* bytes, std::size_t size);

    std::uint16_t type_;
    std::uint16_t flags_;
    std::vector<std::byte> body_;
};

}  // namespace sockgrade::sandbox
