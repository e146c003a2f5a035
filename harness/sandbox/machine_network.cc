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
#include <sched.h>

#include <cerrno>
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

// This end is up at once; the other one can't be before both are there.
void add_cable(const std::string& name, const Fd& where_the_other_end_is) {
    NetlinkRequest request(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, interface_header(IFF_UP));
    request.add_text(IFLA_IFNAME, name);
    const std::size_t info = request.begin(IFLA_LINKINFO);
    request.add_text(IFLA_INFO_KIND, "veth");
    const std::size_t data = request.begin(IFLA_INFO_DATA);
    const std::size_t other_end = request.begin(VETH_INFO_PEER);
    request.add_header(interface_header(0));
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
    for (const model::Interface& one : interfaces) add_cable(one.name, machine);
    check_call("setns", ::setns(machine.get(), CLONE_NEWNET));
    bring_loopback_up();
    bool has_route = false;
    for (const model::Interface& one : interfaces) {
        const unsigned index = ::if_nametoindex(one.name.c_str());
        NetlinkRequest(RTM_NEWLINK, 0, interface_header(IFF_UP, static_cast<int>(index))).send("link up");
        for (const std::string& address : one.addresses) add_address(address, one.prefix, index);
        if (has_route || one.addresses.empty()) continue;
        add_default_route(one.addresses.front(), index);
        has_route = true;
    }
    // The namespace at the other ends of the cables lives as long as this process.
    static_cast<void>(other_ends.release());
}

}  // namespace sockgrade::sandbox
