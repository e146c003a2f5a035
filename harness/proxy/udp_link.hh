// A link between the program and peers on which things go wrong: a relay on loopback with two sockets for
// each peer, one that the peer knows and one that the program knows. One thread relays everything, so its
// order is the order of events. What happens to a datagram is the FaultPlan's decision; nothing is lost here
// otherwise.
//
// Datagrams are read and sent in batches. A batch goes out before anything else is read, so whoever looks
// from outside sees the same as with one at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faults/fault_plan.hh"
#include "model/address.hh"
#include "proxy/delayed_datagrams.hh"
#include "system/datagram_batch.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"
#include "system/socket_address.hh"

namespace sockgrade::proxy {

class UdpLink {
  public:
    // Who is told of what, in the order in which it happens. `peer`: where it stands among the case's peers.
    struct Log {
        std::function<void(const faults::Applied&, std::size_t peer)> applied{};
        // `from`: where the receiver sees it come from.
        std::function<void(model::Direction, const faults::Passing&, std::size_t peer,
                           const model::Address& from)>
            delivered{};

        // Something came from another address than the one that was dialled. True: it counts for nothing, and
        // goes no further. Without this it is taken for a reply.
        std::function<bool(std::size_t peer, std::string_view bytes, const model::Address& from,
                           const model::Address& dialled)>
            strayed{};

        // Before that: may the program be there from now on, for this peer? Without this it never may.
        std::function<bool(std::size_t peer, const model::Address& from, const model::Address& dialled)>
            moved{};

        // --- For a link that people watch. Without these, what can't be sent is a SystemError.
        // Before the two above: what came, and what becomes of it. Empty bytes and number 0: nothing came,
        // this was held back.
        std::function<void(model::Direction, std::string_view bytes, const faults::FaultPlan::Outcome&,
                           std::size_t peer)>
            arrived{};
        std::function<void(std::size_t peer, const model::Address& client, const model::Address& from)>
            joined{};  // a client that was not known, and how the server sees it
        std::function<void(std::size_t peer)> refused{};  // nobody is where a datagram went
        std::function<void(int error)> unsent{};
    };
    using PlanFor = std::function<faults::FaultPlan(std::size_t peer)>;

    UdpLink(system::EventLoop& loop, faults::FaultPlan plan, Log log);
    UdpLink(const UdpLink&) = delete;
    UdpLink& operator=(const UdpLink&) = delete;
    ~UdpLink();

    // For a peer that speaks first: where it has to send for it to reach the program. `from`: the address
    // that the program sees it come from (port 0: any). `peer`: where it stands among the case's peers.
    model::Address towards_program(const model::Address& program, const model::Address& from,
                                   std::size_t peer = 0);

    // For a program that speaks first: listens at `front`, which the program dials, and passes on to the
    // peer, who sees each socket of the program as one, and answers whichever asked.
    void towards_peer(const model::Address& front, const model::Address& peer, std::size_t number = 0);

    // A peer that was dialled goes on from another port. `seen`: where the peer has seen the program; `peer`:
    // where it is now. Returns where the program sees it, and where it has to send.
    std::pair<model::Address, model::Address> move_peer(const model::Address& seen,
                                                        const model::Address& peer);

    // For a server, which is the program then, and clients that come when they like: listens at `front`, and
    // each client has a socket towards the server, and faults, of its own. Returns where it listens.
    model::Address towards_server(const model::Address& front, const model::Address& server,
                                  PlanFor plan_for);

    // Delivers what faults still hold back. True when there was something.
    bool release_held();
    // The same for conversations in which nothing has come since then.
    void release_held_of_silent(system::Clock::time_point since);

    // Who speaks at the program's side, as far as it has spoken; of the first flow with this number.
    model::Address program_of(std::size_t peer) const;

    // Does a datagram wait for its time on the link? It will come by itself.
    bool is_under_way() const { return !delayed_.empty(); }
    // When the first of them is due.
    std::optional<system::Clock::time_point> next_due() const { return delayed_.next_due(); }
    // So much of the time that they wait for is over at once.
    void pass_time(std::chrono::nanoseconds time) { delayed_.pass_time(time); }

    // How many of the peers' datagrams no fault has taken away: they have reached the program or will.
    std::size_t left_for_program() const { return left_for_program_; }

    // Datagrams that the system threw away before we could read them.
    std::size_t lost_by_the_system() const;

  private:
    struct Port {  // a socket of ours
        system::Fd socket;
        model::Address address;
    };
    struct End {  // who is on the other side of it; port 0: not known yet
        system::SocketAddress system;
        model::Address address;
    };
    struct Flow {
        std::size_t peer_number = 0;
        std::size_t first = 0;                      // of the program's sockets at this front: that one's flow
        std::shared_ptr<Port> program_side;         // those share one
        std::shared_ptr<Port> peer_side;            // clients share one
        std::vector<std::shared_ptr<Port>> former;  // where the peer was before it moved to another port
        Port stranger;
        End program;
        End peer;
        bool program_is_dialled = false;
        std::unique_ptr<faults::FaultPlan> own_plan;
        system::Clock::time_point last_heard;
    };
    struct Earlier {
        bool operator()(const system::SocketAddress& a, const system::SocketAddress& b) const;
    };
    static Port open_port(const model::Address& address);
    static void remember(End& end, const system::SocketAddress& sender);
    std::size_t add_flow(const model::Address& program_side, std::shared_ptr<Port> peer_side,
                         std::size_t peer);
    void watch_program_side(std::size_t flow);
    void watch_peer_side(std::size_t flow);
    std::size_t flow_of_socket(std::size_t flow, const system::SocketAddress& socket);
    std::size_t flow_of_client(const system::SocketAddress& client);
    void forget_longest_silent_client();
    void close(Flow& flow);
    void read_all(
        int socket,
        const std::function<void(std::string_view bytes, const system::SocketAddress& from)>& handle);
    void go_along(Flow& flow, const system::SocketAddress& from) const;
    bool has_strayed(const Flow& flow, std::string_view bytes, const system::SocketAddress& from) const;
    void relay(std::size_t flow, model::Direction direction, std::string_view bytes,
               const system::SocketAddress& from);
    void read_former(std::size_t flow, std::size_t position);
    void tell_refusals(const Flow& flow) const;
    void carry_out(model::Direction direction, faults::FaultPlan::Outcome outcome);
    void tell(const faults::Applied& applied);
    void deliver(model::Direction direction, faults::Passing datagram);
    const model::Address& stranger_of(Flow& flow);
    void move_to_new_port(std::size_t flow);
    void send(const system::Fd& socket, std::string bytes, const End& to);
    void flush();
    bool release_held(Flow& flow);

    system::EventLoop& loop_;
    faults::FaultPlan plan_;
    Log log_;
    std::vector<std::unique_ptr<Flow>> flows_;  // null: a client that was forgotten
    std::map<std::pair<std::size_t, model::Address>, std::size_t>
        further_sockets_;  // by the first one's flow
    DelayedDatagrams delayed_;
    std::size_t left_for_program_ = 0;
    system::DatagramReader reader_;
    system::DatagramWriter writer_;

    // For clients that come when they like.
    std::shared_ptr<Port> front_;
    model::Address server_;
    PlanFor plan_for_;
    std::map<system::SocketAddress, std::size_t, Earlier> clients_;  // the flow of each
    std::size_t lost_before_ = 0;                                    // on sockets that are closed
};

}  // namespace sockgrade::proxy
