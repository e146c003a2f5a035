#include "sandbox/loopback_network.hh"

#include <fcntl.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

using system::check_call;
using system::Fd;

namespace {

constexpr int kLoopbackIndex = 1;  // the first interface of every network namespace

void bring_loopback_up() {
    const Fd socket(check_call("socket", ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)));
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    check_call("ioctl(SIOCSIFFLAGS lo up)", ::ioctl(socket.get(), SIOCSIFFLAGS, &request));
}

// `ip route add local default dev lo` (man 7 rtnetlink).
void make_every_address_local(unsigned char family) {
    struct {
        nlmsghdr header;
        rtmsg route;
        rtattr out_interface;
        int index;
    } request{};
    request.header.nlmsg_len = sizeof(request);
    request.header.nlmsg_type = RTM_NEWROUTE;
    request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE;
    request.route.rtm_family = family;
    request.route.rtm_table = RT_TABLE_LOCAL;
    request.route.rtm_protocol = RTPROT_STATIC;
    request.route.rtm_scope = RT_SCOPE_HOST;
    request.route.rtm_type = RTN_LOCAL;
    request.out_interface.rta_type = RTA_OIF;
    request.out_interface.rta_len = RTA_LENGTH(sizeof(int));
    request.index = kLoopbackIndex;

    const Fd netlink(
        check_call("socket(NETLINK_ROUTE)", ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE)));
    check_call("send(RTM_NEWROUTE)", ::send(netlink.get(), &request, sizeof(request), 0));
    struct {
        nlmsghdr header;
        nlmsgerr error;
        char rest[512];
    } answer{};
    check_call("recv(RTM_NEWROUTE)", ::recv(netlink.get(), &answer, sizeof(answer), 0));
    if (answer.header.nlmsg_type == NLMSG_ERROR && answer.error.error != 0)
        throw system::SystemError("route of type local on lo", -answer.error.error);
}

void set_sysctl(const char* path, std::string_view value) {
    const Fd file(check_call(path, ::open(path, O_WRONLY | O_CLOEXEC)));
    check_call(path, ::write(file.get(), value.data(), value.size()));
}

}  // namespace

void set_up_loopback_network() {
    bring_loopback_up();
    make_every_address_local(AF_INET);
    set_sysctl("/proc/sys/net/ipv4/ip_unprivileged_port_start", "0");
    // Refusals of UDP must not be held back: they are how a program learns that nobody listens.
    set_sysctl("/proc/sys/net/ipv4/icmp_ratelimit", "0");
    // A machine may have no IPv6 at all; programs then fail to use it in the same way as at home.
    if (::access("/proc/sys/net/ipv6", F_OK) == 0) {
        make_every_address_local(AF_INET6);
        set_sysctl("/proc/sys/net/ipv6/ip_nonlocal_bind", "1");
    }
}

}  // namespace sockgrade::sandbox
