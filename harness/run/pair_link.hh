// The link between the two programs of a pair, and what is known of where they are.
//
// Theory. The link stands where the one program dials, and goes on to where the other one listens. So that
// both can have the port that the exercise says, the listening program's sockets are moved to other ports
// when they are bound (observe/socket_calls.hh); nobody but its peer can tell. An address that the listening
// program would not hear at is left alone: the dialling one finds nobody there, as it would at home.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/pair.hh"
#include "observe/socket_calls.hh"
#include "observe/socket_queues.hh"
#include "proxy/tcp_link.hh"
#include "proxy/udp_link.hh"
#include "run/call_record.hh"
#include "run/recorder.hh"
#include "sandbox/level.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

class PairLink {
  public:
    struct Recorders {
        Recorder& link;
        Recorder& dialling;
        Recorder& listening;
    };
    PairLink(system::EventLoop& loop, const Recorders& record, const model::PairPlan& plan,
             sandbox::Level level);

    void on_dialling_call(const observe::SocketCall& call);
    void on_listening_call(const observe::SocketCall& call);

    bool is_listening() const { return !listening_.empty(); }
    bool has_spoken(model::Half half) const { return bytes_of(half) > 0; }
    // Grows with each datagram or portion that is new, for so long as a case can need.
    std::size_t progress() const;
    bool has_flooded(model::Half half) const { return bytes_of(half) > plan_.dialling.limits.received; }
    bool nothing_under_way() const;
    bool is_due() const { return udp_ != nullptr && udp_->is_under_way(); }
    // Of what waits for its time on the link.
    std::optional<system::Clock::time_point> next_due() const {
        return udp_ == nullptr ? std::nullopt : udp_->next_due();
    }
    void pass_time(std::chrono::nanoseconds time) {
        if (udp_ != nullptr) udp_->pass_time(time);
    }
    bool release_held() { return udp_ != nullptr && udp_->release_held(); }
    std::optional<std::string> natural_loss() const;
    // What comes of ending the programs is no part of the story.
    void look_away() { looks_away_ = true; }

  private:
    struct Listening {
        model::Address asked;
        model::Address real;
        bool only_ipv6 = false;
    };
    proxy::UdpLink::Log udp_log();
    proxy::TcpLink::Log tcp_log(const model::Address& dialled, const model::Address& asked);
    const Listening* who_hears(const model::Address& dialled) const;
    void meet(const model::Address& dialled);
    void came(model::Half from, std::string_view bytes);
    std::size_t bytes_of(model::Half half) const { return bytes_[half == model::Half::listening]; }
    bool is_tcp() const { return plan_.dialling.transport == model::Transport::tcp; }

    system::EventLoop& loop_;
    Recorders record_;
    const model::PairPlan& plan_;
    sandbox::Level level_;
    CallRecord dialling_calls_;
    CallRecord listening_calls_;
    observe::SocketQueues queues_;
    std::vector<Listening> listening_;
    std::vector<std::pair<model::Address, Listening>> met_;
    std::unique_ptr<proxy::UdpLink> udp_;
    std::vector<std::unique_ptr<proxy::TcpLink>> tcp_;
    std::size_t bytes_[2] = {0, 0};
    std::set<std::pair<model::Half, std::string>> known_;
    bool dialling_opened_ = false;  // UDP
    bool listening_opened_ = false;
    bool looks_away_ = false;
};

}  // namespace sockgrade::run
