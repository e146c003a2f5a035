// What a seed chooses: hosts, ranges of ports, interfaces.
#include "plan/given.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace sockgrade::plan {
namespace {

TEST(ChooseLanHost, IsAPrivateAddressAndDiffers) {
    std::set<std::string> hosts;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const std::string host = choose_lan_host(seed);
        EXPECT_TRUE(host.starts_with("10.") || host.starts_with("172.") || host.starts_with("192.168."));
        EXPECT_FALSE(host.starts_with("192.168.7.")) << "the machine's own network";
        EXPECT_EQ(host, choose_lan_host(seed));
        hosts.insert(host);
    }
    EXPECT_GT(hosts.size(), 190U);
}

TEST(ChoosePorts, FirstAndLastListenAndNoTwoSideBySide) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const model::PortRange range = choose_ports({40, 6}, seed);
        EXPECT_EQ(range.last - range.first, 39);
        ASSERT_EQ(range.listening.size(), 6U);
        EXPECT_EQ(range.listening.front(), range.first);
        EXPECT_EQ(range.listening.back(), range.last);
        for (std::size_t i = 1; i < range.listening.size(); ++i)
            EXPECT_GE(range.listening[i], range.listening[i - 1] + 2);
        EXPECT_THAT(range.outside, testing::ElementsAre(range.first - 1, range.last + 1));
    }
    EXPECT_EQ(choose_ports({5, 3}, 1).listening.size(), 3U);
    EXPECT_NE(choose_ports({40, 6}, 1), choose_ports({40, 6}, 2));
}

TEST(ChooseInterfaces, HaveNamesAndNetworksOfTheirOwn) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto interfaces = choose_interfaces({1, 0, 2, 1, 1, 1, 1, 1}, seed);
        std::set<std::string> names;
        std::set<std::string> networks;
        for (const model::Interface& one : interfaces) {
            names.insert(one.name);
            for (const std::string& address : one.addresses)
                networks.insert(address.substr(0, address.rfind('.')));
        }
        EXPECT_EQ(names.size(), 8U);
        EXPECT_EQ(networks.size(), 8U);
        EXPECT_TRUE(interfaces[1].addresses.empty());
    }
}

}  // namespace
}  // namespace sockgrade::plan
