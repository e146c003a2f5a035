// What cannot happen in the order that it is written in.
#include <gtest/gtest.h>

#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

struct Wrong {
    std::string program;
    std::string steps;
    std::string problem;  // without the file name
};

class Story : public testing::TestWithParam<Wrong> {};

TEST_P(Story, IsRefusedWithTheStepThatCannotBe) {
    EXPECT_EQ(problems_of(with_steps(GetParam().program, GetParam().steps)), "x.yaml:" + GetParam().problem);
}

INSTANTIATE_TEST_SUITE_P(
    Tcp, Story,
    testing::Values(
        Wrong{kTcpServer, "- client: { send: x }\n- client: expect-anything",
              "8:17: cases[0].steps[0].client: this peer has no connection yet: it has to connect first\n"
              "x.yaml:9:17: cases[0].steps[1].client: this peer has no connection yet: it has to connect "
              "first"},
        Wrong{kTcpServer, "- client: accept\n- program: { is: running }",
              "8:17: cases[0].steps[0].client: a server program accepts itself: its peer connects"},
        Wrong{kTcpClient, "- server: connect\n- program: exits",
              "8:17: cases[0].steps[0].server: a client program connects itself: its peer accepts"},
        Wrong{kTcpServer, "- client: connect\n- client: connect\n- client: expect-end",
              "9:17: cases[0].steps[1].client: this peer has connected already"},
        Wrong{kTcpServer, "- client: connect\n- client: close\n- client: { send: x }\n- program: exits",
              "10:17: cases[0].steps[2].client: 'client' has closed its socket; give whoever comes next "
              "another name"},
        Wrong{kTcpServer,
              "- client: connect\n- client: finish-sending\n- client: { send: x }\n- client: expect-end",
              "10:17: cases[0].steps[2].client: this peer has finished sending"},
        Wrong{kTcpServer, "- client: connect\n- client: { send: x }",
              "8:7: cases[0].steps: nothing is expected of the program, so it cannot fail; add an expect or "
              "a prints"},
        Wrong{kTcpServer, "- client: connect\n- client: { expect: { capitals_of: sent } }",
              "9:17: cases[0].steps[1].client: this peer has sent nothing since it last expected something"},
        Wrong{kTcpServer, "- client: connect\n- client: { reply: capitals }\n- client: expect-end",
              "9:17: cases[0].steps[1].client: a reply needs a request: expect something first"},
        Wrong{kTcpServer, "- client: connect\n- client: expect-given",
              "9:17: cases[0].steps[1].client: the program is given no message: the spec or the case needs "
              "one"},
        Wrong{kTcpServer, "- program: { prints: { each: sent } }",
              "8:18: cases[0].steps[0].program: nothing was sent to the program since it last had to print"},
        Wrong{kTcpClient, "- server: accept\n- server: expect-anything\n- program: prints-the-reply",
              "10:18: cases[0].steps[2].program: no peer has replied yet"},
        Wrong{kTcpServer, "- program: exits\n- program: { is: running }",
              "9:18: cases[0].steps[1].program: the program has ended by then"}));

INSTANTIATE_TEST_SUITE_P(
    Udp, Story,
    testing::Values(
        Wrong{kUdpServer, "- client: connect\n- client: expect-nothing-more",
              "8:17: cases[0].steps[0].client: a UDP peer has no connection; it just sends"},
        Wrong{kUdpServer, "- client: finish-sending\n- client: reset\n- client: expect-end",
              "8:17: cases[0].steps[0].client: UDP has no half-close; only TCP peers finish sending\n"
              "x.yaml:9:17: cases[0].steps[1].client: UDP has no connection to reset\n"
              "x.yaml:10:17: cases[0].steps[2].client: UDP has no connection that could end"},
        Wrong{kUdpClient, "- server: { send: x }\n- server: expect-given",
              "8:17: cases[0].steps[0].server: nobody is known to send to before something has come: expect "
              "it first"},
        Wrong{kUdpClient, "- server: expect-given\n- other: expect-anything",
              "9:16: cases[0].steps[1].other: a client program sends to one address only, and 'server' is "
              "there "
              "already"}));

TEST(StoryOfFaults, RefusesAFaultThatCannotHappen) {
    const std::string steps = "- client: { send_each: [a, b] }\n- client: { expect: { each: sent } }";
    EXPECT_EQ(problems_of(with_steps(kUdpServer, steps, "faults:\n  - drop: { to: program, n: [2, 3] }")),
              "x.yaml:11:15: cases[0].faults[0].drop: n: 3 never comes; the peers send 2 to the program");
    EXPECT_EQ(problems_of(with_steps(kUdpServer, steps, "faults:\n  - duplicate: { from: program, n: 3 }")),
              "");
}

TEST(StoryOfFaults, AreForDatagrams) {
    EXPECT_EQ(problems_of(with_steps(kTcpServer, "- client: connect\n- client: expect-end",
                                     "faults:\n  - drop: { to: program, n: 1 }")),
              "x.yaml:10:5: cases[0].faults: faults hit datagrams; this program's transport is tcp");
}

}  // namespace
}  // namespace sockgrade::spec
