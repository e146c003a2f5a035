// The ports that a program is to look through: some listen, and all others in their range are ours too, so
// that nobody else's server is found there.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/plan.hh"
#include "reference/tcp_listener.hh"
#include "run/recorder.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::run {

class ScannedPorts {
  public:
    // Who connects is told as `actor`'s. Throws SystemError when a port can't be had.
    ScannedPorts(system::EventLoop& loop, Recorder& record, const model::PortRange& range, std::string actor);

    // What the program has said to those that it found, up to now: each is told once.
    void hear();

  private:
    struct Connection {
        system::Fd socket;
        model::Address remote;
    };
    void hear(Connection& connection);
    void open(const std::string& host, std::uint16_t port, reference::Door door);
    void take(reference::Accepted accepted);

    system::EventLoop& loop_;
    Recorder& record_;
    std::string actor_;
    std::vector<std::unique_ptr<reference::TcpListener>> listeners_;
    std::vector<Connection> connections_;  // stay open: a server says nothing before it is spoken to
};

}  // namespace sockgrade::run
