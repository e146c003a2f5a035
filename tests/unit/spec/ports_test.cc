// Where datagrams come from, as steps may say.
#include <gtest/gtest.h>

#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

TEST(Ports, OfAServersAnswerMayBeAnother) {
    const auto port = [](const std::string& from) {
        const model::Spec spec = load(with_steps(
            kUdpServer, "- client: { send: hello }\n- client: { expect: hello, from: " + from + " }\n"));
        return std::get<model::Expect>(spec.cases[0].steps[1].action).port;
    };
    EXPECT_EQ(port("another-port"), model::Expect::Port::another);
    EXPECT_EQ(port("any-port"), model::Expect::Port::any);
    const std::string kExpect = "- client: { expect: hello, from: another-port }\n";
    expect_problem(with_steps(kTcpServer, "- client: connect\n" + kExpect),
                   "only datagrams say where they come from");
    expect_problem(with_steps(kUdpClient, kExpect), "it sends from whichever port it likes");
    expect_problem(
        with_steps(kUdpServer, "- client: { send: hello }\n- client: { expect: hello, from: anothr-port }\n"),
        "did you mean 'another-port'?");
}

TEST(Ports, OfAPeersReplyMayBeAnother) {
    const std::string kReply = "- server: { reply: hello, from: another-port }\n- program: exits\n";
    const model::Spec spec = load(with_steps(kUdpClient, "- server: expect-given\n" + kReply));
    EXPECT_TRUE(std::get<model::Reply>(spec.cases[0].steps[1].action).from_another_port);
    expect_problem(with_steps(kTcpClient, "- server: accept\n- server: expect-given\n" + kReply),
                   "only datagrams say where they come from");
    expect_problem(with_steps(kUdpServer, "- server: { send: x }\n- server: expect-anything\n" + kReply),
                   "its peers have a port of their own anyway");
}

TEST(Ports, WhoSendsAgainGetsOverLosses) {
    const auto losing = [](const std::string& program) {
        return spec_of(program,
                       "  - id: c\n    title: t\n    faults: [drop: { from: program, n: 1 }]\n    steps:\n"
                       "      - client: { send: hello }\n      - client: expect-anything\n");
    };
    EXPECT_EQ(problems_of(losing("{ role: server, transport: udp, retries: 1 }")), "");
    expect_problem(losing(kUdpServer), "which sends it once");
}

}  // namespace
}  // namespace sockgrade::spec
