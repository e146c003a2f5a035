// What a case asks of its peers whatever they speak. TcpPeers and UdpPeers answer it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/address.hh"

namespace sockgrade::run {

class TransportPeers {
  public:
    TransportPeers() = default;
    TransportPeers(const TransportPeers&) = delete;
    TransportPeers& operator=(const TransportPeers&) = delete;
    virtual ~TransportPeers() = default;

    // A peer is to be found at this address, which the program dials (`attempt`) or will dial. Throws
    // SystemError when the address can't be had.
    virtual void meet(const model::Address& address, bool attempt) = 0;

    // A peer that is started again. Its connection is reset, or its socket closed, and nobody listens.
    virtual void go_away(const std::string& actor) = 0;
    // On the same port. One that connects is not connected yet (TCP).
    virtual void come_back(const std::string& actor) = 0;
    // How often the program has found nobody since then.
    virtual std::size_t refused_since_away(const std::string& actor) const = 0;

    // All that was sent is delivered, and the program has read it.
    virtual bool program_has_read_all() const = 0;
    // More has come than any exercise needs.
    virtual bool flooded() const = 0;
    // Datagrams that the system threw away on the way: not a fault of the case, and not the program's. What
    // a program that does not read leaves lying is its own.
    virtual std::optional<std::string> natural_loss() const { return std::nullopt; }
};

}  // namespace sockgrade::run
