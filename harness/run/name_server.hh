// Answers a program that looks for a host by its name.
//
// Theory. Programs are handed in with the name of their author's computer, or of a friend's, written in. In a
// case each name that a computer could have is found, at an address where the peer is met like at any other.
// What can't be a name is not found, and at once.
//
// A program with a network of its own sees a made-up /etc/resolv.conf (sandbox/file_view.hh) whose name
// server comes to be when it is first called: until then, and for who looks up no names, its port is as free
// as any. In a network that is shared with the machine the observer brings whoever calls a name server to
// this one.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "model/plan.hh"
#include "observe/socket_calls.hh"
#include "run/recorder.hh"
#include "sandbox/level.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::run {

class NameServer {
  public:
    NameServer(system::EventLoop& loop, const model::Plan& plan, sandbox::Level level);
    NameServer(const NameServer&) = delete;
    NameServer& operator=(const NameServer&) = delete;
    ~NameServer();

    // Is the call one to a name server? Then it is no part of the exercise. `record`: of the program that
    // calls.
    bool takes(const observe::SocketCall& call, Recorder& record);

    // In a shared network: where calls to name servers are brought.
    const std::optional<model::Address>& address() const { return address_; }

  private:
    void open(const model::Address& own);
    void answer();

    system::EventLoop& loop_;
    bool has_own_network_;
    std::string host_;  // that every name stands for
    system::Fd socket_;
    std::optional<model::Address> address_;
    Recorder* record_ = nullptr;  // of the program that called last
    std::set<std::string> asked_;
};

}  // namespace sockgrade::run
