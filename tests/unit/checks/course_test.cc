// Ports that listen, addresses of the machine, two equals that chat, and hosts that are given.
#include <gmock/gmock.h>

#include <cerrno>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const model::PortRange kRange{20000, 20008, {20000, 20003, 20008}, {19999, 20009}};

// --- What a program reports.

TEST(ReportedPorts, AreWholeNumbersInAndAroundTheRange) {
    EXPECT_THAT(reported_ports(kRange, "Port 20000 is open\n20003/tcp\nopen: 127.0.0.1:20008\n"),
                ElementsAre(20000, 20003, 20008));
    EXPECT_THAT(reported_ports(kRange, "[20000, 20003,20008]"), ElementsAre(20000, 20003, 20008));
    EXPECT_THAT(reported_ports(kRange, "19999 20009 20010 200031 120003"), ElementsAre(19999, 20009));
    EXPECT_THAT(reported_ports(kRange, "took 0.20003 s, at 20003.5, host 10.20003.1"), IsEmpty());
    EXPECT_THAT(reported_ports(kRange, "It is 20003."), ElementsAre(20003));
}

TEST(ReportedPorts, AreNotThoseOfAHeading) {
    EXPECT_THAT(reported_ports(kRange, "Scanning 127.0.0.1 from 20000 to 20008\n20003\n"),
                ElementsAre(20003));
    EXPECT_THAT(reported_ports(kRange, "20000-20008\r20000\r\n"), ElementsAre(20000));
}

Case scanned(const std::vector<std::uint16_t>& called, const std::vector<model::event::What>& output) {
    model::Prints prints;
    prints.what = model::Prints::What::ports;
    Case one(Role::client, Transport::tcp);
    one.plan().given.names_port = false;
    one.plan().given.ports = kRange;
    std::vector<model::event::What> all;
    for (const std::uint16_t port : called)
        all.emplace_back(Opened{"server", {"127.0.0.1", port}, {"127.0.0.1", 40000}});
    all.insert(all.end(), output.begin(), output.end());
    all.emplace_back(exited(0));
    return one.step(model::kProgram, prints, all);
}

TEST(PrintsListeningPorts, AllOfThemAndNoOthers) {
    expect_passed(scanned({20000, 20003, 20008}, {printed("20000\n20003\n20008\n")}));
    expect_failed(scanned({20000, 20003, 20008}, {printed("20000\n20003\n")}), Cause::missing, "20008");
    expect_failed(scanned({20000, 20003, 20008}, {printed("20000\n20001\n20003\n20008\n")}), Cause::extra,
                  "20001 was printed and does not listen");
    expect_failed(scanned({20000, 20003, 20008, 20009}, {printed("20000\n20003\n20008\n20009\n")}),
                  Cause::extra, "20009 outside the range");
}

TEST(PrintsListeningPorts, WhoDialsHasToDialEach) {
    expect_failed(scanned({20000, 20003}, {printed("Last port: 20008\n20000\n20003\n")}), Cause::missing,
                  "20008");
    // Who asks the system's tables dials nobody.
    expect_passed(scanned({}, {printed("20000\n20003\n20008\n")}));
}

TEST(PrintsListeningPorts, ALogOnStandardErrorIsNoReport) {
    expect_passed(
        scanned({20000, 20003, 20008}, {error_output("trying 20001\n"), printed("20000\n20003\n20008\n")}));
    expect_passed(scanned({20000, 20003, 20008}, {error_output("20000\n20003\n20008\n")}));
}

TEST(SaysNothingToServers, WhatIsSaidIsShownWithItsPort) {
    expect_failed(scanned({20000, 20003, 20008}, {Received{"server", "GET /\r\n", {"127.0.0.1", 40000}},
                                                  printed("20000\n20003\n20008\n")}),
                  Cause::extra, "It was sent to port 20008.");
}

TEST(PrintsListeningPorts, ByUdpNobodyIsFound) {
    Case one = scanned({}, {call(Call::connect, Transport::udp, {"127.0.0.1", 20001}), printed("20001\n")});
    expect_failed(one, Cause::wrong_transport, "the program uses UDP");
}

// --- Addresses.

TEST(HoldsAddress, AsAWhole) {
    EXPECT_TRUE(holds_address("eth0 10.1.2.3/24 brd 10.1.2.255", "10.1.2.3"));
    EXPECT_TRUE(holds_address("10.1.2.34 and 10.1.2.3.", "10.1.2.3"));
    EXPECT_FALSE(holds_address("10.1.2.34", "10.1.2.3"));
    EXPECT_FALSE(holds_address("110.1.2.3", "10.1.2.3"));
    EXPECT_FALSE(holds_address("1.10.1.2.3", "10.1.2.3"));
    EXPECT_FALSE(holds_address("10.1.2.3.4", "10.1.2.3"));
}

Case machine(const std::string& output) {
    model::Prints prints;
    prints.what = model::Prints::What::addresses;
    Case one(Role::tool, Transport::tcp);
    one.plan().interfaces = {{"eth0", {"10.1.2.3"}, 24}, {"wlan0", {}, 24}, {"usb0", {"172.16.9.8"}, 24}};
    return one.step(model::kProgram, prints, {printed(output), exited(0)});
}

TEST(PrintsItsAddresses, OfEachInterface) {
    expect_passed(machine("lo 127.0.0.1\neth0 10.1.2.3\nusb0 172.16.9.8\n"));
    expect_failed(machine("10.1.2.3\n"), Cause::missing, "Missing: 172.16.9.8 (usb0).");
    expect_failed(machine("10.1.2.34 172.16.9.8\n"), Cause::missing, "10.1.2.3 (eth0)");
    expect_failed(machine(""), Cause::missing, "nothing was printed");
}

TEST(Judge, WhatCantBePlayedIsUnsupported) {
    Case one(Role::tool, Transport::tcp);
    one.happens(Unsupported{"no interfaces"});
    EXPECT_EQ(one.judged().verdict, Verdict::unsupported);
    EXPECT_THAT(one.judged().summary, HasSubstr("no interfaces"));
}

// --- Two equals.

model::Expect typed_lines() {
    model::Expect made = expect(model::Expect::What::typed);
    made.messages = {text("hello {word}")};
    return made;
}

TEST(SendsWhatIsTyped, OnWhicheverConnection) {
    Case one(Role::peer, Transport::tcp);
    one.step("partner", typed_lines(),
             {opened("partner"), received("noise", "partner"), received("hello {word}\n", "partner 2")});
    expect_passed(one);
    Case silent(Role::peer, Transport::tcp);
    silent.step("partner", typed_lines(), {opened("partner")}, WaitEnd::quiet);
    expect_failed(silent, Cause::missing);
    Case alone(Role::peer, Transport::tcp);
    alone.step("partner", typed_lines(), {}, WaitEnd::quiet);
    expect_failed(alone, Cause::never_connected);
}

TEST(SendsWhatIsTyped, AndNotWhatCameFromTheOther) {
    Case echo(Role::peer, Transport::tcp);
    echo.step("partner", typed_lines(),
              {opened("partner"), sent("good day\n", "partner"), received("good day\n", "partner"),
               received("hello {word}\n", "partner")});
    expect_failed(echo, Cause::extra, "was sent back");
}

TEST(SendsWhatIsTyped, AsOftenAsItWasTyped) {
    const auto heard = [](const std::string& earlier, const std::string& connection) {
        Case one(Role::peer, Transport::tcp);
        one.happens(Typed{"one\n"}).happens(Typed{"hello {word}\n"});
        return one.step("partner", typed_lines(),
                        {opened("partner"), received("one\n", "partner"), received(earlier, connection),
                         received("hello {word}\n", "partner")});
    };
    expect_passed(heard("", "partner"));
    expect_failed(heard("one\n", "partner"), Cause::extra, "\"one\" was typed once, and came more often");
    // Each of two connections may carry all that is typed, and the end of what was typed last may be on its
    // way.
    expect_passed(heard("one\n", "partner 2"));
    expect_passed(heard("hello {word}\n", "partner"));
}

TEST(SendsTypedLines, AndNothingElse) {
    const auto heard = [](const std::vector<std::string>& pieces) {
        Case one(Role::peer, Transport::tcp);
        one.happens(Typed{"one\n"}).happens(Typed{"hello {word}\n"});
        model::Expect lines = typed_lines();
        lines.what = model::Expect::What::typed_lines;
        std::vector<model::event::What> all{opened("partner")};
        for (const std::string& piece : pieces) all.emplace_back(received(piece, "partner"));
        return one.step("partner", lines, all);
    };
    expect_passed(heard({"one\n", "hello {word}\n"}));
    expect_passed(heard({"on", "e\r\n\nhello {word}", "\r\n"}));
    expect_failed(heard({"hello {word}"}), Cause::missing, "no newline behind \"hello {word}\"");
    expect_failed(heard({"one", "hello {word}"}), Cause::missing, "Behind \"one\" came \"hello {word}\"");
    expect_failed(heard({std::string("one\0hello {word}\n", 18)}), Cause::extra, "where a newline belongs");
    expect_failed(heard({"\x05hello {word}\n"}), Cause::extra, "which nobody typed");
    expect_failed(heard({"hello {word}\n", "bye\n"}), Cause::extra, "\"bye\" was not typed");
    expect_failed(heard({"one\n"}), Cause::missing);
}

TEST(Accepts, NoSecondConnectionFromWhoHasDialled) {
    const auto refused = [](const std::vector<model::event::What>& before) {
        Case one(Role::peer, Transport::tcp);
        one.plan().given.own_port = 12000;
        std::vector<model::event::What> all = before;
        all.insert(all.begin(), listening());
        all.emplace_back(NotOpened{"partner", kGiven, ECONNREFUSED});
        return one.step("partner", model::Connect{}, all);
    };
    expect_passed(refused({opened("partner")}));
    expect_failed(refused({}), Cause::closed_early);
}

// --- Hosts.

TEST(Accepts, FromThisComputerAt127001) {
    Case one(Role::receiver, Transport::tcp);
    one.step("sender", model::Connect{model::From::this_host},
             {listening({"192.168.1.7", 12000}), NotOpened{"sender", kGiven, ECONNREFUSED}});
    expect_failed(one, Cause::wrong_address, "listens at 192.168.1.7:12000 only");
}

Case dialled(const Address& met, const std::vector<model::event::What>& before = {}) {
    Case one(Role::sender, Transport::tcp);
    one.plan().address_rule = model::AddressRule::given_host;
    one.plan().given.address = {"10.1.2.3", 12000};
    std::vector<model::event::What> all = before;
    all.emplace_back(Opened{"receiver", met, kPeer});
    return one.step("receiver", model::Accept{}, all);
}

TEST(UsesItsAddress, WhereTheHostIsTheTask) {
    expect_passed(dialled({"10.1.2.3", 12000}));
    expect_passed(dialled({"10.1.2.3", 5000}));
    expect_failed(dialled({"127.0.0.1", 12000}), Cause::wrong_address, "127.0.0.1 is this computer");
    expect_failed(dialled({"10.1.2.4", 12000}), Cause::wrong_address, "part of the task");
    // Typed, it is given all the same.
    Case asked = dialled({"10.1.2.4", 12000});
    asked.plan().given.names_host = asked.plan().given.names_port = false;
    expect_failed(asked, Cause::wrong_address);
}

TEST(UsesItsAddress, AlsoWhereDialsAreBroughtHome) {
    const SocketCall there = call(Call::connect, Transport::tcp, {"10.1.2.3", 12000});
    EXPECT_EQ(dialled(kGiven, {there}).judged().verdict, Verdict::failed);
    Case home = dialled(kGiven, {there});
    const_cast<model::Transcript&>(home.transcript()).isolation = "E";
    expect_passed(home);
    Case local = dialled(kGiven, {call(Call::connect, Transport::tcp, kGiven)});
    const_cast<model::Transcript&>(local.transcript()).isolation = "E";
    expect_failed(local, Cause::wrong_address);
}

}  // namespace
}  // namespace sockgrade::checks
