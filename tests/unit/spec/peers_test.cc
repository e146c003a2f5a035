// Peers that a server calls, and ports that it tells.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

// The first step stands in line 10, its '-' in column 7.
std::string proxy_with(const std::string& steps, const std::string& peers = "{ origin: { listens: tcp } }",
                       const std::string& program =
                           R"({ role: server, transport: tcp, arguments: ["{port}", "{origin.port}"] })") {
    return "exercise: e\ntitle: t\nprogram: " + program + "\npeers: " + peers +
           "\ncases:\n  - id: c\n    title: t\n    steps:\n" + indented(steps, "      ");
}

const std::string kPassesOn =
    "- browser: connect\n- browser: { send: \"x\\n\" }\n- origin: accept\n- origin: { expect: \"x\\n\" }\n";

TEST(Peers, ThatAServerCallsAccept) {
    const model::Spec spec = load(proxy_with(kPassesOn));
    EXPECT_EQ(spec.program.calls, std::vector<std::string>{"origin"});
    EXPECT_TRUE(calls(spec.program, "origin"));
    EXPECT_FALSE(calls(spec.program, "browser"));
}

TEST(Peers, TakeOneConnectionAfterAnother) {
    EXPECT_EQ(problems_of(proxy_with(kPassesOn + "- origin: close\n- origin: accept\n- origin: expect-end")),
              "");
    EXPECT_EQ(problems_of(proxy_with(kPassesOn + "- origin: accept")),
              "x.yaml:13:17: cases[0].steps[4].origin: this peer has accepted already");
}

TEST(Peers, GoAwayBeforeAnybodyCallsThem) {
    EXPECT_EQ(problems_of(proxy_with("- origin: go-away\n- origin: come-back\n" + kPassesOn)), "");
    EXPECT_EQ(problems_of(proxy_with("- origin: { refuse: 1 }\n" + kPassesOn)), "");
}

TEST(Peers, DoNotCall) {
    EXPECT_EQ(
        problems_of(proxy_with("- origin: connect\n- origin: expect-end")),
        "x.yaml:9:17: cases[0].steps[0].origin: the program calls this peer, as `peers` says: it accepts\n"
        "x.yaml:10:17: cases[0].steps[1].origin: this peer has no connection yet: it has to accept first");
    EXPECT_EQ(problems_of(proxy_with("- browser: accept\n- program: { is: running }")),
              "x.yaml:9:18: cases[0].steps[0].browser: a server program accepts itself: its peer connects");
}

TEST(Peers, AreOfServersThatUseTcp) {
    expect_problem(
        proxy_with("- program: exits", "{ a: { listens: tcp } }", "{ role: server, transport: udp }"),
        "x.yaml:4:1: peers: only a 'server' that uses tcp may call other servers");
    expect_problem(
        proxy_with("- program: exits", "{ a: { listens: tcp } }", "{ role: client, transport: tcp }"),
        "a client program calls anyway: each of its peers listens");
}

TEST(Peers, HaveNamesOfActors) {
    expect_problem(proxy_with("- program: exits", "{ program: { listens: tcp } }", kTcpServer),
                   "this is the student's program; give the peer another name");
    expect_problem(proxy_with("- program: exits", "{ The_One: { listens: tcp } }", kTcpServer),
                   "an actor's name has lower-case letters");
    expect_problem(proxy_with("- program: exits", "{}", kTcpServer), "expected 1 to 8 names");
    expect_problem(proxy_with("- program: exits", "{ a: { dials: tcp } }", kTcpServer), "dials");
}

TEST(Peers, AreWhereTheirNamesSay) {
    EXPECT_EQ(
        problems_of(proxy_with("- browser: connect\n- browser: { send: \"{origin.host}:{origin.port}\\n\" "
                               "}\n- browser: expect-end")),
        "");
    expect_problem(proxy_with(kPassesOn, "{ origin: { listens: tcp } }",
                              R"({ role: server, transport: tcp, arguments: ["{port}", "{orgin.port}"] })"),
                   "did you mean '{origin.port}'?");
}

TEST(Connect, ToAPortThatWasTold) {
    const std::string steps =
        "- client: connect\n- client: { expect: { like: \"(?P<hi>\\\\d+),(?P<lo>\\\\d+)\\n\" }, until: line "
        "}\n- data: { connect: { port: \"= hi * 256 + lo\" } }\n- data: expect-end";
    const model::Spec spec = load(with_steps(kTcpServer, steps));
    EXPECT_EQ(std::get<model::Connect>(spec.cases[0].steps[2].action).port->text, "{= hi * 256 + lo}");
}

TEST(Connect, ToWhatIsNoPort) {
    const auto problems = [](const std::string& port) {
        return problems_of(
            with_steps(kTcpServer, "- data: { connect: { port: \"" + port + "\" } }\n- data: expect-end"));
    };
    EXPECT_EQ(problems("8080"), "");
    EXPECT_NE(problems("0").find("expected a port: 1 to 65535"), std::string::npos);
    EXPECT_NE(problems("65536").find("expected a port: 1 to 65535"), std::string::npos);
    EXPECT_NE(problems("http").find("expected a port, a name in braces"), std::string::npos);
    EXPECT_NE(problems("{nobody}").find("nobody"), std::string::npos);
    EXPECT_NE(problems("= 1 +").find("x.yaml:8"), std::string::npos);
}

TEST(Connect, SaysSomethingOfHow) {
    expect_problem(with_steps(kTcpServer, "- data: { connect: {} }\n- data: expect-end"),
                   "expected `from` or `port`");
}

}  // namespace
}  // namespace sockgrade::spec
