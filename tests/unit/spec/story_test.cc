// What cannot happen in the order that it is written in.
#include <gtest/gtest.h>

#include <algorithm>

#include "faults/peer_faults.hh"
#include "faults/stream.hh"
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
              "8:17: cases[0].steps[0].server: a client program sends first, and its peer answers: expect "
              "something, and then 'reply', or 'answer_each'"},
        Wrong{kUdpClient, "- server: { expect: hello }\n- server: { send: x }",
              "9:17: cases[0].steps[1].server: a client program sends first, and its peer answers: expect "
              "something, and then 'reply', or 'answer_each'"},
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
              "x.yaml:10:5: cases[0].faults: faults hit datagrams, and this program's transport is tcp: what "
              "goes wrong there, its peers do, such as 'reset' (`sockgrade list faults` shows them)");
}

// What `sockgrade list faults` says is what the loader takes.
TEST(StoryOfFaults, TheStepsThatAreListedAreWords) {
    std::vector<std::string> steps;
    const auto add = [&](std::string_view all) {
        std::string text(all);
        for (std::size_t at = 0; (at = text.find("MESSAGE")) != std::string::npos;)
            text.replace(at, 7, "abc");
        for (std::size_t at = 0; (at = text.find('N')) != std::string::npos;) text.replace(at, 1, "1");
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find(" or ", at), text.size());
            steps.push_back(text.substr(at, end - at));
            at = end + 4;
        }
    };
    for (const faults::StreamKind& kind : faults::stream_catalog()) add(kind.step);
    for (const faults::PeerFault& fault : faults::kPeerFaults) add(fault.step);
    for (const std::string& one : steps) {
        const std::string told =
            problems_of(with_steps(kTcpClient, "- server: " + one + "\n- program: exits"));
        EXPECT_EQ(told.find("expected"), std::string::npos) << told;
        EXPECT_EQ(told.find("unknown"), std::string::npos) << told;
    }
}

TEST(StoryOfHardPeers, ATaleThatCanBeTold) {
    EXPECT_EQ(
        problems_of(with_steps(kTcpClient,
                               "- server: { refuse: 2 }\n- server: fill-backlog\n- server: { accept: late }\n"
                               "- server: stop-reading\n- server: go-on-reading\n- server: expect-given\n"
                               "- server: go-away\n- server: come-back\n- server: accept\n"
                               "- server: expect-given\n- server: { reply: capitals, cut_after: 3 }\n"
                               "- program: exits")),
        "");
    EXPECT_EQ(problems_of(with_steps(kTcpServer,
                                     "- a: connect\n- a: { send: abc, reset_after: 2 }\n- b: connect\n"
                                     "- b: go-away\n- b: come-back\n- b: { send: x }\n"
                                     "- b: { expect: { capitals_of: sent } }")),
              "");
    EXPECT_EQ(problems_of(with_steps(kUdpClient,
                                     "- server: expect-given\n- server: go-away\n- server: come-back\n"
                                     "- server: expect-given\n- server: { reply: capitals }")),
              "");
}

INSTANTIATE_TEST_SUITE_P(
    HardPeers, Story,
    testing::Values(
        Wrong{
            kTcpServer, "- a: fill-backlog\n- a: { refuse: 1 }\n- program: exits",
            "8:12: cases[0].steps[0].a: a server program accepts itself: its peer has no backlog to deal "
            "with\n"
            "x.yaml:9:12: cases[0].steps[1].a: a server program accepts itself: its peer has no attempts to "
            "connect to deal with"},
        Wrong{kUdpClient, "- a: { refuse: 1 }\n- a: expect-given",
              "8:12: cases[0].steps[0].a: UDP has no connection, so no attempts to connect"},
        Wrong{kTcpClient, "- a: { refuse: 1 }\n- b: accept\n- b: expect-given",
              "9:12: cases[0].steps[1].b: 'a' has to accept first"},
        Wrong{
            kTcpClient, "- a: accept\n- a: stop-reading\n- a: expect-given",
            "10:12: cases[0].steps[2].a: this peer does not read: it has to go on reading first\n"
            "x.yaml:10:12: cases[0].steps[2].a: 'a' has stopped reading: whether that stopped the program is "
            "seen when it goes on reading"},
        Wrong{kTcpClient, "- a: accept\n- a: expect-given\n- a: stop-reading\n- a: go-on-reading",
              "10:12: cases[0].steps[2].a: a peer has to stop reading before it says or expects anything: "
              "right "
              "after it has connected or accepted\n"
              "x.yaml:11:12: cases[0].steps[3].a: this peer has not stopped reading"},
        Wrong{kTcpClient, "- a: accept\n- a: come-back\n- a: go-away\n- a: expect-given\n- program: exits",
              "9:12: cases[0].steps[1].a: this peer has not gone away\n"
              "x.yaml:11:12: cases[0].steps[3].a: 'a' is away; it has to come back first"},
        Wrong{kTcpServer, "- a: connect\n- a: { send: abc, cut_after: 1 }\n- a: expect-end\n- program: exits",
              "10:12: cases[0].steps[2].a: 'a' has closed its socket; give whoever comes next another name"},
        Wrong{kTcpServer, "- a: connect\n- a: { send: abc, cut_after: 1, reset_after: 2 }\n- program: exits",
              "9:39: cases[0].steps[1].a.reset_after: 'cut_after' and 'reset_after' exclude each other"},
        Wrong{kUdpServer, "- a: { send: abc, cut_after: 1 }\n- a: expect-anything",
              "8:25: cases[0].steps[0].a.cut_after: a datagram has no middle to end in; the fault 'truncate' "
              "cuts it short"}));

// The hint of a step, and that of what stands for several steps: each keeps its own.
TEST(Hints, StandBesideTheActorOfAStep) {
    const model::Spec spec = load(
        with_steps(kTcpServer,
                   "- client: connect\n  hint: Listen.\n- repeat:\n    times: 2\n    steps:\n"
                   "      - client: { send: a }\n      - client: expect-anything\n        hint: Its own.\n"
                   "  hint: All of them.\n- client: expect-end"));
    std::vector<std::string> hints;
    for (const model::Step& step : spec.cases[0].steps) hints.push_back(step.hint.value_or("-"));
    EXPECT_EQ(hints, (std::vector<std::string>{"Listen.", "All of them.", "Its own.", "All of them.",
                                               "Its own.", "-"}));
}

TEST(Hints, BelongToAStepAndAreText) {
    expect_problem(with_steps(kTcpServer, "- client: connect\n- hint: a\n- client: expect-end"),
                   "expected one actor and what it does, such as 'client: connect'");
    expect_problem(
        with_steps(kTcpServer, "- client: connect\n  server: connect\n  hint: a\n- client: expect-end"),
        "expected one actor and what it does, such as 'client: connect'");
    expect_problem(with_steps(kTcpServer, "- client: connect\n  hint: [a]\n- client: expect-end"),
                   "steps[0].hint");
}

}  // namespace
}  // namespace sockgrade::spec
