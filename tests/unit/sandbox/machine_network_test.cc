#include "sandbox/machine_network.hh"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <ifaddrs.h>
#include <net/if.h>

#include <map>
#include <set>
#include <string>

#include "in_child.hh"
#include "sandbox/world.hh"

namespace sockgrade::sandbox {
namespace {

using Addresses = std::map<std::string, std::set<std::string>>;

// Of all interfaces that are up and have a carrier.
Addresses addresses_here() {
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) != 0) return {};
    Addresses found;
    for (const ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
        if ((one->ifa_flags & IFF_UP) == 0 || (one->ifa_flags & IFF_RUNNING) == 0) continue;
        std::set<std::string>& of_it = found[one->ifa_name];
        if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET) continue;
        char text[INET_ADDRSTRLEN];
        const auto* address = reinterpret_cast<const sockaddr_in*>(one->ifa_addr);
        of_it.insert(::inet_ntop(AF_INET, &address->sin_addr, text, sizeof(text)));
    }
    ::freeifaddrs(all);
    return found;
}

bool has_address_of_any_family(const std::string& name) {
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) != 0) return false;
    bool has = false;
    for (const ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
        const int family = one->ifa_addr == nullptr ? AF_UNSPEC : one->ifa_addr->sa_family;
        has = has || (name == one->ifa_name && (family == AF_INET || family == AF_INET6));
    }
    ::freeifaddrs(all);
    return has;
}

std::string broadcast_address_of(const std::string& name) {
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) != 0) return "";
    std::string found;
    for (const ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
        if (name != one->ifa_name || one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET)
            continue;
        char text[INET_ADDRSTRLEN];
        const auto* address = reinterpret_cast<const sockaddr_in*>(one->ifa_broadaddr);
        if (address != nullptr) found = ::inet_ntop(AF_INET, &address->sin_addr, text, sizeof(text));
    }
    ::freeifaddrs(all);
    return found;
}

TEST(MachineNetwork, HasTheseInterfacesAndNoOthers) {
    EXPECT_TRUE(in_child([] {
        enter_world(Level::namespaces, identity_for_programs(),
                    {false, {{"eth0", {"10.1.2.3", "172.16.9.8"}, 24}, {"wlan0", {}, 24}}});
        return addresses_here() == Addresses{{"lo", {"127.0.0.1"}}, {"eth0", {"10.1.2.3", "172.16.9.8"}}};
    }));
}

// A card without an address is there, and down: else it would have one of IPv6, as no card without a cable
// has.
TEST(MachineNetwork, HasCardsThatAreInNoNetwork) {
    EXPECT_TRUE(in_child([] {
        enter_world(Level::namespaces, identity_for_programs(),
                    {false, {{"eth0", {"10.1.2.3"}, 24}, {"wlan0", {}, 24}}});
        return ::if_nametoindex("wlan0") != 0 && !has_address_of_any_family("wlan0") &&
               has_address_of_any_family("eth0");
    }));
}

TEST(MachineNetwork, HasBroadcastAddresses) {
    EXPECT_TRUE(in_child([] {
        enter_world(Level::namespaces, identity_for_programs(),
                    {false, {{"eth0", {"10.1.2.3"}, 24}, {"eno1", {"172.16.9.8"}, 20}}});
        return broadcast_address_of("eth0") == "10.1.2.255" &&
               broadcast_address_of("eno1") == "172.16.15.255";
    }));
}

TEST(MachineNetwork, ShowsItsLanAddressWhereThatIsAskedFor) {
    EXPECT_TRUE(in_child([] {
        enter_world(Level::namespaces, identity_for_programs(), {true, {}});
        return addresses_here() == Addresses{{"lo", {"127.0.0.1", kLanAddress}}};
    }));
}

}  // namespace
}  // namespace sockgrade::sandbox
