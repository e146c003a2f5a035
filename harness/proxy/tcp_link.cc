#include "proxy/tcp_link.hh"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "system/socket_address.hh"
#include "system/system_error.hh"

#include <linux/sockios.h>

namespace sockgrade::proxy {

using faults::Ending;
using model::Address;
using model::Direction;
using system::check_call;
using system::Clock;
using system::Fd;

namespace {

constexpr std::size_t kBuffer = 256 << 10;
constexpr int kBacklog = 128;
constexpr std::size_t kMostConnections = 400;  // two descriptors each
constexpr int kRounds = 16;                    // one connection must not keep the others waiting
constexpr std::chrono::milliseconds kLook{1};
constexpr std::chrono::milliseconds kPause{20};             // for a reader who can't be seen
constexpr std::chrono::milliseconds kReadersPatience{250};  // one that does not read is not waited for

Fd tcp_socket(int family) {
    return Fd(check_call("socket", ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)));
}

// What is written leaves at once, in segments as it was written.
void send_at_once(const Fd& socket) {
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

// man 7 socket, SO_LINGER.
void close_with_reset(Fd& socket) {
    const linger at_once{1, 0};
    ::setsockopt(socket.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
    socket.reset();
}

bool is_acknowledged(const Fd& socket) {
    int bytes = 0;
    return ::ioctl(socket.get(), SIOCOUTQ, &bytes) < 0 || bytes == 0;
}

}  // namespace

TcpLink::Pipe::Pipe(const std::vector<model::FaultRule>& rules, Direction way, std::size_t connection)
    : direction(way),
      plan(rules, way, connection),
      has_faults(std::any_of(rules.begin(), rules.end(),
                             [way](const model::FaultRule& rule) { return rule.direction == way; })),
      buffer(new char[kBuffer]) {}

// What comes behind an ending is read and forgotten.
bool TcpLink::Pipe::has_room() const { return end < kBuffer || plan.is_over(); }

TcpLink::Connection::Connection(const std::vector<model::FaultRule>& rules, std::size_t which)
    : number(which),
      to_server(rules, Direction::to_program, which),
      to_client(rules, Direction::from_program, which) {}

TcpLink::TcpLink(system::EventLoop& loop, std::vector<model::FaultRule> rules, Log log, HasRead has_read)
    : loop_(loop), rules_(std::move(rules)), log_(std::move(log)), has_read_(std::move(has_read)) {}

TcpLink::~TcpLink() {
    while (!connections_.empty()) remove(connections_.begin()->first);
    if (front_.valid()) loop_.forget(front_.get());
    if (next_look_.has_value()) loop_.cancel(*next_look_);
}

const Fd& TcpLink::source(const Connection& connection, const Pipe& pipe) {
    return pipe.direction == Direction::to_program ? connection.client : connection.server;
}

const Fd& TcpLink::sink(const Connection& connection, const Pipe& pipe) {
    return pipe.direction == Direction::to_program ? connection.server : connection.client;
}

// --- How connections come about.

Address TcpLink::towards_server(const Address& front, const Address& server) {
    const system::SocketAddress own = system::to_system(front);
    front_ = tcp_socket(own.family());
    const int on = 1;
    ::setsockopt(front_.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    check_call("bind " + model::to_string(front), system::bind_socket(front_.get(), own));
    check_call("listen", ::listen(front_.get(), kBacklog));
    server_ = server;
    is_front_watched_ = true;
    loop_.watch(front_.get(), EPOLLIN, [this](std::uint32_t) { accept_all(); });
    return system::local_address(front_.get()).value_or(front);
}

void TcpLink::accept_all() {
    while (connections_.size() < kMostConnections) {
        system::SocketAddress address;
        Fd client(::accept4(front_.get(), address.get(), &address.length, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (!client.valid() && (errno == EINTR || errno == ECONNABORTED)) continue;
        if (!client.valid()) return;
        connect(std::move(client), system::to_model(address).value_or(Address{}));
    }
    // The next ones wait in the backlog.
    loop_.forget(front_.get());
    is_front_watched_ = false;
}

void TcpLink::connect(Fd client, const Address& address) {
    const std::size_t number = ++last_number_;
    if (const std::size_t rule = faults::refused_by(rules_, number); rule < rules_.size()) {
        close_with_reset(client);
        if (log_.refused) log_.refused(number, address, rule);
        return;
    }
    auto made = std::make_unique<Connection>(rules_, number);
    Connection& connection = *made;
    connections_.emplace(number, std::move(made));
    connection.client_address = address;
    connection.client = std::move(client);
    const system::SocketAddress to = system::to_system(server_);
    connection.server = tcp_socket(to.family());
    send_at_once(connection.client);
    send_at_once(connection.server);
    // On loopback a refusal is often known at once.
    if (::connect(connection.server.get(), to.get(), to.length) < 0 && errno != EINPROGRESS) {
        const int error = errno;
        close_with_reset(connection.client);
        remove(number);
        if (log_.not_opened) log_.not_opened(number, address, error);
        return;
    }
    finish_connecting(connection);
}

void TcpLink::finish_connecting(Connection& connection) {
    int error = 0;
    socklen_t length = sizeof(error);
    ::getsockopt(connection.server.get(), SOL_SOCKET, SO_ERROR, &error, &length);
    const std::size_t number = connection.number;
    if (error != 0) {
        const Address client = connection.client_address;
        close_with_reset(connection.client);
        remove(number);
        if (log_.not_opened) log_.not_opened(number, client, error);
        return;
    }
    if (!system::remote_address(connection.server.get()).has_value()) return watch(connection);  // not yet
    connection.is_connected = true;
    if (log_.opened)
        log_.opened(number, connection.client_address,
                    system::local_address(connection.server.get()).value_or(Address{}));
    for (Pipe* pipe : {&connection.to_server, &connection.to_client})
        if (pipe->has_faults) enter(connection, *pipe, {});
    if (pump(connection)) watch(connection);
}

// --- What passes.

void TcpLink::handle(std::size_t number, int socket, std::uint32_t events) {
    const auto found = connections_.find(number);
    if (found == connections_.end()) return;
    Connection& connection = *found->second;
    if (!connection.is_connected) {
        if (socket == connection.server.get()) return finish_connecting(connection);
        // The client gave up before the server was there.
        return reset(connection, false, Direction::to_program);
    }
    if (!pump(connection)) return;
    if ((events & EPOLLERR) != 0) {
        const bool is_client = socket == connection.client.get();
        return reset(connection, false, is_client ? Direction::to_program : Direction::from_program);
    }
    watch(connection);
}

bool TcpLink::pump(Connection& connection) {
    const std::size_t number = connection.number;
    bool moved = true;
    for (int i = 0; i < kRounds && moved; ++i) {
        moved = false;
        for (Pipe* pipe : {&connection.to_server, &connection.to_client}) {
            const bool came = fill(connection, *pipe);
            if (!connections_.contains(number)) return false;
            const std::uint64_t before = pipe->written;
            if (!drain(connection, *pipe)) return false;
            end_where_due(connection, *pipe);
            if (!connections_.contains(number)) return false;
            moved = moved || came || pipe->written != before;
        }
    }
    if (!is_over(connection)) return true;
    remove(number);
    return false;
}

// Where a fault has ended what its source goes on with, the source's own end is waited for.
bool TcpLink::is_over(const Connection& connection) {
    const Pipe& there = connection.to_server;
    const Pipe& back = connection.to_client;
    return there.finished && back.finished && there.source_ended && back.source_ended;
}

bool TcpLink::fill(Connection& connection, Pipe& pipe) {
    if (pipe.source_ended || !pipe.has_room()) return false;
    const bool forget = pipe.plan.is_over();
    const std::size_t at = forget ? 0 : pipe.end;
    std::string spare(forget ? kBuffer : 0, '\0');
    char* const place = forget ? spare.data() : pipe.buffer.get() + at;
    ssize_t size = -1;
    do {
        size = ::recv(source(connection, pipe).get(), place, kBuffer - at, 0);
    } while (size < 0 && errno == EINTR);
    if (size < 0 && errno == EAGAIN) return false;
    if (size < 0) {
        reset(connection, false, pipe.direction);
        return false;
    }
    if (size == 0) {
        pipe.source_ended = true;
        return false;
    }
    const std::string_view bytes(place, static_cast<std::size_t>(size));
    if (log_.came) log_.came(connection.number, pipe.direction, bytes);
    if (forget) return true;
    if (pipe.has_faults)
        enter(connection, pipe, bytes);
    else
        pipe.end += bytes.size();
    return true;
}

// Puts what faults leave of `bytes` behind what is in the buffer; `bytes` may stand there already.
void TcpLink::enter(Connection& connection, Pipe& pipe, std::string_view bytes) {
    const auto outcome = pipe.plan.pass(std::string(bytes));
    for (const std::size_t rule : outcome.applied)
        if (log_.applied) log_.applied(connection.number, pipe.direction, rule, outcome.passage);
    for (const faults::Portion& portion : outcome.passage.portions) {
        std::memcpy(pipe.buffer.get() + pipe.end, portion.bytes.data(), portion.bytes.size());
        pipe.end += portion.bytes.size();
        if (portion.alone) pipe.stops.push_back(pipe.written + (pipe.end - pipe.begin));
    }
    pipe.ending = outcome.passage.ending;
}

bool TcpLink::drain(Connection& connection, Pipe& pipe) {
    while (!pipe.is_empty() && !wait_for_reader(connection, pipe)) {
        std::size_t size = pipe.end - pipe.begin;
        if (!pipe.stops.empty())
            size = std::min<std::size_t>(size, static_cast<std::size_t>(pipe.stops.front() - pipe.written));
        const ssize_t sent =
            ::send(sink(connection, pipe).get(), pipe.buffer.get() + pipe.begin, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0 && errno == EAGAIN) break;
        if (sent < 0) {
            // What the sink sent before it reset the connection is still there to be read.
            Pipe& back = &pipe == &connection.to_server ? connection.to_client : connection.to_server;
            pipe.begin = pipe.end = 0;
            pipe.finished = true;
            const std::size_t number = connection.number;
            while (fill(connection, back)) {
                const std::uint64_t before = back.written;
                if (!drain(connection, back)) return false;
                if (back.written == before) break;
            }
            if (connections_.contains(number)) reset(connection, false, back.direction);
            return false;
        }
        pipe.begin += static_cast<std::size_t>(sent);
        pipe.written += static_cast<std::uint64_t>(sent);
        if (!pipe.stops.empty() && pipe.written == pipe.stops.front()) pipe.stopped_at = Clock::now();
    }
    if (pipe.is_empty()) {
        pipe.begin = pipe.end = 0;
    } else if (pipe.begin >= kBuffer / 2) {
        std::memmove(pipe.buffer.get(), pipe.buffer.get() + pipe.begin, pipe.end - pipe.begin);
        pipe.end -= std::exchange(pipe.begin, 0);
    }
    return true;
}

// Is what was written last to be read first?
bool TcpLink::wait_for_reader(const Connection& connection, Pipe& pipe) {
    if (!pipe.stopped_at.has_value()) return false;
    const Fd& socket = sink(connection, pipe);
    const auto waited = Clock::now() - *pipe.stopped_at;
    const std::optional<bool> seen = has_read_ ? has_read_(socket.get()) : std::nullopt;
    const bool is_read = seen.has_value() ? *seen : is_acknowledged(socket) && waited >= kPause;
    if (!is_read && waited < kReadersPatience) {
        look_again_soon();
        return true;
    }
    pipe.stopped_at.reset();
    pipe.stops.pop_front();
    return false;
}

// --- How they end.

void TcpLink::end_where_due(Connection& connection, Pipe& pipe) {
    if (pipe.finished || !pipe.is_empty() || wait_for_reader(connection, pipe)) return;
    if (pipe.ending == Ending::reset) return reset(connection, true, pipe.direction);
    if (!pipe.source_ended && pipe.ending == Ending::none) return;
    pipe.finished = true;
    ::shutdown(sink(connection, pipe).get(), SHUT_WR);
    if (log_.ended)
        log_.ended(connection.number, pipe.direction, Ending::finish, pipe.ending != Ending::none);
}

// `direction`: from where the reset came to whom.
void TcpLink::reset(Connection& connection, bool by_fault, Direction direction) {
    const std::size_t number = connection.number;
    for (const Fd* socket : {&connection.client, &connection.server}) loop_.forget(socket->get());
    const bool from_client = direction == Direction::to_program;
    close_with_reset(from_client ? connection.server : connection.client);
    if (by_fault) close_with_reset(from_client ? connection.client : connection.server);
    if (log_.ended) log_.ended(number, direction, Ending::reset, by_fault);
    remove(number);
}

void TcpLink::remove(std::size_t number) {
    const auto found = connections_.find(number);
    const bool was_open = found->second->is_connected;
    for (const Fd* socket : {&found->second->client, &found->second->server})
        if (socket->valid()) loop_.forget(socket->get());
    connections_.erase(found);
    if (was_open && log_.over) log_.over(number);
    if (is_front_watched_ || !front_.valid()) return;
    is_front_watched_ = true;
    loop_.watch(front_.get(), EPOLLIN, [this](std::uint32_t) { accept_all(); });
}

// --- What is waited for.

void TcpLink::watch(Connection& connection) {
    watch(connection, connection.client, connection.to_server, connection.to_client);
    watch(connection, connection.server, connection.to_client, connection.to_server);
}

// `from` is the pipe that the socket feeds, `to` the one that feeds it. A socket that has nothing more to
// tell is not watched: epoll reports a hang-up whether it was asked to or not, again and again.
void TcpLink::watch(Connection& connection, const Fd& socket, const Pipe& from, const Pipe& to) {
    std::uint32_t events = 0;
    const bool is_connecting = !connection.is_connected && socket.get() == connection.server.get();
    if (connection.is_connected && !from.source_ended && from.has_room()) events |= EPOLLIN;
    if (is_connecting || (!to.is_empty() && !to.stopped_at.has_value())) events |= EPOLLOUT;
    const bool is_done = events == 0 && to.finished;
    const auto known = connection.watched.find(socket.get());
    if (is_done) {
        loop_.forget(socket.get());
        connection.watched.erase(socket.get());
    } else if (known == connection.watched.end()) {
        loop_.watch(socket.get(), events,
                    [this, number = connection.number, fd = socket.get()](std::uint32_t ready) {
                        handle(number, fd, ready);
                    });
        connection.watched[socket.get()] = events;
    } else if (known->second != events) {
        loop_.change(socket.get(), events);
        known->second = events;
    }
}

// A reader gives no sign, so it is looked at from time to time.
void TcpLink::look_again_soon() {
    if (!next_look_.has_value()) next_look_ = loop_.call_at(Clock::now() + kLook, [this] { look_again(); });
}

void TcpLink::look_again() {
    next_look_.reset();
    std::vector<std::size_t> stopped;
    for (const auto& [number, connection] : connections_)
        if (connection->to_server.stopped_at.has_value() || connection->to_client.stopped_at.has_value())
            stopped.push_back(number);
    for (const std::size_t number : stopped) {
        const auto found = connections_.find(number);
        if (found != connections_.end() && pump(*found->second)) watch(*found->second);
    }
}

}  // namespace sockgrade::proxy
