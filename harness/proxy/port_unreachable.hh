#pragma once

#include <string>

#include "model/address.hh"

namespace sockgrade::proxy {

// Tells whoever sent `bytes` from `sender` to `target` that nobody has that port open: the ICMP message that
// the system sends of itself when a datagram meets a closed port. The datagram has arrived by then, so the
// system has no reason left to. Needs CAP_NET_RAW, which we have in a network of our own; throws SystemError
// without it.
void send_port_unreachable(const model::Address& sender, const model::Address& target,
                           const std::string& bytes);

}  // namespace sockgrade::proxy
