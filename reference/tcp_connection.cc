#include "reference/tcp_connection.hh"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <utility>

#include "system/socket_address.hh"
#include "system/system_error.hh"

#include <linux/sockios.h>

namespace sockgrade::reference {

using system::check_call;
using system::Fd;
namespace event = model::event;

TcpConnection::TcpConnection(system::EventLoop& loop, Accepted accepted, std::string name,
                             std::size_t most_received, Record record)
    : loop_(loop),
      socket_(std::move(accepted.socket)),
      name_(std::move(name)),
      most_received_(most_received),
      record_(std::move(record)),
      remote_(std::move(accepted.remote)) {
    // Also where it has been reset since: what came before that is there to be read.
    open();
    start();
}

TcpConnection::TcpConnection(system::EventLoop& loop, const model::Address& to, const model::Address& from,
                             std::string name, std::size_t most_received, Record record,
                             const TcpOptions& options)
    : loop_(loop),
      name_(std::move(name)),
      most_received_(most_received),
      record_(std::move(record)),
      remote_(to) {
    const system::SocketAddress target = system::to_system(to);
    socket_.reset(
        check_call("socket", ::socket(target.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)));
    apply(options, socket_.get());
    if (!from.host.empty()) {
        // A port of its own may have been another connection's a moment ago.
        const int on = 1;
        if (from.port != 0) ::setsockopt(socket_.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
        const system::SocketAddress own = system::to_system(from);
        check_call("bind " + model::to_string(from), system::bind_socket(socket_.get(), own));
    }
    // On loopback a refusal is often known at once.
    if (::connect(socket_.get(), target.get(), target.length) < 0 && errno != EINPROGRESS)
        fail(to, errno);
    else
        start();
}

void TcpConnection::start() {
    // What one send() gives must leave in one segment and at once.
    const int on = 1;
    ::setsockopt(socket_.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    watched_events_ = EPOLLIN | EPOLLOUT;
    loop_.watch(socket_.get(), watched_events_, [this](std::uint32_t events) { handle(events); });
    handle(0);
}

TcpConnection::~TcpConnection() { let_go(); }

void TcpConnection::let_go() {
    if (!socket_.valid()) return;
    loop_.forget(socket_.get());
    socket_.reset();
}

void TcpConnection::finish_connecting() {
    int error = 0;
    socklen_t length = sizeof(error);
    ::getsockopt(socket_.get(), SOL_SOCKET, SO_ERROR, &error, &length);
    const auto remote = system::remote_address(socket_.get());
    if (error == 0 && !remote.has_value()) return;  // not yet
    if (error != 0) {
        fail(remote.value_or(remote_), error);
        return;
    }
    remote_ = *remote;
    open();
}

void TcpConnection::open() {
    state_ = State::open;
    local_ = system::local_address(socket_.get()).value_or(model::Address{});
    record_(event::Opened{name_, local_, remote_});
}

void TcpConnection::fail(const model::Address& remote, int error) {
    state_ = State::failed;
    let_go();
    record_(event::NotOpened{name_, remote, error});
}

void TcpConnection::handle(std::uint32_t events) {
    if (state_ == State::connecting) finish_connecting();
    if (state_ != State::open) return;
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) read_all();
    if (socket_.valid() && (events & EPOLLOUT) != 0) write_more();
    watch();
}

// Waits for what can still happen. A socket that has nothing more to tell is not watched at all: epoll
// reports a hang-up whether it was asked to or not, again and again.
void TcpConnection::watch() {
    if (!socket_.valid()) return;
    std::uint32_t events = 0;
    if (takes_more()) events |= EPOLLIN;
    if (!outgoing_.empty()) events |= EPOLLOUT;
    if (events == watched_events_) return;
    if (events == 0)
        loop_.forget(socket_.get());
    else if (watched_events_ == 0)
        loop_.watch(socket_.get(), events, [this](std::uint32_t ready) { handle(ready); });
    else
        loop_.change(socket_.get(), events);
    watched_events_ = events;
}

void TcpConnection::lost(int error) {
    if (program_reset_) return;
    program_reset_ = true;
    outgoing_.clear();
    record_(event::ResetSeen{name_, error});
    let_go();
}

void TcpConnection::read_all() {
    std::array<char, 65536> buffer;
    while (takes_more()) {
        const ssize_t size = ::recv(socket_.get(), buffer.data(), buffer.size(), 0);
        if (size > 0) {
            received_.append(buffer.data(), static_cast<std::size_t>(size));
            record_(
                event::Received{name_, std::string(buffer.data(), static_cast<std::size_t>(size)), remote_});
        } else if (size == 0) {
            program_finished_ = true;
            record_(event::Finished{name_, true});
        } else if (errno == EAGAIN) {
            return;
        } else if (errno != EINTR) {
            lost(errno);
            return;
        }
    }
}

void TcpConnection::write_more() {
    while (!outgoing_.empty()) {
        const ssize_t size = ::send(socket_.get(), outgoing_.data(), outgoing_.size(), MSG_NOSIGNAL);
        if (size >= 0) {
            outgoing_.erase(0, static_cast<std::size_t>(size));
            handed_over_ += static_cast<std::uint64_t>(size);
        } else if (errno == EAGAIN) {
            return;
        } else if (errno != EINTR) {
            // What the program sent before it reset the connection is still there to be read.
            reads_ = true;
            read_all();
            if (socket_.valid()) lost(errno);
            return;
        }
    }
    if (finish_after_sending_ && !finished_sending_) {
        finished_sending_ = true;
        ::shutdown(socket_.get(), SHUT_WR);
        record_(event::Finished{name_, false});
    }
}

void TcpConnection::send(const std::string& bytes) { send_together({bytes}); }

void TcpConnection::send_together(const std::vector<std::string>& messages) {
    for (const std::string& bytes : messages) record_(event::Sent{name_, bytes, remote_});
    if (!is_open()) return;
    for (const std::string& bytes : messages) outgoing_ += bytes;
    write_more();
    watch();
}

void TcpConnection::finish_sending() {
    if (!is_open()) return;
    finish_after_sending_ = true;
    write_more();
    watch();
}

void TcpConnection::close() {
    if (!is_open()) return;
    write_more();
    if (!socket_.valid()) return;
    record_(event::Closed{name_, false});
    let_go();
}

void TcpConnection::reset() {
    if (!is_open()) return;
    const linger at_once{1, 0};
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
    record_(event::Closed{name_, true});
    let_go();
}

void TcpConnection::stop_reading() {
    reads_ = false;
    watch();
}

void TcpConnection::go_on_reading() {
    reads_ = true;
    if (!is_open()) return;
    read_all();
    watch();
}

std::size_t TcpConnection::unacknowledged() const {
    int bytes = 0;
    if (!socket_.valid() || ::ioctl(socket_.get(), SIOCOUTQ, &bytes) < 0) return 0;
    return static_cast<std::size_t>(bytes);
}

}  // namespace sockgrade::reference
