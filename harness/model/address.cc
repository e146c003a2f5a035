#include "model/address.hh"

#include <fmt/format.h>

namespace sockgrade::model {

std::string to_string(const Address& address) {
    return is_ipv6(address) ? fmt::format("[{}]:{}", address.host, address.port)
                            : fmt::format("{}:{}", address.host, address.port);
}

std::string to_string(Transport transport) { return transport == Transport::tcp ? "tcp" : "udp"; }

}  // namespace sockgrade::model
