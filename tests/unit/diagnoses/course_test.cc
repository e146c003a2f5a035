// Scans of ports, the machine's addresses, two equals that chat, receivers in a LAN.
#include <cerrno>

#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

FailedCase scan(std::uint16_t first, std::uint16_t last, Cause cause) {
    FailedCase one(Role::client, kTcp, cause);
    one.transcript.plan.given.ports = {20000, 20008, {20000, 20003, 20008}, {19999, 20009}};
    for (int port = first; port <= last; ++port)
        one.call(Call::connect, {"127.0.0.1", static_cast<std::uint16_t>(port)});
    return one;
}

TEST(StopsAtAClosedPort, NamesIt) {
    EXPECT_THAT(said(stops_at_a_closed_port, scan(20000, 20001, Cause::missing)),
                HasSubstr("asked port 20001, where nobody listens"));
    EXPECT_EQ(said(stops_at_a_closed_port, scan(20000, 20008, Cause::missing)), "");
    EXPECT_EQ(said(stops_at_a_closed_port, scan(20000, 20005, Cause::missing)), "");
    EXPECT_EQ(said(stops_at_a_closed_port, FailedCase(Role::client, kTcp, Cause::missing)), "");
}

TEST(StopsAtAnOpenPort, NamesIt) {
    const event::Ended well{{model::Termination::How::exited, 0, {}}};
    EXPECT_THAT(said(stops_at_an_open_port, scan(20000, 20000, Cause::missing).add(well)),
                HasSubstr("asked port 20000, where somebody listens, and ended"));
    EXPECT_EQ(said(stops_at_an_open_port, scan(20000, 20003, Cause::missing).add(well)), "");
    EXPECT_EQ(said(stops_at_an_open_port, scan(20000, 20008, Cause::missing).add(well)), "");
    EXPECT_EQ(said(stops_at_an_open_port, scan(20000, 20000, Cause::hung)), "");
}

TEST(ScansAnotherRange, AtEitherEnd) {
    EXPECT_THAT(said(scans_another_range, scan(20000, 20007, Cause::missing)),
                HasSubstr("asked the ports from 20000 to 20007"));
    EXPECT_THAT(said(scans_another_range, scan(19999, 20008, Cause::extra)), HasSubstr("from 19999"));
    EXPECT_EQ(said(scans_another_range, scan(20000, 20008, Cause::missing)), "");
    EXPECT_EQ(said(scans_another_range, scan(20000, 20001, Cause::missing)), "");
}

TEST(PrintsClosedPorts, WhenTheRangeIsRight) {
    EXPECT_THAT(said(prints_closed_ports, scan(20000, 20008, Cause::extra)), HasSubstr("connect_ex()"));
    EXPECT_EQ(said(prints_closed_ports, scan(20000, 20009, Cause::extra)), "");
    EXPECT_EQ(said(prints_closed_ports, scan(20000, 20008, Cause::missing)), "");
}

TEST(TalksToTheServers, ShowsWhatItSaid) {
    EXPECT_THAT(said(talks_to_the_servers,
                     scan(20000, 20008, Cause::extra).received("server", "GET / HTTP/1.0\r\n").proof()),
                HasSubstr("sent \"GET / HTTP/1.0\\r\\n\" to a server"));
    EXPECT_EQ(said(talks_to_the_servers, scan(20000, 20008, Cause::extra).prints("20001\n").proof()), "");
}

TEST(ScansAgain, WhenAllWereAsked) {
    EXPECT_THAT(said(scans_again, scan(20000, 20008, Cause::hung).call(Call::connect, {"127.0.0.1", 20000})),
                HasSubstr("Then it began again with port 20000"));
    EXPECT_EQ(said(scans_again, scan(20000, 20008, Cause::hung)), "");
    EXPECT_EQ(said(scans_again, scan(20000, 20007, Cause::hung).call(Call::connect, {"127.0.0.1", 20000})),
              "");
}

FailedCase connected(FailedCase one, const std::vector<std::uint16_t>& ports) {
    for (const std::uint16_t port : ports)
        one.add(event::Opened{"port", {"127.0.0.1", port}, {"127.0.0.1", 50000}});
    return one;
}

TEST(PrintsNoPort, AllWereFound) {
    const FailedCase found = connected(scan(20000, 20008, Cause::missing), {20000, 20003, 20008});
    EXPECT_THAT(said(prints_no_port, FailedCase(found).prints("3 are open\n")),
                HasSubstr("It printed \"3 are open\""));
    EXPECT_EQ(said(prints_no_port, FailedCase(found).prints("20003\n")), "");
    EXPECT_EQ(said(prints_no_port, connected(scan(20000, 20008, Cause::missing), {20000})), "");
}

TEST(ReusesOneSocket, OneConnectionAndNoOther) {
    const auto met = [](const std::vector<std::uint16_t>& ports) {
        return connected(scan(20000, 20008, Cause::missing), ports);
    };
    EXPECT_THAT(said(reuses_one_socket, met({20000})),
                HasSubstr("for port 20003 too, where somebody listens"));
    EXPECT_EQ(said(reuses_one_socket, met({20000, 20003})), "");
    EXPECT_EQ(said(reuses_one_socket, met({20003})), "");
    EXPECT_EQ(said(reuses_one_socket, connected(scan(20000, 20002, Cause::missing), {20000})), "");
}

FailedCase machine(const std::string& output) {
    FailedCase one(Role::tool, kTcp, Cause::missing);
    one.transcript.plan.interfaces = {{"eth0", {"10.1.2.3"}, 24}, {"usb0", {"172.16.9.8"}, 24}};
    return one.prints(output);
}

TEST(LooksUpTheHostName, WhenItsAddressIsPrinted) {
    EXPECT_THAT(said(looks_up_the_host_name, machine("IP: 192.168.7.2\n")), HasSubstr("/etc/hosts"));
    EXPECT_THAT(said(looks_up_the_host_name, machine("127.0.1.1\n")), HasSubstr("127.0.1.1"));
    EXPECT_EQ(said(looks_up_the_host_name, machine("192.168.7.2 10.1.2.3\n")), "");
    EXPECT_EQ(said(looks_up_the_host_name, machine("192.168.1.1\n")), "");
}

TEST(PrintsSomeAddressesOnly, CountsThem) {
    EXPECT_THAT(said(prints_some_addresses_only, machine("10.1.2.3\n")), HasSubstr("1 of the machine's 2"));
    EXPECT_EQ(said(prints_some_addresses_only, machine("127.0.0.1\n")), "");
    EXPECT_EQ(said(prints_some_addresses_only, machine("10.1.2.3 172.16.9.8\n")), "");
}

TEST(DoesNotWaitForTheOther, WhoEndsWhenNobodyIsThere) {
    const auto refused = [](int status) {
        FailedCase one(Role::peer, kTcp, Cause::crashed);
        one.add(event::FaultPlayed{"partner", event::FaultPlayed::What::refused, 1});
        return status < 0 ? one : one.exited(status);
    };
    EXPECT_THAT(said(does_not_wait_for_the_other, refused(1)), HasSubstr("wait to be called"));
    EXPECT_EQ(said(does_not_wait_for_the_other, refused(-1)), "");
}

TEST(NeverCallsTheOther, WhoOnlyListens) {
    FailedCase waits(Role::peer, kTcp, Cause::never_connected);
    waits.call(Call::listen, {"0.0.0.0", kPort});
    EXPECT_THAT(said(never_calls_the_other, waits), HasSubstr("never calls"));
    EXPECT_EQ(said(never_calls_the_other, waits.call(Call::connect, {"127.0.0.1", 12001})), "");
}

TEST(BoundToOneAddress, WhenItIsNotLoopback) {
    const auto bound = [](const std::string& host) {
        return FailedCase(Role::receiver, kTcp, Cause::wrong_address)
            .call(Call::bind, {host, kPort})
            .step("sender", model::Connect{model::From::this_host});
    };
    EXPECT_THAT(said(bound_to_one_address, bound("192.168.1.7")), HasSubstr("192.168.1.7:12000"));
    EXPECT_EQ(said(bound_to_one_address, bound("0.0.0.0")), "");
    EXPECT_EQ(said(bound_to_one_address, bound("127.0.0.1")), "");
    auto asks = FailedCase(Role::receiver, kTcp, Cause::wrong_address)
                    .add(event::SocketCall{Call::connect, kUdp, {"8.8.8.8", 53}})
                    .call(Call::bind, {"8.8.8.8", kPort})
                    .step("sender", model::Connect{model::From::this_host});
    EXPECT_THAT(said(bound_to_one_address, asks), HasSubstr("connected a UDP socket to 8.8.8.8:53"));
}

TEST(HearsIpv6Only, WhenACallByIpv4IsRefused) {
    const auto refused = [](const std::string& host, const std::string& earlier) {
        FailedCase one(Role::receiver, kTcp, Cause::closed_early);
        one.call(Call::bind, {host, kPort});
        if (!earlier.empty()) one.add(event::Opened{"neighbour", {earlier, 40000}, {earlier, kPort}});
        return one.add(event::NotOpened{"sender", {"127.0.0.1", kPort}, ECONNREFUSED})
            .step("sender", model::Connect{model::From::this_host});
    };
    EXPECT_THAT(said(hears_ipv6_only, refused("::", "")),
                HasSubstr("[::]:12000, and that socket hears IPv6 alone"));
    EXPECT_NE(said(hears_ipv6_only, refused("::", "fd07::9")), "");
    EXPECT_NE(said(hears_ipv6_only, refused("::1", "")), "");
    EXPECT_EQ(said(hears_ipv6_only, refused("::", "192.168.7.9")), "");
    EXPECT_EQ(said(hears_ipv6_only, refused("0.0.0.0", "")), "");
}

TEST(HearsIpv6Only, WhenADatagramByIpv4IsRefused) {
    const auto refused = FailedCase(Role::receiver, kUdp, Cause::missing)
                             .add(event::SocketCall{Call::bind, kUdp, {"::", kPort}})
                             .add(event::Opened{"sender", {"127.0.0.1", 40000}, {"127.0.0.1", kPort}})
                             .add(event::ResetSeen{"sender", ECONNREFUSED})
                             .step("sender", model::Connect{model::From::this_host});
    EXPECT_NE(said(hears_ipv6_only, refused), "");
}

FailedCase scan() {
    FailedCase one(Role::client, kTcp, Cause::missing);
    one.transcript.plan.given.ports = {20000, 20008, {20000, 20008}, {}};
    return one;
}

TEST(WaitsForABanner, OnceItIsConnected) {
    const auto waits = [](const Waits& blocked) {
        return scan()
            .add(event::Opened{"peer", {"127.0.0.1", 20000}, {"127.0.0.1", 40000}})
            .step(model::kProgram, model::Prints{}, WaitEnd::quiet, blocked);
    };
    EXPECT_THAT(said(waits_for_a_banner, waits(kWaitsInRecv)),
                HasSubstr("connected to port 20000, which listens"));
    EXPECT_EQ(said(waits_for_a_banner, waits(Waits{{WaitCall::connect, 3}})), "");
}

TEST(BindsThePorts, AndNeverConnects) {
    EXPECT_THAT(said(binds_the_ports,
                     scan().call(Call::bind, {"127.0.0.1", 20000}).call(Call::bind, {"127.0.0.1", 20001})),
                HasSubstr("bind() for the ports from 20000 to 20001"));
    EXPECT_EQ(said(binds_the_ports, scan()
                                        .call(Call::bind, {"127.0.0.1", 20000})
                                        .call(Call::bind, {"127.0.0.1", 20001})
                                        .call(Call::connect, {"127.0.0.1", 20002})),
              "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
