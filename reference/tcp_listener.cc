#include "reference/tcp_listener.hh"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <utility>

#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::reference {

using system::check_call;
using system::Fd;

TcpListener::TcpListener(system::EventLoop& loop, const model::Address& address, OnConnection on_connection)
    : loop_(loop), on_connection_(std::move(on_connection)) {
    const system::SocketAddress own = system::to_system(address);
    socket_.reset(
        check_call("socket", ::socket(own.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)));
    const int on = 1;
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    check_call("bind " + model::to_string(address), ::bind(socket_.get(), own.get(), own.length));
    check_call("listen", ::listen(socket_.get(), 16));
    loop_.watch(socket_.get(), EPOLLIN, [this](std::uint32_t) {
        for (;;) {
            Fd accepted(::accept4(socket_.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
            if (!accepted.valid()) return;
            on_connection_(std::move(accepted));
        }
    });
}

TcpListener::~TcpListener() { loop_.forget(socket_.get()); }

}  // namespace sockgrade::reference
