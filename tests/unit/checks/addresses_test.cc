// Where the program is: listens, accepts, dials, uses_its_address.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <string>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using testing::Contains;
using testing::HasSubstr;

using What = model::Expect::What;
using Happenings = std::vector<model::event::What>;

Case server(const Happenings& happenings, WaitEnd how = WaitEnd::satisfied,
            Transport transport = Transport::tcp) {
    Case one(Role::server, transport);
    return one.step("client", model::Connect{}, happenings, how, Waits{{WaitCall::recvfrom, 3}});
}

TEST(Listens, WhereItWasTold) { expect_passed(server({listening(), opened()})); }

TEST(Listens, Never) {
    expect_failed(server({}, WaitEnd::quiet), Cause::never_listened, "recvfrom() on descriptor 3");
    // Bound is not listening.
    expect_failed(server({call(Call::bind, Transport::tcp, kGiven)}, WaitEnd::quiet), Cause::never_listened);
    expect_failed(server({exited(0)}, WaitEnd::program_ended), Cause::exited_early, "It never listened.");
}

TEST(Listens, WithTheWrongTransport) {
    expect_failed(server({call(Call::bind, Transport::udp, kGiven)}, WaitEnd::quiet), Cause::wrong_transport,
                  "This exercise is about TCP, the program uses UDP.");
    Case udp(Role::server, Transport::udp);
    udp.step("client", send("x"), {call(Call::bind, Transport::tcp, kGiven), listening()}, WaitEnd::quiet);
    expect_failed(udp, Cause::wrong_transport);
}

TEST(Listens, AtAnAddressThatCantBeHad) {
    expect_failed(server({call(Call::bind, Transport::tcp, {"10.0.0.7", 12000}, EADDRNOTAVAIL), exited(1)},
                         WaitEnd::program_ended),
                  Cause::wrong_address, "10.0.0.7:12000");
    expect_failed(
        server({call(Call::bind, Transport::tcp, kGiven, EADDRINUSE), exited(1)}, WaitEnd::program_ended),
        Cause::never_listened, "Address already in use");
    // A second try that worked makes it good.
    expect_passed(server({call(Call::bind, Transport::tcp, kGiven, EADDRINUSE), listening(), opened()}));
}

TEST(Accepts, AConnectionFromAnywhere) {
    Case local(Role::server, Transport::tcp);
    local.step("client", model::Connect{model::From::another_host},
               {listening({"127.0.0.1", 12000}), NotOpened{"client", {"192.168.7.2", 12000}, ECONNREFUSED}});
    expect_failed(local, Cause::wrong_address, "listens at 127.0.0.1:12000 only");
}

TEST(Accepts, NotWhenItNoLongerListens) {
    expect_failed(server({listening(), NotOpened{"client", kGiven, ECONNREFUSED}}), Cause::closed_early);
    expect_failed(server({listening(), exited(0), NotOpened{"client", kGiven, ECONNREFUSED}}),
                  Cause::exited_early);
}

Case client(const Happenings& happenings, WaitEnd how = WaitEnd::satisfied, Role role = Role::client) {
    Case one(role, Transport::tcp);
    return one.step("server", model::Accept{}, happenings, how);
}
Opened met_at(const Address& address) { return {"server", address, kPeer}; }

TEST(Dials, ItConnects) { expect_passed(client({met_at(kGiven)})); }

TEST(Dials, Never) {
    expect_failed(client({}, WaitEnd::quiet), Cause::never_connected);
    expect_failed(client({exited(1)}, WaitEnd::program_ended), Cause::exited_early);
}

TEST(Dials, WithTheWrongTransport) {
    expect_failed(client({call(Call::sendto, Transport::udp, kGiven)}, WaitEnd::quiet),
                  Cause::wrong_transport, "This exercise is about TCP");
    Case udp(Role::sender, Transport::udp);
    udp.step("receiver", expect(What::given), {call(Call::connect, Transport::tcp, kGiven)}, WaitEnd::quiet);
    expect_failed(udp, Cause::wrong_transport);
}

TEST(Dials, ANameThatIsLookedUpIsNoTransport) {
    expect_failed(client({call(Call::connect, Transport::udp, {"192.0.2.1", 53}),
                          call(Call::sendto, Transport::udp, {"192.0.2.1", 53}),
                          call(Call::connect, Transport::udp, {"192.0.2.80", 0})},
                         WaitEnd::quiet),
                  Cause::never_connected);
}

// --- The address that it used: given, its own, or wrongly made from the given one.

Control control(const Address& given, const Address& used) { return {given, "another", used, std::nullopt}; }

TEST(UsesItsAddress, TheGivenOne) {
    expect_passed(server({listening({"0.0.0.0", 12000}), opened()}));
    expect_passed(client({met_at(kGiven)}));
    expect_passed(client({met_at({"::1", 12000})}));  // `localhost`
}

TEST(UsesItsAddress, OneOfItsOwnStaysTheSame) {
    const Case own = server({listening({"0.0.0.0", 9999}), opened()})
                         .happens(control({"127.0.0.1", 23456}, {"0.0.0.0", 9999}));
    expect_passed(own);
    expect_passed(client({met_at({"192.168.1.7", 12000})})
                      .happens(control({"127.0.0.3", 23456}, {"192.168.1.7", 12000})));
}

TEST(UsesItsAddress, WhatChangesWithTheGivenOneIsMadeFromIt) {
    expect_failed(server({listening({"0.0.0.0", 12001}), opened()})
                      .happens(control({"127.0.0.1", 23456}, {"0.0.0.0", 23457})),
                  Cause::wrong_address, "it makes the address from what it is given, but not rightly");
}

TEST(UsesItsAddress, WithoutAControlRunItIsBelieved) {
    expect_passed(server({listening({"0.0.0.0", 9999}), opened()}));
}

TEST(UsesItsAddress, SwappedBytes) {
    const std::uint16_t swapped = model::swap_bytes(kGiven.port);
    expect_failed(server({listening({"0.0.0.0", swapped}), opened()}), Cause::wrong_address,
                  "its two bytes swapped");
    expect_failed(client({met_at({"127.0.0.1", swapped})}), Cause::wrong_address, "its two bytes swapped");
}

TEST(UsesItsAddress, AnAddressThatNobodyHas) {
    expect_failed(server({listening({"1.0.0.127", 12000}), opened()}), Cause::wrong_address,
                  "1.0.0.127 is 127.0.0.1 with its four bytes the other way round");
    expect_failed(server({listening({"0.1.0.0", 12000}), opened()}), Cause::wrong_address,
                  "No computer has the address 0.1.0.0");
    expect_failed(client({met_at({"240.0.0.1", 12000})}), Cause::wrong_address);
    expect_failed(client({met_at({"224.0.0.1", 12000})}), Cause::wrong_address);
    expect_passed(server({listening({"1.0.0.126", 12000}), opened()}));
}

TEST(UsesItsAddress, APortThatTheSystemChose) {
    SocketCall chosen = listening({"0.0.0.0", 41234});
    chosen.ephemeral = true;
    expect_failed(server({chosen, opened()}), Cause::wrong_address, "The system chose port 41234");
    // A socket of its own for something else does not count.
    expect_passed(server({chosen, listening({"0.0.0.0", 12000}), opened()}));
}

TEST(UsesItsAddress, WhereTheAddressIsTheTask) {
    Case strict = client({met_at({"192.168.1.7", 12000})});
    strict.plan().address_rule = model::AddressRule::given;
    expect_failed(strict, Cause::wrong_address, "the address is part of the task");
    Case right = client({met_at(kGiven)});
    right.plan().address_rule = model::AddressRule::given;
    expect_passed(right);
}

TEST(UsesItsAddress, WhoWasToldNothingMayUseAnything) {
    Case free = client({met_at({"192.168.1.7", 9})}).happens(control({"127.0.0.3", 23456}, {"10.1.1.1", 8}));
    free.plan().given.names_host = false;
    free.plan().given.names_port = false;
    expect_passed(free);
}

TEST(AddressUsed, TheGivenPortBeforeOthers) {
    EXPECT_EQ(address_used(server({}).transcript()), std::nullopt);
    EXPECT_EQ(address_used(server({listening({"0.0.0.0", 7}), listening({"::", 12000})}).transcript()),
              (Address{"::", 12000}));
    EXPECT_EQ(address_used(server({listening({"0.0.0.0", 7}), listening({"::", 8})}).transcript()),
              (Address{"0.0.0.0", 7}));
    EXPECT_EQ(address_used(client({met_at({"10.0.0.1", 7})}).transcript()), (Address{"10.0.0.1", 7}));
}

// A message that is sent from a socket bound to `own` to a computer in the network.
Case sent_from(const Address& own, model::AddressRule rule) {
    const Address other{"192.168.9.30", 12000};
    Case one(Role::sender, Transport::tcp);
    one.plan().given.address = other;
    one.plan().address_rule = rule;
    return one.step("receiver", model::Accept{},
                    {call(Call::bind, Transport::tcp, own), call(Call::connect, Transport::tcp, other),
                     Opened{"receiver", other, {"192.168.9.30", own.port}}});
}

TEST(UsesItsAddress, NothingLeavesFromLoopback) {
    const auto rule = model::AddressRule::given_host;
    expect_failed(sent_from({"127.0.0.1", 40001}, rule), Cause::wrong_address, "bound to 127.0.0.1");
    expect_passed(sent_from({"0.0.0.0", 40001}, rule));
    // Another socket of the program.
    Case other = sent_from({"0.0.0.0", 40001}, rule);
    other.happens(call(Call::bind, Transport::tcp, {"127.0.0.1", 40002}));
    expect_passed(other);
}

}  // namespace
}  // namespace sockgrade::checks
