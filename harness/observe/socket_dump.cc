#include "observe/socket_dump.hh"

#include <linux/unix_diag.h>
#include <sys/socket.h>

#include "system/system_error.hh"

namespace sockgrade::observe {

using system::check_call;
using system::Fd;

namespace {

template <class Question>
void dump(int netlink, const Question& question, const OnSocket& on_socket) {
    struct {
        nlmsghdr header;
        Question question;
    } request{};
    request.header.nlmsg_len = sizeof(request);
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    request.question = question;
    check_call("send(SOCK_DIAG)", ::send(netlink, &request, sizeof(request), 0));
    for (;;) {
        alignas(nlmsghdr) std::array<char, 16384> buffer;
        auto left = static_cast<unsigned>(
            check_call("recv(SOCK_DIAG)", ::recv(netlink, buffer.data(), buffer.size(), 0)));
        for (auto* header = reinterpret_cast<nlmsghdr*>(buffer.data()); NLMSG_OK(header, left);
             header = NLMSG_NEXT(header, left)) {
            if (header->nlmsg_type == NLMSG_DONE || header->nlmsg_type == NLMSG_ERROR) return;
            on_socket(*header);
        }
    }
}

}  // namespace

Fd open_socket_diag() {
    return Fd(check_call("socket(NETLINK_SOCK_DIAG)",
                         ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG)));
}

void dump_inet(int netlink, int family, int protocol, std::uint8_t extensions, const OnSocket& on_socket) {
    inet_diag_req_v2 question{};
    question.sdiag_family = static_cast<__u8>(family);
    question.sdiag_protocol = static_cast<__u8>(protocol);
    // Sockets that are bound and no more are listed from Linux 6.8 on only, in a table of their own.
    constexpr unsigned kBoundInactive = 13;
    question.idiag_states = ~(1U << kBoundInactive);
    question.idiag_ext = extensions;
    dump(netlink, question, on_socket);
}

void dump_unix(int netlink, std::uint32_t show, const OnSocket& on_socket) {
    unix_diag_req question{};
    question.sdiag_family = AF_UNIX;
    question.udiag_states = ~0U;
    question.udiag_show = show;
    dump(netlink, question, on_socket);
}

}  // namespace sockgrade::observe
