// A machine with network interfaces, as students have it at home.
//
// Theory. An interface of type veth is one end of a cable. The other ends are in the namespace that the
// caller comes from, where nobody is: so each interface is up and has a carrier, as in a running network, and
// the program sees its own end only. Interfaces of type dummy would be simpler, but not every kernel has
// them, and tools call their state "unknown".
#include "sandbox/machine_network.hh"

#include <fcntl.h>
#include <linux/if_link.h>
#include <linux/veth.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <cerrno>
#include <chrono>
#include <string>

#include "sandbox/loopback_network.hh"
#include "sandbox/netlink_request.hh"
#include "sandbox/patience.hh"
#include "sandbox/world.hh"
#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

using system::check_call;
using system::Fd;

namespace {

constexpr int kFirstIndex = 2;         // loopback is the first of every network
constexpr int kFirstFarIndex = 1'000;  // of the other ends
constexpr std::chrono::seconds kCarrierPatience{10};

Fd own_network() {
    return Fd(check_call("namespace of the network", ::open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC)));
}

ifinfomsg interface_header(unsigned flags, int index = 0) {
    ifinfomsg header{};
    header.ifi_family = AF_UNSPEC;
    header.ifi_index = index;
    header.ifi_flags = flags;
    header.ifi_change = flags;
    return header;
}

// This end is up at once; the other one can't be before both are there. With the same number at both ends
// the kernel would take its time, up to a second, to notice that the cable is whole (linkwatch_urgent_event).
void add_cable(const std::string& name, int index, const Fd& where_the_other_end_is) {
    NetlinkRequest request(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL,
                           interface_header(IFF_UP, kFirstFarIndex + index));
    request.add_text(IFLA_IFNAME, name);
    const std::size_t info = request.begin(IFLA_LINKINFO);
    request.add_text(IFLA_INFO_KIND, "veth");
    const std::size_t data = request.begin(IFLA_INFO_DATA);
    const std::size_t other_end = request.begin(VETH_INFO_PEER);
    request.add_header(interface_header(0, index));
    request.add_text(IFLA_IFNAME, name);
    request.add(IFLA_NET_NS_FD, static_cast<std::uint32_t>(where_the_other_end_is.get()));
    request.end(other_end);
    request.end(data);
    request.end(info);
    try {
        request.send("RTM_NEWLINK veth");
    } catch (const system::SystemError& error) {
        if (error.error_number() != EOPNOTSUPP) throw;
        throw UnsupportedError("this kernel has no network interfaces of type veth");
    }
}

Fd link_news() {
    Fd news(check_call("socket(NETLINK_ROUTE)",
                       ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE)));
    sockaddr_nl group{};
    group.nl_family = AF_NETLINK;
    group.nl_groups = RTMGRP_LINK;
    check_call("bind(RTMGRP_LINK)", ::bind(news.get(), reinterpret_cast<sockaddr*>(&group), sizeof(group)));
    return news;
}

bool is_running(const std::string& name) {
    const Fd socket(check_call("socket", ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)));
    ifreq request{};
    name.copy(request.ifr_name, IFNAMSIZ - 1);
    check_call("ioctl(SIOCGIFFLAGS)", ::ioctl(socket.get(), SIOCGIFFLAGS, &request));
    return (request.ifr_flags & IFF_RUNNING) != 0;
}

// Many programs leave out what has no carrier, and rightly.
void wait_until_running(const std::string& name, const Fd& news) {
    const auto end = std::chrono::steady_clock::now() + kCarrierPatience;
    while (!is_running(name)) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0) throw system::SystemError("carrier of " + name, ETIMEDOUT);
        pollfd wait{news.get(), POLLIN, 0};
        ::poll(&wait, 1, static_cast<int>(left.count()));
        char told[8192];
        while (::recv(news.get(), told, sizeof(told), 0) > 0) {
        }
    }
}

// The gateway need not be there: what is sent to it is lost, as in a home whose router is off.
void add_default_route(const std::string& address, unsigned index) {
    rtmsg header{};
    header.rtm_family = AF_INET;
    header.rtm_table = RT_TABLE_MAIN;
    header.rtm_protocol = RTPROT_STATIC;
    header.rtm_scope = RT_SCOPE_UNIVERSE;
    header.rtm_type = RTN_UNICAST;
    NetlinkRequest request(RTM_NEWROUTE, NLM_F_CREATE, header);
    request.add_ipv4(RTA_GATEWAY, address.substr(0, address.rfind('.')) + ".1");
    request.add(RTA_OIF, index);
    request.send("default route");
}

}  // namespace

void set_up_machine_network(const std::vector<model::Interface>& interfaces) {
    Fd other_ends = own_network();
    try_patiently("unshare", [] { return ::unshare(CLONE_NEWNET); });
    const Fd machine = own_network();
    check_call("setns", ::setns(other_ends.get(), CLONE_NEWNET));
    for (std::size_t i = 0; i < interfaces.size(); ++i)
        add_cable(interfaces[i].name, kFirstIndex + static_cast<int>(i), machine);
    check_call("setns", ::setns(machine.get(), CLONE_NEWNET));
    bring_loopback_up();
    const Fd news = link_news();
    bool has_route = false;
    for (const model::Interface& one : interfaces) {
        if (one.addresses.empty()) continue;  // down it has none of IPv6 either, as a card without a cable
        const unsigned index = ::if_nametoindex(one.name.c_str());
        NetlinkRequest(RTM_NEWLINK, 0, interface_header(IFF_UP, static_cast<int>(index))).send("link up");
        for (const std::string& address : one.addresses) add_address(address, one.prefix, index);
        if (has_route) continue;
        add_default_route(one.addresses.front(), index);
        has_route = true;
    }
    for (const model::Interface& one : interfaces)
        if (!one.addresses.empty()) wait_until_running(one.name, news);
    // The namespace at the other ends of the cables lives as long as this process.
    static_cast<void>(other_ends.release());
}

}  // namespace sockgrade::sandbox
