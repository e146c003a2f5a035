// A link between the program and peers on which things go wrong: a relay on loopback with two sockets for
// each peer, one that the peer knows and one that the program knows. One thread relays everything, so its
// order is the order of events. What happens to a datagram is the FaultPlan's decision; nothing is lost here
// otherwise.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <vector>

#include "faults/fault_plan.hh"
#include "model/address.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::proxy {

class UdpLink {
  public:
    using OnFault = std::function<void(const faults::Applied&)>;

    UdpLink(system::EventLoop& loop, faults::FaultPlan plan, OnFault on_fault);
    UdpLink(const UdpLink&) = delete;
    UdpLink& operator=(const UdpLink&) = delete;
    ~UdpLink();

    // For a peer that speaks first: where it has to send for it to reach the program. `from`: the address
    // that the program sees it come from (port 0: any). `peer`: where it stands among the case's peers.
    model::Address towards_program(const model::Address& program, const model::Address& from,
                                   std::size_t peer = 0);

    // For a program that speaks first: listens at `front`, which the program dials, and passes on to the
    // peer.
    void towards_peer(const model::Address& front, const model::Address& peer, std::size_t number = 0);

    // Delivers what faults still hold back. True when there was something.
    bool release_held();

    // Does a datagram wait for its time on the link? It will come by itself.
    bool is_under_way() const { return !waiting_.empty(); }

    // How many of the peers' datagrams no fault has taken away: they have reached the program or will.
    std::size_t left_for_program() const { return left_for_program_; }

    // Datagrams that the system threw away before we could read them.
    std::size_t lost_by_the_system() const;

  private:
    struct Flow {
        std::size_t peer_number = 0;
        system::Fd program_side;
        system::Fd peer_side;
        std::vector<system::Fd> former;  // where the peer was before it moved to another port
        system::Fd stranger;
        model::Address program;  // port 0: not known yet
        model::Address peer;
        bool program_is_dialled = false;
    };
    struct Waiting {
        system::Fd timer;
        model::Direction direction;
        faults::Passing datagram;
    };
    std::size_t add_flow(const model::Address& program_side, const model::Address& peer_side,
                         std::size_t peer);
    bool receive(const system::Fd& socket, std::string& bytes, model::Address& from);
    void relay(std::size_t flow, model::Direction direction);
    void read_former(std::size_t flow, std::size_t position);
    void carry_out(model::Direction direction, const faults::FaultPlan::Outcome& outcome);
    void deliver(model::Direction direction, const faults::Passing& datagram);
    void deliver_later(model::Direction direction, const faults::Passing& datagram);
    void deliver_from_stranger(Flow& flow, const std::string& bytes);
    void move_to_new_port(std::size_t flow);

    system::EventLoop& loop_;
    faults::FaultPlan plan_;
    OnFault on_fault_;
    std::vector<std::unique_ptr<Flow>> flows_;
    std::list<Waiting> waiting_;
    std::size_t left_for_program_ = 0;
    std::string buffer_;
};

}  // namespace sockgrade::proxy
