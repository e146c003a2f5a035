// Diagnoses of programs that print the addresses of their machine.
#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

FailedCase listing(const std::string& output) {
    FailedCase one(Role::tool, kTcp, Cause::missing);
    one.transcript.plan.interfaces = {{"eth0", {"10.1.2.3"}, 24}, {"usb0", {"172.16.9.8"}, 24}};
    return one.prints(output);
}

TEST(PrintsAddressesBackwards, NamesBothForms) {
    EXPECT_THAT(said(prints_addresses_backwards, listing("lo 1.0.0.127\neth0 3.2.1.10\n")),
                HasSubstr("printed 3.2.1.10. The machine has 10.1.2.3"));
    EXPECT_EQ(said(prints_addresses_backwards, listing("3.2.1.11\n")), "");
    EXPECT_EQ(said(prints_addresses_backwards, listing("10.1.2.3 3.2.1.10\n")), "");
}

TEST(PrintsLoopbackOnly, AndNothingElse) {
    EXPECT_THAT(said(prints_loopback_only, listing("lo: 127.0.0.1.\n")), HasSubstr("is 127.0.0.1"));
    EXPECT_EQ(said(prints_loopback_only, listing("127.0.0.1 192.168.1.4\n")), "");
    EXPECT_EQ(said(prints_loopback_only, listing("127.0.1.1\n")), "");
    EXPECT_EQ(said(prints_loopback_only, listing("127.0.0.1 10.1.2.3\n")), "");
    EXPECT_EQ(said(prints_loopback_only, listing("eth0\n")), "");
}

TEST(PrintsOtherAddresses, NeitherMasksNorNeighbours) {
    EXPECT_THAT(said(prints_other_addresses, listing("lo 127.0.0.1\nwlan0 192.168.178.23\n")),
                HasSubstr("printed 192.168.178.23. No interface"));
    EXPECT_EQ(said(prints_other_addresses, listing("127.0.0.1 255.255.255.0 10.1.2.255 10.1.2.1\n")), "");
    EXPECT_EQ(said(prints_other_addresses, listing("3.2.1.10\n")), "");
    EXPECT_EQ(said(prints_other_addresses, listing("192.168.7.2\n")), "");
    EXPECT_EQ(said(prints_other_addresses, listing("version 1.2.3, 300.1.1.1, 1.2.3.4.5\n")), "");
}

TEST(PrintsIpv6Only, WhereNoOtherAddressStands) {
    EXPECT_THAT(said(prints_ipv6_only, listing("::1\nfe80::91:48ff:fe33:30d3%eth0\n")),
                HasSubstr("such as ::1, and no IPv4 address, such as 10.1.2.3"));
    EXPECT_EQ(said(prints_ipv6_only, listing("02:42:ac:11:00:02\n")), "");
    EXPECT_EQ(said(prints_ipv6_only, listing("fe80::1 127.0.0.1\n")), "");
}

TEST(PrintsNoAddress, NamesOrSomethingElse) {
    EXPECT_THAT(said(prints_no_address, listing("eth0 02:42:ac:11:00:02\nusb0\n")),
                HasSubstr("the name of each interface, eth0 and usb0, but not the IPv4 address"));
    EXPECT_THAT(said(prints_no_address, listing("em1 not found\n")),
                HasSubstr("\"em1 not found\". The interfaces of this machine are called eth0 and usb0."));
    EXPECT_THAT(said(prints_no_address, listing("\n")), HasSubstr("printed nothing. The interfaces"));
    EXPECT_EQ(said(prints_no_address, listing("127.0.0.1\n")), "");
    EXPECT_EQ(said(prints_no_address, listing("fe80::1\n")), "");
}

TEST(PrintsSomeAddressesOnly, WholeAddresses) {
    EXPECT_EQ(said(prints_some_addresses_only, listing("10.1.2.34\n")), "");
}

TEST(PrintsAddressesCut, OrTheirNetworks) {
    EXPECT_THAT(
        said(prints_addresses_cut, listing("127.0.0.0\n10.1.2.0\n172.16.9.0\n")),
        HasSubstr("10.1.2.0. That is the address of a network, and the machine's address in it is 10.1.2.3"));
    EXPECT_THAT(said(prints_addresses_cut, listing("10.1.2.255\n")), HasSubstr("broadcast"));
    EXPECT_THAT(said(prints_addresses_cut, listing("lo: 127.0.0.1\neth0: (null)\n")),
                HasSubstr("\"eth0: (null)\""));
    EXPECT_THAT(said(prints_addresses_cut, listing("10.1.2.3\n('usb0', '172.16.9.')\n")),
                HasSubstr("\"172.16.9.\", the beginning of 172.16.9.8"));
    EXPECT_EQ(said(prints_addresses_cut, listing("10.1.2.3 10.1.2.255\n")), "");
    EXPECT_EQ(said(prints_addresses_cut, listing("127.0.0.1\n")), "");
    EXPECT_EQ(said(prints_loopback_only, listing("lo: 127.0.0.1\neth0: (null)\n")), "");
    EXPECT_THAT(said(prints_other_addresses, listing("lo 2.0.0.0\neth0 2.0.0.0\n")), HasSubstr("sin_addr"));
}

}  // namespace
}  // namespace sockgrade::diagnoses
