// What the steps of a story are played on: the program, its peers, and how both are waited for. A step never
// judges: a wait ends when enough has come to be judged, or when nothing more will come.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/random.hh"
#include "model/plan.hh"
#include "run/chat.hh"
#include "run/late_names.hh"
#include "run/peers.hh"
#include "run/recorder.hh"
#include "run/subject.hh"
#include "run/typist.hh"
#include "run/waiting.hh"

namespace sockgrade::run {

// What an actor has sent and got since its last expectation.
struct Exchange {
    std::string sent;
    std::size_t messages = 0;
    std::size_t received_before = 0;  // bytes (TCP) or datagrams (UDP) that belong to earlier expectations
    bool is_cut = false;              // the last of these was a part of what came: what is left counts
    std::size_t unanswered = 0;       // where of these begins what a reply answers
    bool coaxing = false;             // the newline, then the half-close, are still to be tried
    bool newline_sent = false;
    bool anything_sent_ever = false;
    // Which of the expected datagrams have come, and how many datagrams were looked at for that.
    std::set<std::size_t> arrived{};
    std::size_t looked_at = 0;
};

struct Unprinted {
    std::string text;
    std::string datagram = {};  // that brings it, and may be lost; empty: something else does
};

class Stage {
  public:
    Stage(const model::Plan& plan, Recorder& record, Subject& program, Peers& peers, Waits& waiting);
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    const model::Plan& plan;
    Recorder& record;
    Subject& program;
    Peers& peers;
    Waits& waiting;
    Typist typist;
    Chat chat{*this};
    LateNames names;

    std::size_t step = 0;  // the one that is played
    std::map<std::string, Exchange> exchanges{};
    std::vector<Unprinted> unprinted{};  // sent since the last `prints`
    std::vector<std::string> replies{};
    RandomStream reply_stream;

    bool chats() const { return plan.role == model::Role::peer; }  // the program, and so its peer
    bool is_tcp() const { return plan.transport == model::Transport::tcp; }
    reference::TcpConnection* connection(const std::string& actor) { return peers.tcp().connection(actor); }
    std::size_t received_by(const std::string& actor);  // bytes (TCP) or datagrams (UDP), in the whole case
    bool has_got_something_new(const std::string& actor);
    std::string new_bytes(const std::string& actor);  // that it has got since its last expectation

    // --- Waiting.
    Waited until(const Awaited& awaited);
    // The same, for what the program does in its own time, and may ask its user about first.
    Waited until_typing(std::function<bool()> satisfied);
    // A program may listen at other ports first, for purposes of its own. Where it did not choose the port,
    // the one to be met at may follow as long as it does something; where it chose another, right behind.
    Waited until_listening();
    Waited until_connected(const std::string& actor);
    Waited until_read();
    // A program may have a socket for each of the machine's addresses.
    void let_listen_everywhere(model::From from);
    // What it has sent by now belongs to what was awaited, though its system still keeps it.
    void let_arrive();
    bool flooded() { return peers.tcp().flooded() || peers.udp().flooded(); }

    // --- Helping a program on that waits. True: done.
    bool end_input();
    // First the end of the program's input, then the end of what the peers send.
    bool close_everything_step_by_step();

    // A peer's fault has been seen to take effect at the program's end.
    void tell_fault(const std::string& actor, model::event::FaultPlayed::What what, std::size_t count = 0) {
        record(model::event::FaultPlayed{actor, what, count});
    }

  private:
    bool has_more_to_do(const std::string& actor) const;
    void close_behind_the_program();
};

}  // namespace sockgrade::run
