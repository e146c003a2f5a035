#include "model/address.hh"

#include <fmt/format.h>

namespace sockgrade::model {

std::string to_string(const Address& address) {
    const bool is_ipv6 = address.host.find(':') != std::string::npos;
    return is_ipv6 ? fmt::format("[{}]:{}", address.host, address.port)
                   : fmt::format("{}:{}", address.host, address.port);
}

std::string to_string(Transport transport) { return transport == Transport::tcp ? "tcp" : "udp"; }

}  // namespace sockgrade::model
