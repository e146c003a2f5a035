// The reference peers of one case, and how they and the program find each other: where it listens, or where
// it dials.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "model/plan.hh"
#include "observe/socket_calls.hh"
#include "observe/socket_queues.hh"
#include "run/call_record.hh"
#include "run/listening_sockets.hh"
#include "run/peer_names.hh"
#include "run/recorder.hh"
#include "run/scanned_ports.hh"
#include "run/tcp_peers.hh"
#include "run/udp_peers.hh"
#include "sandbox/level.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

class Peers {
  public:
    Peers(system::EventLoop& loop, Recorder& record, const model::Plan& plan, sandbox::Level level);
    Peers(const Peers&) = delete;
    Peers& operator=(const Peers&) = delete;

    // Listens where the program was told to dial, before it starts. Throws SystemError when an address of
    // ours can't be had.
    void await_at_given_address();
    void hear_what_scanned_ports_got();
    // Every socket call of the program: notes where it listens, opens a listener where it is about to dial.
    void on_socket_call(const observe::SocketCall& call);

    // A program whose calls nobody sees is said to listen there.
    void program_listens_at(const model::Address& address) { listening_.add({address, false, false}, true); }

    const ListeningSockets& listening() const { return listening_; }
    const std::string& first_name() const { return names_.first(); }

    // --- Each transport has its own; those of the other one have nothing to do.
    TcpPeers& tcp() { return tcp_; }
    const TcpPeers& tcp() const { return tcp_; }
    UdpPeers& udp() { return *udp_; }
    const UdpPeers& udp() const { return *udp_; }
    TransportPeers& each() { return plays_tcp_ ? static_cast<TransportPeers&>(tcp_) : *udp_; }

    // Connects to where the program listens, or to another port of its computer.
    void connect(const std::string& actor, const model::Connect& how);

  private:
    void meet(const model::Address& dialled, bool attempt);
    bool is_for_us(const model::Address& dialled) const;

    system::EventLoop& loop_;
    Recorder& record_;
    const model::Plan& plan_;
    sandbox::Level level_;
    bool plays_tcp_;
    PeerNames names_;
    CallRecord calls_;
    observe::SocketQueues queues_;
    ListeningSockets listening_;
    std::unique_ptr<ScannedPorts> scanned_;
    TcpPeers tcp_;
    std::unique_ptr<UdpPeers> udp_;
};

}  // namespace sockgrade::run
