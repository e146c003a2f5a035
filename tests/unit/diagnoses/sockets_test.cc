// Diagnoses of sockets, ports and addresses.
#include <cerrno>
#include <csignal>

#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

FailedCase server(Cause cause, Transport transport = kTcp) { return {Role::server, transport, cause}; }
FailedCase sender(Cause cause, Transport transport = kTcp) { return {Role::sender, transport, cause}; }

TEST(ListensByUdp, ListenFailsThere) {
    const model::Address here{"0.0.0.0", kPort};
    EXPECT_THAT(said(listens_by_udp, server(Cause::hung, kUdp).call(Call::listen, here, EOPNOTSUPP)),
                HasSubstr("listen() on a UDP socket, and that failed: Operation not supported"));
    EXPECT_EQ(said(listens_by_udp, server(Cause::hung, kUdp).call(Call::bind, here, EADDRINUSE)), "");
    // Where TCP is wanted, that is what is wrong.
    EXPECT_EQ(said(listens_by_udp, server(Cause::hung).call(Call::listen, here, EOPNOTSUPP)), "");
}

TEST(WrongTransport, NamesBothTransports) {
    auto one = server(Cause::wrong_transport).add(event::SocketCall{Call::bind, kUdp, {"0.0.0.0", kPort}});
    EXPECT_THAT(said(wrong_transport, one),
                HasSubstr("made a UDP socket (bind 0.0.0.0:12000), but this exercise speaks TCP"));
    // Looking up a name is not the exercise.
    auto near = sender(Cause::wrong_transport).add(event::SocketCall{Call::connect, kUdp, {"10.0.0.1", 53}});
    EXPECT_EQ(said(wrong_transport, near), "");
    const event::SocketCall connects{event::SocketCall::Call::connect, kUdp, {"127.0.0.1", kPort}};
    auto connected = sender(Cause::exited_early).add(connects);
    EXPECT_THAT(said(wrong_transport, connected), HasSubstr("made a UDP socket (connect 127.0.0.1:12000)"));
    // So does looking up a name that has two addresses.
    auto looks_up =
        sender(Cause::exited_early).add(connects).add(event::SocketCall{Call::connect, kUdp, {"::1", kPort}});
    EXPECT_EQ(said(wrong_transport, looks_up), "");
}

TEST(AnswersFromAnotherSocket, NamesBothPorts) {
    const auto answered_from = [](const model::Address& from) {
        return server(Cause::wrong_address, kUdp)
            .opened("client", 40000)
            .sent("client", "hello")
            .add(event::Delivered{"client", model::Direction::from_program, 0, 0, "HELLO",
                                  event::Delivered::Way::from_stranger, from})
            .step("client", expect(model::Expect::What::capitals), WaitEnd::quiet);
    };
    EXPECT_THAT(
        said(answers_from_another_socket, answered_from({"127.0.0.1", 45123})),
        HasSubstr(
            "The reply \"HELLO\" came from port 45123, not from port 12000, which the client had asked"));
    EXPECT_THAT(said(answers_from_another_socket, answered_from({"127.0.0.9", kPort})),
                HasSubstr("came from 127.0.0.9:12000, not from 127.0.0.1:12000"));
    auto late = answered_from({"127.0.0.1", 45123});
    late.cause = Cause::no_reply;
    EXPECT_EQ(said(answers_from_another_socket, late), "");
    EXPECT_EQ(said(answers_from_another_socket, server(Cause::wrong_address, kUdp).opened("client", 40000)),
              "");
}

TEST(SwappedPortBytes, NamesBothNumbers) {
    EXPECT_THAT(said(swapped_port_bytes, server(Cause::wrong_address).call(Call::listen, {"0.0.0.0", 57390})),
                HasSubstr("given port 12000 and used port 57390"));
    EXPECT_EQ(said(swapped_port_bytes, server(Cause::wrong_address).call(Call::listen, {"0.0.0.0", 57391})),
              "");
    EXPECT_EQ(said(swapped_port_bytes, server(Cause::wrong_content).call(Call::listen, {"0.0.0.0", 57390})),
              "");
}

TEST(SwappedPortBytes, OfAWholeRange) {
    const auto asks = [](std::uint16_t first, std::uint16_t second) {
        FailedCase one(Role::client, kTcp, Cause::missing);
        one.transcript.plan.given.ports = {20000, 20008, {20000, 20008}, {}};
        return one.call(Call::connect, {"127.0.0.1", first}).call(Call::connect, {"127.0.0.1", second});
    };
    EXPECT_THAT(said(swapped_port_bytes, asks(8270, 8526)),
                HasSubstr("asked port 8526 in place of port 20001"));
    EXPECT_EQ(said(swapped_port_bytes, asks(8270, 20001)), "");
    // 20046 is 0x4e4e.
    FailedCase same = asks(8270, 8526).call(Call::connect, {"127.0.0.1", 20046});
    same.transcript.plan.given.ports.last = 20050;
    EXPECT_THAT(said(swapped_port_bytes, same), HasSubstr("asked port 8526"));
    EXPECT_EQ(said(swapped_port_bytes, asks(8270, 8271)), "");
}

TEST(SwappedAddressBytes, OfTheHostThatItWasGiven) {
    const auto dials = [](const std::string& host) {
        return sender(Cause::wrong_address).call(Call::connect, {host, kPort});
    };
    EXPECT_THAT(said(swapped_address_bytes, dials("1.0.0.127")),
                HasSubstr("dialled 1.0.0.127. That is 127.0.0.1 with its four bytes the other way round"));
    EXPECT_EQ(said(uses_another_address, dials("1.0.0.127")), "");
    EXPECT_EQ(said(swapped_address_bytes, dials("1.0.0.126")), "");
    EXPECT_EQ(said(swapped_address_bytes, dials("1.0.0.127").call(Call::connect, {"127.0.0.1", kPort})), "");
}

TEST(HandsOverTooShortALength, WhereTheSystemSaidSo) {
    const auto sends = [](int error) {
        return sender(Cause::exited_early, kUdp)
            .call(Call::sendto, {"127.0.0.1", kPort}, error)
            .exited(0)
            .step("receiver", expect(model::Expect::What::given), WaitEnd::program_ended);
    };
    EXPECT_THAT(said(hands_over_too_short_a_length, sends(EINVAL)),
                HasSubstr("sendto() to 127.0.0.1:12000 failed with \"Invalid argument\""));
    EXPECT_EQ(said(hands_over_too_short_a_length, sends(0)), "");
    // A socket that has a port already answers so, too.
    EXPECT_EQ(said(hands_over_too_short_a_length,
                   server(Cause::exited_early).call(Call::bind, {"0.0.0.0", kPort}, EINVAL).exited(1)),
              "");
}

TEST(AddressNotAvailable, NamesTheAddress) {
    EXPECT_THAT(said(address_not_available,
                     server(Cause::wrong_address).call(Call::bind, {"192.168.0.7", kPort}, EADDRNOTAVAIL)),
                HasSubstr("has the address 192.168.0.7"));
    EXPECT_EQ(
        said(address_not_available, server(Cause::wrong_address).call(Call::bind, {"192.168.0.7", kPort})),
        "");
}

TEST(ListensInsteadOfConnecting, IsForThoseWhoSpeakFirst) {
    EXPECT_THAT(said(listens_instead_of_connecting,
                     sender(Cause::exited_early).call(Call::bind, {"::", kPort}, EADDRINUSE)),
                HasSubstr("called bind() for port 12000, which is the port of the other side"));
    EXPECT_EQ(
        said(listens_instead_of_connecting, server(Cause::exited_early).call(Call::bind, {"::", kPort})), "");
    EXPECT_EQ(said(listens_instead_of_connecting, sender(Cause::exited_early)
                                                      .call(Call::bind, {"0.0.0.0", kPort})
                                                      .call(Call::connect, {"127.0.0.1", kPort})),
              "");
}

TEST(BindsAgain, NeedsAFirstTimeThatWorked) {
    auto twice =
        server(Cause::crashed).call(Call::bind, {"::", kPort}).call(Call::bind, {"::", kPort}, EADDRINUSE);
    EXPECT_THAT(said(binds_again, twice), HasSubstr("bind() for port 12000 a second time"));
    EXPECT_EQ(said(port_in_use, twice), "");
    auto once = server(Cause::crashed).call(Call::bind, {"::", kPort}, EADDRINUSE);
    EXPECT_EQ(said(binds_again, once), "");
    EXPECT_THAT(said(port_in_use, once), HasSubstr("another socket holds that port"));
}

TEST(NeverListens, NeedsABindAndNoListen) {
    auto one = server(Cause::crashed)
                   .call(Call::bind, {"0.0.0.0", kPort})
                   .errors("OSError: [Errno 22] Invalid argument\n");
    EXPECT_THAT(said(never_listens, one),
                HasSubstr("bound its socket to port 12000, but never called listen()"));
    auto listens =
        server(Cause::crashed).call(Call::bind, {"0.0.0.0", kPort}).call(Call::listen, {"0.0.0.0", kPort});
    EXPECT_EQ(said(never_listens, listens), "");
    // It may have fallen in between for a reason of its own.
    auto fell = server(Cause::crashed)
                    .call(Call::bind, {"0.0.0.0", kPort})
                    .errors("NameError: name 'x' is not defined\n");
    EXPECT_EQ(said(never_listens, fell), "");
}

TEST(BindNotCalled, TheSystemChoseOrThereIsNone) {
    EXPECT_THAT(
        said(bind_not_called, server(Cause::wrong_address).call(Call::listen, {"0.0.0.0", 41000}, 0, true)),
        HasSubstr("gave it port 41000"));
    auto udp = server(Cause::never_listened, kUdp)
                   .step("client", model::Send{}, WaitEnd::quiet, Waits{{WaitCall::recvfrom, 3}});
    EXPECT_THAT(said(bind_not_called, udp),
                HasSubstr("waits in recvfrom() on descriptor 3, but never called bind()"));
    EXPECT_EQ(said(bind_not_called, server(Cause::wrong_address)
                                        .call(Call::bind, {"0.0.0.0", 41000})
                                        .call(Call::listen, {"0.0.0.0", 41000})),
              "");
    EXPECT_THAT(said(bind_not_called,
                     server(Cause::wrong_address, kUdp).call(Call::bind, {"0.0.0.0", 41000}, 0, true)),
                HasSubstr("bound its socket to port 0"));
    auto asks = server(Cause::never_listened, kUdp)
                    .step("client", model::Send{}, WaitEnd::quiet, Waits{{WaitCall::read, 0}});
    EXPECT_EQ(said(bind_not_called, asks), "");
}

TEST(BoundToLoopbackOnly, OnlyWhereAnotherHostCalls) {
    auto one = server(Cause::never_listened)
                   .call(Call::bind, {"127.0.0.1", kPort})
                   .step("client", model::Connect{model::From::another_host});
    EXPECT_THAT(said(bound_to_loopback_only, one), HasSubstr("bound its socket to 127.0.0.1:12000"));
    auto here =
        server(Cause::never_listened).call(Call::bind, {"127.0.0.1", kPort}).step("client", model::Connect{});
    EXPECT_EQ(said(bound_to_loopback_only, here), "");
    auto all = server(Cause::never_listened)
                   .call(Call::bind, {"0.0.0.0", kPort})
                   .step("client", model::Connect{model::From::another_host});
    EXPECT_EQ(said(bound_to_loopback_only, all), "");
}

TEST(UnknownHost, SaysWhereAndWhat) {
    const std::string trace =
        "Traceback (most recent call last):\n  File \"/x/a.py\", line 8, in <module>\n    s.connect((name, "
        "1))\n"
        "socket.gaierror: [Errno -2] Name or service not known\n";
    EXPECT_THAT(said(unknown_host, sender(Cause::crashed).errors(trace)), HasSubstr("line 8 of a.py"));
    EXPECT_THAT(
        said(unknown_host, sender(Cause::exited_early).errors("java.net.UnknownHostException: hostname\n")),
        HasSubstr("UnknownHostException: hostname"));
    // C programs say it in words of their own.
    EXPECT_THAT(
        said(unknown_host,
             sender(Cause::exited_early).add(model::event::NameAsked{"300.1.1.1", ""}).errors("ERROR\n")),
        HasSubstr("looked for the host \"300.1.1.1\", and there is no host of that name."));
    EXPECT_EQ(said(unknown_host, sender(Cause::exited_early)
                                     .add(model::event::NameAsked{"my-laptop", "127.0.0.1"})
                                     .errors("ERROR\n")),
              "");
    // The function is named in a traceback about something else.
    const std::string other =
        "Traceback (most recent call last):\n  File \"a.py\", line 8, in <module>\n    getaddrinfo(x)\n"
        "NameError: name 'x' is not defined\n";
    EXPECT_EQ(said(unknown_host, sender(Cause::crashed).errors(other)), "");
}

TEST(SendsToItself, ComparesItsOwnPort) {
    auto one = sender(Cause::exited_early, kUdp)
                   .call(Call::bind, {"127.0.0.1", 50000}, 0, true)
                   .call(Call::sendto, {"127.0.0.1", 50000});
    EXPECT_THAT(said(sends_to_itself, one),
                HasSubstr("sent to 127.0.0.1:50000, and that is the address of its own socket"));
    auto right = sender(Cause::exited_early, kUdp)
                     .call(Call::bind, {"0.0.0.0", 50000}, 0, true)
                     .call(Call::sendto, {"127.0.0.1", kPort});
    EXPECT_EQ(said(sends_to_itself, right), "");
}

FailedCase answered_at(const model::Address& address) {
    return server(Cause::no_reply, kUdp)
        .opened("client", 40000)
        .sent("client", "hello")
        .proof()
        .call(Call::sendto, address)
        .step("client", expect(model::Expect::What::capitals), WaitEnd::quiet);
}

TEST(RepliesToWrongAddress, ComparesWithTheSender) {
    EXPECT_THAT(
        said(replies_to_wrong_address, answered_at({"127.0.0.1", 12001})),
        HasSubstr(
            "The client wrote from 127.0.0.1:40000, but your program sent its reply to 127.0.0.1:12001"));
    EXPECT_EQ(said(replies_to_wrong_address, answered_at({"127.0.0.1", 40000})), "");
    EXPECT_EQ(said(replies_to_wrong_address, answered_at({"::ffff:127.0.0.1", 40000})), "");
}

TEST(RepliesToWrongAddress, AnotherPeerGotIt) {
    const auto got_by_first = [](const std::string& bytes) {
        return server(Cause::no_reply, kUdp)
            .opened("first", 40000)
            .opened("second", 40001)
            .sent("second", "hello")
            .proof()
            .received("first", bytes)
            .step("second", expect(model::Expect::What::capitals), WaitEnd::quiet);
    };
    EXPECT_THAT(said(replies_to_wrong_address, got_by_first("HELLO")),
                HasSubstr("The peer 'second' asked, but the reply \"HELLO\" went to the peer 'first'"));
    EXPECT_EQ(said(replies_to_wrong_address, got_by_first("SOMETHING")), "");
}

TEST(ConnectsToTheFirstPeer, TheOtherIsNotHeard) {
    const auto connected_to = [](std::uint16_t port) {
        return server(Cause::no_reply, kUdp)
            .opened("first", 40000)
            .call(Call::connect, {"127.0.0.1", port})
            .opened("second", 40001)
            .sent("second", "hello")
            .proof()
            .step("second", expect(model::Expect::What::capitals), WaitEnd::quiet);
    };
    EXPECT_THAT(said(connects_to_the_first_peer, connected_to(40000)),
                HasSubstr("to the peer 'first' (127.0.0.1:40000)"));
    EXPECT_EQ(said(connects_to_the_first_peer, connected_to(40001)), "");
}

TEST(SendsWithoutConnecting, NoConnectCall) {
    EXPECT_THAT(said(sends_without_connecting,
                     sender(Cause::crashed).errors("BrokenPipeError: [Errno 32] Broken pipe\n")),
                HasSubstr("never called connect()"));
    EXPECT_THAT(said(sends_without_connecting, sender(Cause::crashed).killed(SIGPIPE)),
                HasSubstr("never called connect()"));
    EXPECT_EQ(said(sends_without_connecting,
                   sender(Cause::crashed).call(Call::connect, {"127.0.0.1", kPort}).errors("Broken pipe\n")),
              "");
}

TEST(UsesAClosedSocket, ByTheError) {
    EXPECT_THAT(said(uses_a_closed_socket, server(Cause::crashed).errors("accept: Bad file descriptor\n")),
                HasSubstr("close the connection that accept() returned"));
    EXPECT_THAT(said(uses_a_closed_socket,
                     server(Cause::crashed)
                         .errors("Traceback (most recent call last):\n  File \"a.py\", line 8, in <module>\n"
                                 "    connection.send(data)\nOSError: [Errno 9] Bad file descriptor\n")),
                HasSubstr("first send(), then close()"));
    EXPECT_THAT(said(uses_a_closed_socket,
                     server(Cause::crashed, kUdp).errors("java.net.SocketException: Socket closed\n")),
                HasSubstr("One UDP socket serves everyone"));
    EXPECT_EQ(said(uses_a_closed_socket, server(Cause::crashed).errors("accept: Invalid argument\n")), "");
}

TEST(UsesListeningSocket, WhileAClientIsThere) {
    EXPECT_THAT(said(uses_listening_socket,
                     server(Cause::crashed).opened("client", 40000).errors("BrokenPipeError: Broken pipe\n")),
                HasSubstr("Talk on the one that accept() returns"));
    // The client had left: then it is no wonder.
    EXPECT_EQ(said(uses_listening_socket, server(Cause::crashed)
                                              .opened("client", 40000)
                                              .add(event::Closed{"client", true})
                                              .errors("BrokenPipeError: Broken pipe\n")),
              "");
}

TEST(SendsFromLoopback, ToAnotherComputer) {
    const auto sender = [](const std::string& own) {
        FailedCase one(Role::sender, kTcp, Cause::wrong_address);
        one.transcript.plan.given.address = {"192.168.9.30", kPort};
        one.transcript.isolation = "A";
        one.call(Call::bind, {own, 40001}).call(Call::connect, {"192.168.9.30", kPort});
        return one.add(event::Opened{"receiver", {"192.168.9.30", kPort}, {"192.168.9.30", 40001}});
    };
    EXPECT_THAT(said(sends_from_loopback, sender("127.0.0.1")), HasSubstr("bound its socket to 127.0.0.1"));
    EXPECT_EQ(said(sends_from_loopback, sender("0.0.0.0")), "");
}

}  // namespace
}  // namespace sockgrade::diagnoses
