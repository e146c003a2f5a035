// Listens for the program, at the address that it was given or at one that it is about to dial.
#pragma once

#include <functional>

#include "model/address.hh"
#include "reference/tcp_options.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::reference {

// What somebody meets who connects.
enum class Door {
    open,    // is accepted at once
    hidden,  // connects, and waits in the backlog to be accepted
    full,    // gets no answer: the backlog is full. The system asks again and again (SYN) until there is room
    closed   // is refused: nobody listens, but the port is ours
};

// The address as accept() tells it: of a connection that was reset meanwhile nothing else does.
struct Accepted {
    system::Fd socket;
    model::Address remote;
};

class TcpListener {
  public:
    using OnConnection = std::function<void(Accepted)>;

    // Port 0 is any that is free. Throws SystemError when the address can't be had.
    TcpListener(system::EventLoop& loop, const model::Address& address, Door door, const TcpOptions& options,
                OnConnection on_connection);
    TcpListener(const TcpListener&) = delete;
    TcpListener& operator=(const TcpListener&) = delete;
    ~TcpListener();

    // Who waits in the backlog when the door closes is reset.
    void set(Door door);
    Door door() const { return door_; }
    const model::Address& address() const { return address_; }
    bool has_waiting() const;  // in the backlog
    void accept_one();         // of those
    void pause();              // from now on nobody is accepted unless by accept_one()

  private:
    bool accept_next();
    void fill();
    void make_room();

    system::EventLoop& loop_;
    model::Address address_;
    OnConnection on_connection_;
    system::Fd socket_;
    system::Fd filler_;  // a connection of our own that takes the only place in the backlog
    Door door_ = Door::closed;
    bool is_paused_ = false;
};

// RST rather than FIN (SO_LINGER with time 0, man 7 socket).
void reset_and_close(system::Fd socket);

}  // namespace sockgrade::reference
