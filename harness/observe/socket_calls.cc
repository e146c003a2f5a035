#include "observe/socket_calls.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "observe/process_of.hh"
#include "observe/program_memory.hh"
#include "observe/redirected_call.hh"
#include "system/pidfd.hh"
#include "system/socket_address.hh"

namespace sockgrade::observe {

using system::Fd;
using system::SocketAddress;

namespace {

using Kind = SocketCall::Kind;

// A program may ask for any time; this is for ever.
constexpr std::chrono::seconds kLongestTimer{1'000'000'000};

int integer_option(int socket, int level, int option) {
    int value = 0;
    socklen_t length = sizeof(value);
    return ::getsockopt(socket, level, option, &value, &length) == 0 ? value : -1;
}

// Nothing for sockets that are not TCP or UDP.
std::optional<model::Transport> transport_of(int socket) {
    const int domain = integer_option(socket, SOL_SOCKET, SO_DOMAIN);
    if (domain != AF_INET && domain != AF_INET6) return std::nullopt;
    const int type = integer_option(socket, SOL_SOCKET, SO_TYPE);
    if (type == SOCK_STREAM) return model::Transport::tcp;
    if (type == SOCK_DGRAM) return model::Transport::udp;
    return std::nullopt;
}

bool hears_only_ipv6(int socket) {
    return integer_option(socket, SOL_SOCKET, SO_DOMAIN) == AF_INET6 &&
           integer_option(socket, IPPROTO_IPV6, IPV6_V6ONLY) == 1;
}

// The address that sendto(), sendmsg() or the first message of sendmmsg() goes to.
std::optional<SocketAddress> destination(const seccomp_notif& request) {
    const auto thread = static_cast<pid_t>(request.pid);
    if (request.data.nr == SYS_sendto)
        return read_address(thread, request.data.args[4], request.data.args[5]);
    msghdr header{};  // mmsghdr begins with one
    if (!read_memory(thread, request.data.args[1], &header, sizeof(header))) return std::nullopt;
    return read_address(thread, reinterpret_cast<std::uint64_t>(header.msg_name), header.msg_namelen);
}

struct NamedAddress {
    std::uint64_t at = 0;
    std::uint64_t length = 0;
};

// Of connect(), sendto() and sendmsg(); for the last, no length means no address.
NamedAddress named_address(const seccomp_notif& request) {
    const auto& arguments = request.data.args;
    if (request.data.nr == SYS_connect) return {arguments[1], arguments[2]};
    if (request.data.nr == SYS_sendto) return {arguments[4], arguments[5]};
    msghdr header{};
    if (!read_memory(static_cast<pid_t>(request.pid), arguments[1], &header, sizeof(header)) ||
        header.msg_namelen == 0)
        return {};
    return {reinterpret_cast<std::uint64_t>(header.msg_name), header.msg_namelen};
}

// The address that is meant where it is named with too small a length, which the kernel answers with EINVAL.
// Once connected, a TCP socket does not look at it.
std::optional<model::Address> cut_off_address(const seccomp_notif& request, int socket) {
    const NamedAddress named = named_address(request);
    if (named.at == 0 || named.length >= sizeof(sockaddr_in) ||
        integer_option(socket, SOL_SOCKET, SO_DOMAIN) != AF_INET ||
        (request.data.nr != SYS_connect && transport_of(socket) != model::Transport::udp))
        return std::nullopt;
    const auto whole = read_address(static_cast<pid_t>(request.pid), named.at, sizeof(sockaddr_in));
    // connect() with AF_UNSPEC takes a connection back, and needs no more than the family.
    return whole.has_value() && whole->family() == AF_INET ? system::to_model(*whole) : std::nullopt;
}

std::chrono::nanoseconds length_of(const timespec& time) {
    return std::chrono::seconds(std::clamp<std::int64_t>(time.tv_sec, 0, kLongestTimer.count())) +
           std::chrono::nanoseconds(time.tv_nsec);
}

std::chrono::nanoseconds length_of(const timeval& time) {
    return length_of(timespec{time.tv_sec, time.tv_usec * 1000});
}

std::optional<std::chrono::nanoseconds> length_of_timer(const seccomp_notif& request) {
    const auto thread = static_cast<pid_t>(request.pid);
    const auto& arguments = request.data.args;
    switch (request.data.nr) {
#ifdef SYS_alarm
        case SYS_alarm:
            return std::chrono::seconds(static_cast<std::uint32_t>(arguments[0]));
#endif
        case SYS_setitimer: {
            itimerval timer{};
            if (!read_memory(thread, arguments[1], &timer, sizeof(timer))) return std::nullopt;
            return length_of(timer.it_value);
        }
        case SYS_setsockopt: {
            timeval limit{};
            if (!read_memory(thread, arguments[3], &limit, sizeof(limit))) return std::nullopt;
            return length_of(limit);
        }
        default: {  // timer_settime, timerfd_settime
            itimerspec timer{};
            if (!read_memory(thread, arguments[2], &timer, sizeof(timer))) return std::nullopt;
            const auto length = length_of(timer.it_value);
            const bool until_a_moment = (arguments[1] & TIMER_ABSTIME) != 0;
            return until_a_moment && length.count() != 0 ? std::nullopt : std::optional(length);
        }
    }
}

void choose_any_port(SocketAddress& address) {
    if (address.family() == AF_INET)
        reinterpret_cast<sockaddr_in*>(&address.storage)->sin_port = 0;
    else if (address.family() == AF_INET6)
        reinterpret_cast<sockaddr_in6*>(&address.storage)->sin6_port = 0;
}

// Connecting to 0.0.0.0 means this host (man 7 ip).
bool stays_here(const model::Address& address) {
    return system::is_loopback(address) || system::is_wildcard(address);
}

// Connections of the program before may still be in TIME_WAIT at its port, which only a socket that reuses
// addresses gets past; and an address that this machine does not have is answered for by loopback.
int bind_in_shared_network(int socket, const SocketAddress& wanted) {
    const int on = 1;
    if (transport_of(socket) == model::Transport::tcp)
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    const int result = ::bind(socket, wanted.get(), wanted.length);
    const auto address = system::to_model(wanted);
    if (result == 0 || errno != EADDRNOTAVAIL || !address.has_value()) return result;
    const SocketAddress loopback = system::to_system(at_home(*address));
    return ::bind(socket, loopback.get(), loopback.length);
}

// Where files are shared, so are the daemons behind unix sockets, and Landlock keeps nobody from those that
// have a path.
bool refuses_unix(const seccomp_notif& request, int socket) {
    if (integer_option(socket, SOL_SOCKET, SO_DOMAIN) != AF_UNIX) return false;
    return request.data.nr == SYS_connect || request.data.nr == SYS_sendmmsg ||
           destination(request).has_value();
}

}  // namespace

SocketCallObserver::SocketCallObserver(int notifications, Network network, ProgramSockets& sockets,
                                       Handler handler, Others others)
    : notifications_(notifications),
      network_(network),
      sockets_(sockets),
      handler_(std::move(handler)),
      others_(std::move(others)) {}

// Fills in the response; false leaves the call to the kernel.
bool SocketCallObserver::answer(const seccomp_notif& request, seccomp_notif_resp& response) {
    const auto thread = static_cast<pid_t>(request.pid);
    SocketCall call;
    switch (request.data.nr) {
        case SYS_socket:
            return sockets_.make(notifications_, request, response);
        case SYS_bind:
            call.kind = Kind::bind;
            break;
        case SYS_listen:
            call.kind = Kind::listen;
            break;
        case SYS_connect:
            call.kind = Kind::connect;
            break;
        case SYS_sendto:
        case SYS_sendmsg:
        case SYS_sendmmsg:
            call.kind = Kind::send;
            break;
        case SYS_setsockopt:
#ifdef SYS_alarm
        case SYS_alarm:
#endif
        case SYS_setitimer:
        case SYS_timer_settime:
        case SYS_timerfd_settime:
            if (others_ && others_(request, response)) return true;
            // A timer of processor time never goes off while everybody waits.
            if (request.data.nr == SYS_setitimer && request.data.args[0] != ITIMER_REAL) return false;
            call.kind = request.data.nr == SYS_setsockopt ? Kind::socket_timeout : Kind::timer;
            call.length = length_of_timer(request);
            handler_(call);
            return false;
        default:
            return others_ && others_(request, response);
    }
    const Fd socket = sockets_.duplicate(process_of(thread), static_cast<int>(request.data.args[0]));
    if (!socket.valid()) return false;
    const bool dials = call.kind == Kind::connect || call.kind == Kind::send;
    if (dials && network_ == Network::shared && refuses_unix(request, socket.get())) {
        response.error = -EACCES;
        return true;
    }
    const auto transport = transport_of(socket.get());
    if (!transport.has_value()) return false;
    call.transport = *transport;

    if (dials) {
        auto raw = call.kind == Kind::connect
                       ? read_address(thread, request.data.args[1], request.data.args[2])
                       : destination(request);
        if (raw.has_value() && call.kind == Kind::send) complete_family(*raw, socket.get());
        const auto address = raw.has_value() ? system::to_model(*raw) : std::nullopt;
        if (address.has_value()) {
            call.address = *address;
            handler_(call);
        } else if (const auto meant = cut_off_address(request, socket.get())) {
            call.address = *meant;
            call.error = EINVAL;
            handler_(call);
        }
        const auto names_at = call.transport == model::Transport::udp ? names_at_ : std::nullopt;
        const bool asks_for_a_name =
            names_at.has_value() && address.has_value() && address->port == model::kNameServicePort;
        // Each message of sendmmsg() has an address of its own, of which this is the first.
        const bool may_leave = request.data.nr == SYS_sendmmsg || asks_for_a_name ||
                               (address.has_value() && !stays_here(*address));
        if (network_ == Network::own || !may_leave) return false;
        const Redirected result = redirect(request, socket.get(), names_at);
        if (!result.has_value()) return false;
        if (*result < 0)
            response.error = static_cast<std::int32_t>(*result);
        else
            response.val = *result;
        return true;
    }

    int result = 0;
    const std::uint16_t port_before = system::local_address(socket.get()).value_or(model::Address{}).port;
    if (call.kind == Kind::bind) {
        auto raw = read_address(thread, request.data.args[1], request.data.args[2]);
        if (!raw.has_value()) return false;
        call.address = system::to_model(*raw).value_or(model::Address{});
        call.ephemeral = call.address.port == 0;
        if (moves_ports_) choose_any_port(*raw);
        result = network_ == Network::own ? system::bind_socket(socket.get(), *raw)
                                          : bind_in_shared_network(socket.get(), *raw);
    } else {
        // listen() without bind(), or after bind() to port 0
        call.ephemeral = port_before == 0 || system_chose_.contains({call.transport, port_before});
        result = ::listen(socket.get(), static_cast<int>(request.data.args[1]));
    }
    call.error = result < 0 ? errno : 0;
    call.real = call.bound = system::local_address(socket.get()).value_or(model::Address{});
    if (call.kind == Kind::bind && call.error == 0) note_who_chose(call);
    if (moves_ports_ && call.kind == Kind::bind && call.error == 0 && !call.ephemeral)
        moved_[call.real.port] = call.address.port;
    if (const auto asked = moved_.find(call.real.port); asked != moved_.end())
        call.bound.port = asked->second;
    if (call.kind == Kind::listen) call.address = call.bound;
    call.only_ipv6 = hears_only_ipv6(socket.get());
    response.error = -call.error;
    handler_(call);
    return true;
}

void SocketCallObserver::note_who_chose(const SocketCall& bound) {
    const std::pair port{bound.transport, bound.real.port};
    if (bound.ephemeral)
        system_chose_.insert(port);
    else
        system_chose_.erase(port);
}

bool SocketCallObserver::handle_one() {
    seccomp_notif request{};
    if (::ioctl(notifications_, SECCOMP_IOCTL_NOTIF_RECV, &request) < 0)
        return errno == EINTR || errno == EAGAIN || errno == ENOENT;  // ENOENT: the caller died meanwhile
    seccomp_notif_resp response{};
    response.id = request.id;
    if (!answer(request, response)) {
        response.error = 0;
        response.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
    }
    ::ioctl(notifications_, SECCOMP_IOCTL_NOTIF_SEND, &response);  // ENOENT: it died before our answer
    return true;
}

}  // namespace sockgrade::observe
