// Writes pcapng (draft-ietf-opsawg-pcapng): blocks of a type, a length, fields, options, and the length
// again. Little-endian; every block and option is padded to 32 bits. All interfaces have one link type, or
// libpcap would not read the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "capture/packet.hh"

namespace sockgrade::capture {

struct Packet {
    std::size_t interface = 0;
    std::int64_t at_us = 0;
    bool from_program = false;
    std::string bytes;  // from the IP header on
    std::vector<std::string> comments;
};

class Pcapng {
  public:
    // The comments are about the file as a whole.
    explicit Pcapng(const std::vector<std::string>& comments);

    // Interfaces count from 0.
    void add_interface(std::string_view name, std::string_view description);
    // What Wireshark may show in place of addresses.
    void add_names(const std::vector<std::pair<Ip, std::string>>& names);
    void add(const Packet& packet);

    std::string take() && { return std::move(bytes_); }

  private:
    void add_block(std::uint32_t type, const std::string& body);
    std::string bytes_;
};

}  // namespace sockgrade::capture
