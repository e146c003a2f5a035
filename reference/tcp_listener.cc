#include "reference/tcp_listener.hh"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <cerrno>
#include <utility>

#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::reference {

using system::check_call;
using system::Fd;

namespace {

constexpr int kBacklog = 16;
constexpr int kOnePlace = 0;  // the kernel's own count allows one more than it was asked for

}  // namespace

TcpListener::TcpListener(system::EventLoop& loop, const model::Address& address, Door door,
                         const TcpOptions& options, OnConnection on_connection)
    : loop_(loop), address_(address), on_connection_(std::move(on_connection)) {
    const system::SocketAddress own = system::to_system(address);
    socket_.reset(
        check_call("socket", ::socket(own.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)));
    const int on = 1;
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    apply(options, socket_.get());
    check_call("bind " + model::to_string(address), system::bind_socket(socket_.get(), own));
    address_ = system::local_address(socket_.get()).value_or(address);
    set(door);
}

TcpListener::~TcpListener() {
    if (door_ != Door::closed) loop_.forget(socket_.get());
}

void TcpListener::set(Door door) {
    if (door == door_) return;
    const Door before = std::exchange(door_, Door::closed);
    if (before != Door::closed) loop_.forget(socket_.get());
    if (door == Door::closed) {
        // It stops listening and keeps the port (man 2 shutdown does not say so, the kernel's
        // inet_shutdown does).
        check_call("shutdown", ::shutdown(socket_.get(), SHUT_RD));
        filler_.reset();
        return;
    }
    check_call("listen", ::listen(socket_.get(), door == Door::full ? kOnePlace : kBacklog));
    door_ = door;
    if (door == Door::full) fill();
    if (before == Door::full) make_room();
    // Edge-triggered where nobody takes what comes: told once, that somebody looks.
    const std::uint32_t events = door == Door::open ? EPOLLIN : EPOLLIN | EPOLLET;
    loop_.watch(socket_.get(), events, [this](std::uint32_t) {
        while (door_ == Door::open && !is_paused_ && accept_next()) {
        }
    });
    if (is_paused_) pause();
}

void TcpListener::pause() {
    is_paused_ = true;
    if (door_ != Door::closed) loop_.change(socket_.get(), 0);
}

bool TcpListener::accept_next() {
    system::SocketAddress remote;
    Fd socket(::accept4(socket_.get(), remote.get(), &remote.length, SOCK_NONBLOCK | SOCK_CLOEXEC));
    // Without a descriptor to be had, the loop would be told again and again that somebody waits.
    if (!socket.valid() && (errno == EMFILE || errno == ENFILE)) pause();
    if (!socket.valid()) return false;
    on_connection_({std::move(socket), system::to_model(remote).value_or(model::Address{})});
    return true;
}

void TcpListener::accept_one() { accept_next(); }

// On loopback a connection has come about when connect() returns, so this waits for nobody.
void TcpListener::fill() {
    const system::SocketAddress own = system::to_system(address_);
    filler_.reset(check_call("socket", ::socket(own.family(), SOCK_STREAM | SOCK_CLOEXEC, 0)));
    check_call("connect to an own backlog", ::connect(filler_.get(), own.get(), own.length));
}

void TcpListener::make_room() {
    const Fd taken(::accept4(socket_.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    filler_.reset();
}

void reset_and_close(Fd socket) {
    const linger at_once{1, 0};
    ::setsockopt(socket.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
}

bool TcpListener::has_waiting() const {
    if (door_ == Door::closed) return false;
    pollfd look{socket_.get(), POLLIN, 0};
    return ::poll(&look, 1, 0) > 0;
}

}  // namespace sockgrade::reference
