#include "observe/socket_dump.hh"

#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "system/system_error.hh"

namespace sockgrade::observe {

using system::check_call;
using system::Fd;

namespace {

// As the kernel numbers it (include/net/tcp_states.h).
constexpr unsigned kListening = 10;

template <class Question>
void ask(int netlink, std::uint16_t flags, const Question& question) {
    struct {
        nlmsghdr header;
        Question question;
    } request{};
    request.header.nlmsg_len = sizeof(request);
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = static_cast<__u16>(NLM_F_REQUEST | flags);
    request.question = question;
    check_call("send(SOCK_DIAG)", ::send(netlink, &request, sizeof(request), 0));
}

// Takes what is there of the answers. False: there are no more.
bool take_answers(int netlink, const OnSocket& on_socket) {
    alignas(nlmsghdr) std::array<char, 16384> buffer;
    auto left = static_cast<unsigned>(
        check_call("recv(SOCK_DIAG)", ::recv(netlink, buffer.data(), buffer.size(), 0)));
    for (auto* header = reinterpret_cast<nlmsghdr*>(buffer.data()); NLMSG_OK(header, left);
         header = NLMSG_NEXT(header, left)) {
        if (header->nlmsg_type == NLMSG_DONE || header->nlmsg_type == NLMSG_ERROR) return false;
        on_socket(*header);
    }
    return true;
}

template <class Question>
void dump(int netlink, const Question& question, const OnSocket& on_socket) {
    ask(netlink, NLM_F_DUMP, question);
    while (take_answers(netlink, on_socket)) {
    }
}

void put(const system::SocketAddress& address, __be32 (&host)[4], __be16& port) {
    if (address.family() == AF_INET) {
        const auto* v4 = reinterpret_cast<const sockaddr_in*>(&address.storage);
        std::memcpy(host, &v4->sin_addr, sizeof(v4->sin_addr));
        port = v4->sin_port;
    } else {
        const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&address.storage);
        std::memcpy(host, &v6->sin6_addr, sizeof(v6->sin6_addr));
        port = v6->sin6_port;
    }
}

}  // namespace

Fd open_socket_diag() {
    return Fd(check_call("socket(NETLINK_SOCK_DIAG)",
                         ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG)));
}

void dump_inet(int netlink, const InetQuestion& question, const OnSocket& on_socket) {
    inet_diag_req_v2 request{};
    request.sdiag_family = static_cast<__u8>(question.family);
    request.sdiag_protocol = static_cast<__u8>(question.protocol);
    // Sockets that are bound and no more are listed from Linux 6.8 on only, in a table of their own.
    constexpr unsigned kBoundInactive = 13;
    request.idiag_states = ~(1U << kBoundInactive);
    if (!question.listening_too) request.idiag_states &= ~(1U << kListening);
    request.idiag_ext = question.extensions;
    request.id.idiag_sport = htons(question.local_port);
    request.id.idiag_dport = htons(question.remote_port);
    dump(netlink, request, on_socket);
}

void find_tcp(int netlink, const system::SocketAddress& local, const system::SocketAddress& remote,
              std::uint8_t extensions, const OnSocket& on_socket) {
    inet_diag_req_v2 request{};
    request.sdiag_family = static_cast<__u8>(local.family());
    request.sdiag_protocol = IPPROTO_TCP;
    request.idiag_states = ~0U;
    request.idiag_ext = extensions;
    put(local, request.id.idiag_src, request.id.idiag_sport);
    put(remote, request.id.idiag_dst, request.id.idiag_dport);
    request.id.idiag_cookie[0] = request.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
    ask(netlink, 0, request);
    take_answers(netlink, on_socket);
}

void dump_unix(int netlink, std::uint32_t show, const OnSocket& on_socket) {
    unix_diag_req question{};
    question.sdiag_family = AF_UNIX;
    question.udiag_states = ~0U;
    question.udiag_show = show;
    dump(netlink, question, on_socket);
}

}  // namespace sockgrade::observe
