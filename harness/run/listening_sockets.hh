// Where the program listens (TCP) or has a bound socket (UDP), and at which address a peer reaches it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/plan.hh"
#include "sandbox/world.hh"

namespace sockgrade::run {

// The port at which the program was told to listen.
std::uint16_t port_to_listen_at(const model::Plan& plan);

class ListeningSockets {
  public:
    struct Socket {
        model::Address address;
        bool only_ipv6 = false;
        bool ephemeral = false;  // the system chose its port
    };

    ListeningSockets(const model::Plan& plan, sandbox::Level level) : plan_(plan), level_(level) {}

    // One that is known already, or is one too many, is left out.
    void add(const Socket& socket, bool is_at_given_port);

    bool empty() const { return sockets_.empty(); }
    bool are_where_they_should_be() const;     // at the port that the program was given
    bool are_where_the_program_chose() const;  // there, or at another port that the system did not choose

    // The one at the given port; else the first whose port the program chose; else the first. Of several at
    // one port the one that IPv4 reaches. Asks for one that is there.
    const Socket& chosen() const;

    // Where a peer sends or connects to, and where it does that from.
    model::Address target(model::From from) const;
    model::Address origin(const model::Address& target, model::From from) const;

    // May a datagram that comes `from` there be the answer to one that was sent to `asked`?
    bool may_answer(const model::Address& asked, const model::Address& from) const;

  private:
    const Socket* best_at(std::uint16_t port) const;

    const model::Plan& plan_;
    sandbox::Level level_;
    std::vector<Socket> sockets_;
};

}  // namespace sockgrade::run
