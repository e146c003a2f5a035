#include "proxy/refusals.hh"

#include <linux/errqueue.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace sockgrade::proxy {

void ask_for_refusals(const system::Fd& socket, bool is_ipv6) {
    const int on = 1;
    ::setsockopt(socket.get(), is_ipv6 ? IPPROTO_IPV6 : IPPROTO_IP, is_ipv6 ? IPV6_RECVERR : IP_RECVERR, &on,
                 sizeof(on));
}

std::size_t read_refusals(const system::Fd& socket) {
    std::size_t count = 0;
    std::array<char, 512> control{};
    for (;;) {
        msghdr message{};
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        if (::recvmsg(socket.get(), &message, MSG_ERRQUEUE | MSG_DONTWAIT) < 0) return count;
        for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr; part = CMSG_NXTHDR(&message, part)) {
            sock_extended_err what{};
            if (part->cmsg_len < CMSG_LEN(sizeof(what))) continue;
            std::memcpy(&what, CMSG_DATA(part), sizeof(what));
            if (what.ee_errno == ECONNREFUSED) ++count;
        }
    }
}

}  // namespace sockgrade::proxy
