// Where a program that connects is met: a listener at every address that it dials, and what it finds there.
// That follows from the plan: what stands before an accept (refuse, fill-backlog) holds from the accept
// before, or from the start, since nobody can say when the program will dial.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/plan.hh"
#include "observe/socket_queues.hh"
#include "reference/tcp_listener.hh"
#include "run/recorder.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::run {

class Reception {
  public:
    // `of`: the one peer that it is about (Plan::called); empty: those that the program's role has.
    Reception(system::EventLoop& loop, Recorder& record, const model::Plan& plan,
              const observe::SocketQueues& queues, std::string of = {});

    // The program dials, or will dial, this address: `attempt`. Throws SystemError when it can't be had.
    void meet(const model::Address& address, bool attempt);

    // Looks in the steps from `step` on for the next accept and what stands before it.
    void prepare(std::size_t step);
    // The time to accept has come: the backlog gets room. Whoever is still to be refused is so all the same.
    void let_in();

    bool has_taken() const { return !taken_.empty(); }
    bool has_hidden() const;  // in the backlog, not to be accepted unless by accept_hidden()
    void accept_hidden();
    reference::Accepted take();  // the one that came first
    // Nobody else is let in after so many connections: no exercise needs them, and each takes a descriptor.
    static constexpr std::size_t kMostConnections = 500;
    bool is_flooded() const { return kept_ >= kMostConnections; }

    std::size_t refused() const;               // attempts, at the address that was tried most often
    bool program_waits_for_an_answer() const;  // its attempt has met a full backlog
    // It has, and there is room now: the system will ask again by itself, after a second or more.
    bool is_coming() const;

    // Nobody listens any more, and who waits is reset. The ports stay ours.
    void go_away(const std::string& actor);
    void come_back();
    std::size_t refused_since_away() const { return refused_since_away_; }

  private:
    bool is_about(const model::Step& step) const;
    void keep(reference::Accepted accepted);
    reference::Door door_for(const model::Address& address) const;
    static void set(reference::TcpListener& listener, reference::Door door);
    bool dials(bool into_full) const;

    system::EventLoop& loop_;
    Recorder& record_;
    const model::Plan& plan_;
    const observe::SocketQueues& queues_;
    std::string of_;
    reference::TcpOptions options_;
    std::map<model::Address, std::unique_ptr<reference::TcpListener>> listeners_;
    std::vector<reference::Accepted> taken_;
    std::size_t kept_ = 0;  // in the whole case

    std::string actor_;  // who accepts next
    reference::Door door_ = reference::Door::open;
    std::size_t refusals_ = 0;  // how many attempts at each address
    std::map<model::Address, std::size_t> attempts_;
    bool is_away_ = false;
    std::size_t refused_since_away_ = 0;
};

}  // namespace sockgrade::run
