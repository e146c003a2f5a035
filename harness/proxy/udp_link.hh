// A link between the program and peers that loses, repeats and reorders datagrams: a relay on loopback with
// two sockets for each peer, one that the peer knows and one that the program knows. One thread relays
// everything, so its order is the order of events. What happens to a datagram is the FaultPlan's decision;
// nothing is lost here otherwise.
#pragma once

#include <cstddef>
#include <functional>
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
    // that the program sees it come from (port 0: any).
    model::Address towards_program(const model::Address& program, const model::Address& from);

    // For a program that speaks first: listens at `front`, which the program dials, and passes on to the
    // peer.
    void towards_peer(const model::Address& front, const model::Address& peer);

    // Delivers what reordering still holds back. True when there was something.
    bool release_held();

    // Datagrams delivered to the program so far.
    std::size_t delivered_to_program() const { return delivered_to_program_; }

  private:
    struct Flow {
        system::Fd program_side;
        system::Fd peer_side;
        model::Address program;  // port 0: not known yet
        model::Address peer;
        bool program_is_dialled = false;
    };
    std::size_t add_flow(const model::Address& program_side, const model::Address& peer_side);
    void relay(std::size_t flow, model::Direction direction);
    void deliver(model::Direction direction, const std::vector<faults::Passing>& datagrams);

    system::EventLoop& loop_;
    faults::FaultPlan plan_;
    OnFault on_fault_;
    std::vector<std::unique_ptr<Flow>> flows_;
    std::size_t delivered_to_program_ = 0;
};

}  // namespace sockgrade::proxy
