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

TEST(MachineNetwork, HasTheseInterfacesAndNoOthers) {
    EXPECT_TRUE(in_child([] {
        enter_world(Level::namespaces, identity_for_programs(),
                    {false, {{"eth0", {"10.1.2.3", "172.16.9.8"}, 24}, {"wlan0", {}, 24}}});
        return addresses_here() ==
               Addresses{{"lo", {"127.0.0.1"}}, {"eth0", {"10.1.2.3", "172.16.9.8"}}, {"wlan0", {}}};
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
