// The UDP peers of a case, and the link with the case's faults between them and the program. Who speaks first
// makes the difference: UdpCallingPeers send to the program, UdpCalledPeers are met where it sends to.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/plan.hh"
#include "observe/socket_queues.hh"
#include "proxy/udp_link.hh"
#include "reference/udp_endpoint.hh"
#include "run/listening_sockets.hh"
#include "run/peer_names.hh"
#include "run/recorder.hh"
#include "run/transport_peers.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

class UdpPeers : public TransportPeers {
  public:
    // What a peer answers by itself.
    struct Reply {
        std::string bytes;
        bool from_another_port = false;
    };
    // `at_former_port`: the peer has gone on from another port since, and this came to where it was.
    using Answer = std::function<std::optional<Reply>(const std::string& datagram, bool at_former_port)>;

    // Whatever UDP peers need of their case; all of it outlives them.
    struct Case {
        system::EventLoop& loop;
        Recorder& record;
        const model::Plan& plan;
        const PeerNames& names;
        const ListeningSockets& listening;
        const observe::SocketQueues& queues;
    };
    explicit UdpPeers(const Case& one);

    // A peer that speaks first gets a socket when it first sends.
    virtual void send(const std::string& actor, const std::string& bytes, model::From from) = 0;
    virtual void answer(const std::string& actor, const std::string& bytes, const model::Address& to) = 0;
    // The same, from a new port of the peer, where it is to be found from then on.
    virtual void answer_from_another_port(const std::string& actor, const std::string& bytes,
                                          const model::Address& to) = 0;
    // What has come is received, though nobody has waited for it.
    void take_what_is_there() const { case_.loop.drain(); }
    // What a peer has got so far; a called one, at whichever address it was dialled.
    virtual const std::vector<reference::Datagram>& received(const std::string& actor) const = 0;
    // From now on, whenever a datagram comes to this peer.
    void answer_each(const std::string& actor, const Answer& answer);

    void go_away(const std::string& actor) override;
    std::size_t refused_since_away(const std::string& actor) const override;
    bool program_has_read_all() const override;
    bool flooded() const override { return false; }
    std::optional<std::string> natural_loss() const override;

    virtual std::size_t datagrams_from_program() const { return 0; }  // of one that speaks first
    // Nobody holds the port to which the program sends.
    virtual bool is_away() const { return false; }

    // --- The link.
    // Delivers datagrams that a fault holds back. True when there were any.
    bool release_held() { return link_ != nullptr && link_->release_held(); }
    bool is_due_on_the_link() const { return link_ != nullptr && link_->is_under_way(); }
    std::optional<system::Clock::time_point> next_due() const;
    void pass_time(std::chrono::nanoseconds time);
    // Does a peer turn up at another port in this case?
    bool may_move() const;
    // How many datagrams the program gets, and so can answer.
    std::size_t most_answers() const { return link_ == nullptr ? SIZE_MAX : link_->left_for_program(); }
    // How many datagrams of these bytes have not reached the program as they were sent, by a fault.
    const std::map<std::string, std::size_t>& spoiled() const { return spoiled_; }

  protected:
    using Endpoint = std::unique_ptr<reference::UdpEndpoint>;

    virtual void leave(const std::string& actor) = 0;
    virtual void for_each_endpoint(const std::function<void(reference::UdpEndpoint&)>& take) const = 0;
    virtual void begin_to_answer(const std::string& actor) = 0;

    void give_answer(const std::string& actor, reference::UdpEndpoint& endpoint);
    std::optional<Reply> answer_to(const std::string& actor, const std::string& datagram,
                                   bool at_former_port) const;
    proxy::UdpLink* link() const { return link_.get(); }
    // Where a peer's own socket is: behind the link, if there is one.
    model::Address own_address(const model::Address& seen) const;
    // A datagram comes from there, and the program was asked at another place: is it the answer from a port
    // of its own that this peer awaits? Then the program is there for this peer, from now on. Only the first
    // answer decides that.
    bool goes_along(const std::string& actor, const model::Address& asked, const model::Address& from);

    const Case case_;

  private:
    proxy::UdpLink::Log log();

    std::unique_ptr<proxy::UdpLink> link_;
    std::map<std::string, Answer> answers_;
    std::map<std::string, std::size_t> spoiled_;
    std::map<std::string, model::Address>
        answering_;                     // where the program has answered a peer that may go along
    std::uint64_t refused_before_ = 0;  // datagrams of this network, when a peer went
};

// Clients and senders.
class UdpCallingPeers : public UdpPeers {
  public:
    using UdpPeers::UdpPeers;

    void meet(const model::Address&, bool) override {}  // nobody dials them
    void send(const std::string& actor, const std::string& bytes, model::From from) override;
    void answer(const std::string& actor, const std::string& bytes, const model::Address& to) override;
    const std::vector<reference::Datagram>& received(const std::string& actor) const override;
    void answer_from_another_port(const std::string& actor, const std::string& bytes,
                                  const model::Address& to) override;
    void come_back(const std::string& actor) override;

  private:
    struct Peer {
        Endpoint endpoint;
        model::Address target;
        model::Address away{};  // where it was when it went away
    };
    void leave(const std::string& actor) override;
    void for_each_endpoint(const std::function<void(reference::UdpEndpoint&)>& take) const override;
    void begin_to_answer(const std::string& actor) override;
    void open(const std::string& actor, Peer& peer, const model::Address& own);
    void hear_only_the_program(const std::string& actor, Peer& peer);

    std::map<std::string, Peer> peers_;
};

// Servers and receivers: one of them, at every address that the program dials.
class UdpCalledPeers : public UdpPeers {
  public:
    using UdpPeers::UdpPeers;

    void meet(const model::Address& address, bool attempt) override;
    void send(const std::string& actor, const std::string& bytes, model::From from) override;
    void answer(const std::string& actor, const std::string& bytes, const model::Address& to) override;
    const std::vector<reference::Datagram>& received(const std::string& actor) const override;
    void answer_from_another_port(const std::string& actor, const std::string& bytes,
                                  const model::Address& to) override;
    void come_back(const std::string& actor) override;
    bool flooded() const override;
    std::size_t datagrams_from_program() const override;
    bool is_away() const override { return !away_.empty(); }

  private:
    struct Away {
        model::Address dialled;
        model::Address own;
    };
    void leave(const std::string& actor) override;
    void for_each_endpoint(const std::function<void(reference::UdpEndpoint&)>& take) const override;
    void begin_to_answer(const std::string& actor) override;
    void open(const model::Address& dialled, const model::Address& own);

    std::map<model::Address, Endpoint> dialled_;
    std::vector<Endpoint> further_;             // where it has answered from another port
    reference::UdpEndpoint* active_ = nullptr;  // the one of them that the program has written to
    std::vector<Away> away_;
};

}  // namespace sockgrade::run
