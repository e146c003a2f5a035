#include "observe/redirected_call.hh"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "observe/program_memory.hh"
#include "observe/socket_calls.hh"
#include "system/socket_address.hh"

namespace sockgrade::observe {

using system::SocketAddress;

namespace {

// More than a datagram can hold, so that one that is too long fails as it would (EMSGSIZE).
constexpr std::size_t kMostBytes = 1 << 17;
constexpr std::size_t kMostParts = 1024;  // UIO_MAXIOV

using NamesAt = std::optional<model::Address>;

// An address of another kind stays as it is. On an IPv6 socket IPv4 is written as ::ffff:127.0.0.1.
SocketAddress brought_home(const SocketAddress& wanted, const NamesAt& names_at) {
    const auto address = system::to_model(wanted);
    if (!address.has_value()) return wanted;
    const bool asks_for_a_name = names_at.has_value() && address->port == model::kNameServicePort;
    const model::Address home = asks_for_a_name ? *names_at : at_home(*address);
    const bool in_ipv6_clothes = wanted.family() == AF_INET6 && !is_ipv6(home);
    return system::to_system({in_ipv6_clothes ? "::ffff:" + home.host : home.host, home.port});
}

std::int64_t result_of(ssize_t result) { return result < 0 ? -errno : result; }

std::int64_t send(int socket, const std::string& bytes, int flags, const std::optional<SocketAddress>& wanted,
                  const NamesAt& names_at) {
    std::optional<SocketAddress> to = wanted;
    if (to.has_value()) {
        complete_family(*to, socket);
        to = brought_home(*to, names_at);
    }
    return result_of(::sendto(socket, bytes.data(), bytes.size(), flags | MSG_DONTWAIT | MSG_NOSIGNAL,
                              to.has_value() ? to->get() : nullptr, to.has_value() ? to->length : 0));
}

bool waits(int socket, int flags) {
    return (flags & MSG_DONTWAIT) == 0 && (::fcntl(socket, F_GETFL) & O_NONBLOCK) == 0;
}

// A stream goes where it is connected to, whatever address is named besides; there the program may wait
// itself. Datagrams on loopback find room at once, or there is none (man 2 send).
Redirected without_waiting(std::int64_t sent, int socket, int flags) {
    if (sent != -EAGAIN || !waits(socket, flags)) return sent;
    int type = 0;
    socklen_t length = sizeof(type);
    ::getsockopt(socket, SOL_SOCKET, SO_TYPE, &type, &length);
    if (type == SOCK_STREAM && (flags & MSG_FASTOPEN) == 0) return std::nullopt;
    return -ENOBUFS;
}

// A backlog that is full lets nobody in, perhaps for ever. A connection that has been begun can't go anywhere
// else: the program's own connect() then waits for it, and does not look at the address (inet_stream_connect
// in the kernel).
Redirected connect_without_waiting(int socket, const SocketAddress& home) {
    const int flags = ::fcntl(socket, F_GETFL);
    if (flags < 0) return result_of(-1);
    const bool waits = (flags & O_NONBLOCK) == 0;
    if (waits) ::fcntl(socket, F_SETFL, flags | O_NONBLOCK);
    const std::int64_t result = result_of(::connect(socket, home.get(), home.length));
    if (waits) ::fcntl(socket, F_SETFL, flags);
    if (result == -EINPROGRESS && waits) return std::nullopt;
    return result;
}

std::optional<std::string> gather(pid_t thread, const msghdr& header) {
    if (header.msg_iovlen > kMostParts) return std::nullopt;
    std::vector<iovec> parts(header.msg_iovlen);
    if (!parts.empty() && !read_memory(thread, reinterpret_cast<std::uint64_t>(header.msg_iov), parts.data(),
                                       parts.size() * sizeof(iovec)))
        return std::nullopt;
    std::string bytes;
    for (const iovec& part : parts) {
        const std::size_t size = std::min(part.iov_len, kMostBytes - bytes.size());
        std::string piece(size, '\0');
        if (size > 0 &&
            !read_memory(thread, reinterpret_cast<std::uint64_t>(part.iov_base), piece.data(), size))
            return std::nullopt;
        bytes += piece;
    }
    return bytes;
}

std::int64_t send_message(pid_t thread, int socket, const msghdr& header, int flags,
                          const NamesAt& names_at) {
    const auto bytes = gather(thread, header);
    if (!bytes.has_value()) return -EFAULT;
    return send(socket, *bytes, flags,
                read_address(thread, reinterpret_cast<std::uint64_t>(header.msg_name), header.msg_namelen),
                names_at);
}

std::int64_t send_messages(pid_t thread, int socket, std::uint64_t vector, std::size_t count, int flags,
                           const NamesAt& names_at) {
    std::int64_t done = 0;
    for (std::size_t i = 0; i < std::min(count, kMostParts); ++i) {
        const std::uint64_t at = vector + i * sizeof(mmsghdr);
        mmsghdr message{};
        if (!read_memory(thread, at, &message, sizeof(message))) return done > 0 ? done : -EFAULT;
        const std::int64_t sent = send_message(thread, socket, message.msg_hdr, flags, names_at);
        if (sent < 0) return done > 0 ? done : sent;
        const auto length = static_cast<unsigned>(sent);
        if (!write_memory(thread, at + offsetof(mmsghdr, msg_len), &length, sizeof(length))) return -EFAULT;
        ++done;
    }
    return done;
}

}  // namespace

model::Address at_home(const model::Address& address) {
    if (system::is_loopback(address)) return address;
    return {is_ipv6(address) ? "::1" : "127.0.0.1", address.port};
}

void complete_family(SocketAddress& wanted, int socket) {
    int domain = 0;
    socklen_t length = sizeof(domain);
    if (wanted.family() == AF_UNSPEC && wanted.length >= sizeof(sockaddr_in) &&
        ::getsockopt(socket, SOL_SOCKET, SO_DOMAIN, &domain, &length) == 0 && domain == AF_INET)
        wanted.storage.ss_family = AF_INET;
}

Redirected redirect(const seccomp_notif& request, int socket, const NamesAt& names_at) {
    const auto thread = static_cast<pid_t>(request.pid);
    const auto& arguments = request.data.args;
    switch (request.data.nr) {
        case SYS_connect: {
            const auto wanted = read_address(thread, arguments[1], arguments[2]);
            if (!wanted.has_value()) return -EFAULT;
            const SocketAddress home = brought_home(*wanted, names_at);
            return connect_without_waiting(socket, home);
        }
        case SYS_sendto: {
            std::string bytes(std::min<std::size_t>(arguments[2], kMostBytes), '\0');
            if (!bytes.empty() && !read_memory(thread, arguments[1], bytes.data(), bytes.size()))
                return -EFAULT;
            const auto flags = static_cast<int>(arguments[3]);
            const auto to = read_address(thread, arguments[4], arguments[5]);
            return without_waiting(send(socket, bytes, flags, to, names_at), socket, flags);
        }
        case SYS_sendmsg: {
            msghdr header{};
            if (!read_memory(thread, arguments[1], &header, sizeof(header))) return -EFAULT;
            const auto flags = static_cast<int>(arguments[2]);
            return without_waiting(send_message(thread, socket, header, flags, names_at), socket, flags);
        }
        default: {  // sendmmsg
            const auto flags = static_cast<int>(arguments[3]);
            return without_waiting(send_messages(thread, socket, arguments[1], arguments[2], flags, names_at),
                                   socket, flags);
        }
    }
}

}  // namespace sockgrade::observe
