// The reference peers of one case, by name, and how they find the program: where it listens, or where it
// dials.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/plan.hh"
#include "observe/socket_calls.hh"
#include "observe/socket_queues.hh"
#include "proxy/udp_link.hh"
#include "reference/tcp_connection.hh"
#include "reference/udp_endpoint.hh"
#include "run/call_record.hh"
#include "run/reception.hh"
#include "run/recorder.hh"
#include "run/scanned_ports.hh"
#include "sandbox/world.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

class Peers {
  public:
    Peers(system::EventLoop& loop, Recorder& record, const model::Plan& plan, sandbox::Level level);
    Peers(const Peers&) = delete;
    Peers& operator=(const Peers&) = delete;

    // Listens where the program was told to dial. For a client or sender program, before it starts.
    void await_at_given_address();
    void hear_what_scanned_ports_got();
    // Every socket call of the program: notes where it listens, opens a listener where it is about to dial.
    void on_socket_call(const observe::SocketCall& call);

    // A program whose calls nobody sees is said to listen there.
    void program_listens_at(const model::Address& address);

    // Does the program listen (TCP) or have a bound socket (UDP) where a peer could reach it?
    bool program_is_listening() const { return !listening_.empty(); }
    bool program_listens_where_it_should() const;  // at the port that it was given
    // Who listens for IPv6 alone is often about to listen for IPv4 as well.
    bool program_listens_for_ipv6_only() const { return chosen_listening().only_ipv6; }
    bool program_has_chosen_where_it_listens()
        const;  // there, or at another port that the system did not choose

    // --- TCP.
    void connect(const std::string& actor, model::From from);
    Reception& reception() { return reception_; }
    void accept(const std::string& actor);  // the connection that has waited longest
    reference::TcpConnection* tcp(const std::string& actor);

    // A peer that listens and dials has more than one: the further ones have a number behind its name.
    std::string name_for_another(const std::string& actor) const;
    const std::string& first_name() const { return names_.front(); }
    std::vector<reference::TcpConnection*> connections() const;  // in the order in which they came about
    bool has_read_all_of(const reference::TcpConnection& connection) const;

    // --- UDP.
    // A peer that speaks first gets a socket when it first sends.
    void send_datagram(const std::string& actor, const std::string& bytes, model::From from);
    // What a peer has got so far; for a client program's peer, at whichever address it was dialled.
    const std::vector<reference::Datagram>& datagrams(const std::string& actor) const;
    // From now on, whenever a datagram comes to this peer.
    void answer_each(const std::string& actor, const reference::UdpEndpoint::Answer& answer);
    void answer_datagram(const std::string& actor, const std::string& bytes, const model::Address& to);

    // --- A peer that is started again.
    // Its connection is reset, or its socket closed, and nobody listens. True when there was something to
    // reset.
    bool go_away(const std::string& actor);
    // On the same port. One that connects is not connected yet (TCP).
    void come_back(const std::string& actor);
    // How often the program has found nobody since then.
    std::size_t refused_since_away() const;

    // --- What the kernel knows.
    // The program's end of a connection; nothing when it has none any more, or is only to be waited out
    // (TIME_WAIT).
    std::optional<observe::SocketState> program_end(const reference::TcpConnection& connection) const;
    bool all_delivered() const;      // every byte sent on a TCP connection has reached the program's kernel
    bool nothing_under_way() const;  // and every byte that the program sent has left it
    // The program has given its system bytes for a peer that reads, and they have not come yet: a small one
    // waits there until the one before it is confirmed (Nagle).
    bool program_is_sending() const;
    bool program_has_read_all() const;  // all is delivered, and the program has read it, and every datagram
    // Delivers datagrams that a fault holds back. True when there were any.
    bool release_held() { return link_ != nullptr && link_->release_held(); }
    // Does a peer turn up at another port in this case?
    bool may_move() const;
    bool is_due_on_the_link() const { return link_ != nullptr && link_->is_under_way(); }
    std::optional<system::Clock::time_point> next_due() const {
        return link_ == nullptr ? std::nullopt : link_->next_due();
    }
    void pass_time(std::chrono::nanoseconds time) {
        if (link_ != nullptr) link_->pass_time(time);
    }
    // How many datagrams the program gets, and so can answer.
    std::size_t most_answers() const { return link_ == nullptr ? SIZE_MAX : link_->left_for_program(); }
    // How many datagrams of these bytes have not reached the program as they were sent, by a fault.
    const std::map<std::string, std::size_t>& spoiled() const { return spoiled_; }
    std::size_t datagrams_from_program() const;  // of one that speaks first
    bool flooded() const;
    // Datagrams that the system threw away on the way: not a fault of the case, and not the program's. What
    // a program that does not read leaves lying is its own.
    std::optional<std::string> natural_loss() const;

  private:
    struct Listening {
        model::Address address;
        bool only_ipv6 = false;
        bool ephemeral = false;
    };
    struct Away {  // a UDP peer that is gone
        model::Address dialled;
        model::Address own;
    };
    bool has_arrived(const reference::TcpConnection& connection) const;
    bool has_unsent(bool only_where_read) const;  // the program's end of a connection

    std::map<std::string, std::size_t> spoiled_;
    struct UdpPeer {
        std::unique_ptr<reference::UdpEndpoint> endpoint;
        model::Address target;  // for a peer that speaks first
    };
    const Listening& chosen_listening() const;
    model::Address target(model::From from) const;
    bool is_from(const model::Address& asked, const model::Address& from) const;
    void hear_only_from(const model::Address& program, reference::UdpEndpoint& endpoint) const;
    model::Address origin(const model::Address& target, model::From from) const;
    void meet(const model::Address& address, bool attempt);
    bool is_for_us(const model::Address& dialled) const;
    void open_endpoint(const model::Address& dialled, const model::Address& own);
    void connect(const std::string& actor, const model::Address& to, const model::Address& from);
    std::size_t number_of(const std::string& actor) const;

    system::EventLoop& loop_;
    Recorder& record_;
    const model::Plan& plan_;
    sandbox::Level level_;
    std::vector<std::string> names_;  // of the peers, in the order of their first step; never empty
    CallRecord calls_;
    observe::SocketQueues queues_;
    std::unique_ptr<proxy::UdpLink> link_;

    std::vector<Listening> listening_;
    std::map<std::string, std::unique_ptr<reference::TcpConnection>> connections_;
    std::vector<std::string> opened_;  // their names, in the order in which they came about
    std::unique_ptr<ScannedPorts> scanned_;
    std::vector<std::unique_ptr<reference::TcpConnection>> former_;  // of actors that connected again
    Reception reception_;
    std::map<std::string, UdpPeer> udp_peers_;
    std::map<std::string, reference::UdpEndpoint::Answer> answers_;
    std::map<model::Address, std::unique_ptr<reference::UdpEndpoint>>
        dialled_;                               // for client and sender programs
    reference::UdpEndpoint* active_ = nullptr;  // the one of them that the program has written to
    std::vector<Away> away_;
    std::uint64_t refused_before_ = 0;  // datagrams of this network, when a peer went
};

}  // namespace sockgrade::run
