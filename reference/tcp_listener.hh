// Listens for the program, at the address that it was given or at one that it is about to dial.
#pragma once

#include <functional>

#include "model/address.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::reference {

class TcpListener {
  public:
    using OnConnection = std::function<void(system::Fd)>;

    // Throws SystemError when the address can't be had.
    TcpListener(system::EventLoop& loop, const model::Address& address, OnConnection on_connection);
    TcpListener(const TcpListener&) = delete;
    TcpListener& operator=(const TcpListener&) = delete;
    ~TcpListener();

  private:
    system::EventLoop& loop_;
    system::Fd socket_;
    OnConnection on_connection_;
};

}  // namespace sockgrade::reference
