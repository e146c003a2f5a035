#include "sandbox/loopback_network.hh"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "sandbox/netlink_request.hh"
#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

using system::check_call;
using system::Fd;

namespace {

constexpr int kLoopbackIndex = 1;  // the first interface of every network namespace

// `ip route add local default dev lo` (man 7 rtnetlink).
void make_every_address_local(unsigned char family) {
    rtmsg route{};
    route.rtm_family = family;
    route.rtm_table = RT_TABLE_LOCAL;
    route.rtm_protocol = RTPROT_STATIC;
    route.rtm_scope = RT_SCOPE_HOST;
    route.rtm_type = RTN_LOCAL;
    NetlinkRequest request(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_REPLACE, route);
    request.add(RTA_OIF, kLoopbackIndex);
    request.send("route of type local on lo");
}

// The last address of a network that has one: 192.168.1.255 of 192.168.1.7/24.
std::optional<std::string> broadcast_of(const std::string& address, std::size_t prefix) {
    constexpr std::size_t kAllBits = 32;
    constexpr std::size_t kSmallest = 30;  // in a smaller one each address is a host's
    in_addr own{};
    if (prefix > kSmallest || ::inet_pton(AF_INET, address.c_str(), &own) != 1) return std::nullopt;
    const std::uint32_t hosts = (std::uint32_t{1} << (kAllBits - std::max<std::size_t>(prefix, 1))) - 1;
    const in_addr last{htonl(ntohl(own.s_addr) | hosts)};
    char text[INET_ADDRSTRLEN];
    return std::string(::inet_ntop(AF_INET, &last, text, sizeof(text)));
}

// In a container the settings can often be read only, those of a new network too. Nothing depends on these:
// the observer binds low ports for the program, and sockets are bound to addresses that nobody has by
// IPV6_FREEBIND (system/socket_address.hh).
void try_sysctl(const char* path, std::string_view value) {
    const Fd file(::open(path, O_WRONLY | O_CLOEXEC));
    if (file.valid() && ::write(file.get(), value.data(), value.size()) < 0) return;
}

// A machine may have no IPv6 at all; programs then fail to use it in the same way as at home.
bool has_ipv6() {
    const Fd file(::open("/proc/sys/net/ipv6/conf/lo/disable_ipv6", O_RDONLY | O_CLOEXEC));
    char value = '1';
    return file.valid() && ::read(file.get(), &value, 1) == 1 && value == '0';
}

}  // namespace

void bring_loopback_up() {
    const Fd socket(check_call("socket", ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)));
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    check_call("ioctl(SIOCSIFFLAGS lo up)", ::ioctl(socket.get(), SIOCSIFFLAGS, &request));
}

// As every network card of a home has it.
void add_address(const std::string& address, std::size_t prefix, unsigned interface) {
    ifaddrmsg header{};
    header.ifa_family = AF_INET;
    header.ifa_prefixlen = static_cast<unsigned char>(prefix);
    header.ifa_scope = RT_SCOPE_UNIVERSE;
    header.ifa_index = interface;
    NetlinkRequest request(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, header);
    request.add_ipv4(IFA_LOCAL, address);
    request.add_ipv4(IFA_ADDRESS, address);
    if (const auto broadcast = broadcast_of(address, prefix)) request.add_ipv4(IFA_BROADCAST, *broadcast);
    request.send("RTM_NEWADDR");
}

void add_loopback_address(const std::string& address) {
    constexpr std::size_t kOneHost = 32;
    add_address(address, kOneHost, static_cast<unsigned>(kLoopbackIndex));
}

void set_up_loopback_network() {
    // Where an administrator has switched IPv6 off, which new networks may inherit
    // (devconf_inherit_init_net).
    for (const char* path :
         {"/proc/sys/net/ipv6/conf/all/disable_ipv6", "/proc/sys/net/ipv6/conf/default/disable_ipv6"})
        try_sysctl(path, "0");
    bring_loopback_up();
    make_every_address_local(AF_INET);
    try_sysctl("/proc/sys/net/ipv4/ip_unprivileged_port_start", "0");
    // Refusals of UDP must not be held back: they are how a program learns that nobody listens.
    try_sysctl("/proc/sys/net/ipv4/icmp_ratelimit", "0");
    // The kernel has one pool of memory for the TCP of all networks: who fills it takes it from the
    // neighbours. At most so many bytes for each socket (man 7 tcp), where kernels let a network have its
    // own.
    try_sysctl("/proc/sys/net/ipv4/tcp_rmem", "4096 131072 1048576");
    try_sysctl("/proc/sys/net/ipv4/tcp_wmem", "4096 16384 1048576");
    if (has_ipv6()) {
        make_every_address_local(AF_INET6);
        try_sysctl("/proc/sys/net/ipv6/ip_nonlocal_bind", "1");
    }
}

}  // namespace sockgrade::sandbox
