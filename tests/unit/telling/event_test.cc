#include "telling/event.hh"

#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>

namespace sockgrade::telling {
namespace {

using namespace model;
using namespace event;
using namespace std::string_literals;

const Address kHere{"127.0.0.1", 12000};
const Address kThere{"127.0.0.1", 41234};

std::string told(What what) { return describe(Event{1, 0, std::move(what)}); }

Plan plan_with(Role role, Transport transport, const std::vector<std::string>& actors) {
    Plan plan;
    plan.role = role;
    plan.transport = transport;
    for (const std::string& actor : actors) plan.steps.push_back({actor, model::Connect{}, 0});
    return plan;
}

TEST(DescribeEvent, TheProgramStartsAndEnds) {
    EXPECT_EQ(told(Started{{"python3", "my server.py", "12000", ""}}),
              R"(the program was started: python3 "my server.py" 12000 "")");
    EXPECT_EQ(told(Ended{{Termination::How::exited, 1, ""}}), "the program ended with exit status 1");
    EXPECT_EQ(told(Ended{{Termination::How::signaled, SIGSEGV, ""}}),
              "the program was killed by SIGSEGV (segmentation fault)");
    EXPECT_EQ(told(Ended{{Termination::How::signaled, 99, ""}}), "the program was killed by signal 99");
    EXPECT_EQ(told(Ended{{Termination::How::stopped, 0, ""}}),
              "Sockgrade stopped the program at the end of the case");
    EXPECT_EQ(told(Ended{{Termination::How::not_started, ENOENT, "./server"}}),
              "the program could not be started: ./server: No such file or directory");
    EXPECT_EQ(told(LeftProcesses{2}), "the program ended, but left 2 processes of its own running");
}

TEST(DescribeEvent, SocketCalls) {
    EXPECT_EQ(told(SocketCall{SocketCall::Call::listen, Transport::tcp, {"0.0.0.0", 12000}, 0, false}),
              "the program called listen on 0.0.0.0:12000");
    EXPECT_EQ(told(SocketCall{SocketCall::Call::bind, Transport::tcp, {"127.0.0.1", 80}, EADDRINUSE, false}),
              "bind to 127.0.0.1:80 failed: Address already in use");
    EXPECT_EQ(told(SocketCall{SocketCall::Call::sendto, Transport::udp, kHere, 0, false}),
              "the program called sendto to 127.0.0.1:12000 (UDP)");
    EXPECT_EQ(told(SocketCall{SocketCall::Call::listen, Transport::tcp, {"::", 40001}, 0, true}),
              "the program called listen on [::]:40001; the system chose the port");
}

TEST(DescribeEvent, AConnection) {
    EXPECT_EQ(told(Opened{"client", kThere, kHere}),
              "the client connected from 127.0.0.1:41234 to 127.0.0.1:12000");
    EXPECT_EQ(told(NotOpened{"client", kHere, ECONNREFUSED}),
              "the client could not connect to 127.0.0.1:12000: Connection refused");
    EXPECT_EQ(told(Sent{"client", "hello", kHere}), R"(the client sent "hello" (5 bytes))");
    EXPECT_EQ(told(Received{"client", "H", kHere}), R"(the program sent "H" (1 byte))");
    EXPECT_EQ(told(Finished{"client", true}), "the program closed the connection (FIN)");
    EXPECT_EQ(told(Finished{"client", false}), "the client finished sending and went on reading (FIN)");
    EXPECT_EQ(told(Closed{"client", false}), "the client closed the connection");
    EXPECT_EQ(told(Closed{"client", true}), "the client reset the connection (RST)");
    EXPECT_EQ(told(ResetSeen{"client", ECONNRESET}), "the program reset the connection (RST)");
    EXPECT_EQ(told(ResetSeen{"sender", ECONNREFUSED}),
              "what the sender sent was refused: no socket of the program was there");
}

TEST(DescribeEvent, HelpingAlong) {
    EXPECT_EQ(told(Coaxed{"client", Coaxed::With::newline}),
              "since the program was silent, the client sent a newline");
    EXPECT_EQ(told(Coaxed{"client", Coaxed::With::half_close}),
              "since the program was silent, the client finished sending and went on reading (FIN)");
    EXPECT_EQ(told(Coaxed{"server", Coaxed::With::close}),
              "since the program was silent, the server closed the connection");
    EXPECT_EQ(told(Coaxed{"", Coaxed::With::end_of_input}),
              "since the program was silent, its standard input was ended");
}

TEST(DescribeEvent, InputOutputAndTheLink) {
    EXPECT_EQ(told(event::Typed{"hello\n"}), R"(typed "hello\n" on the program's standard input)");
    EXPECT_EQ(told(event::Typed{"12000\n", "the port", "Port: ", false}),
              R"(typed "12000\n" on the program's standard input, as the port (it had asked "Port: "))");
    EXPECT_EQ(told(Printed{false, "From Server: HELLO\n"}), R"(the program printed "From Server: HELLO\n")");
    EXPECT_EQ(told(Printed{true, "oh no"}), R"(the program printed "oh no" on standard error)");
    EXPECT_EQ(told(FaultApplied{"drop", Direction::to_program, 3, 1, "three"}),
              R"(the link dropped message 3 (first copy) to the program: "three")");
    EXPECT_EQ(
        told(FaultApplied{"corrupt", Direction::from_program, 1, 12, "x", false, "y"}),
        "the link changed a byte of message 1 (12th copy) from the program: \"x\"; in its place came \"y\"");
    EXPECT_EQ(told(FaultApplied{"novel", Direction::from_program, 1, 1, "x"}),
              "the link applied \"novel\" to message 1 (first copy) from the program: \"x\"");
    EXPECT_EQ(told(FaultApplied{kFormerPort, Direction::from_program, 0, 0, "x", true}),
              "the program wrote to the port that its peer has left: \"x\"");
    EXPECT_EQ(told(Flooded{"output", 9}), "the program printed too much (9 bytes) and was stopped");
    EXPECT_EQ(told(Flooded{"socket-memory", 33 << 20}),
              "the program had too much lying in sockets that nobody reads (33 MiB) and was stopped");
    EXPECT_EQ(told(Flooded{"client", 9}), "the program sent the client too much (9 bytes) and was stopped");
}

TEST(DescribeEvent, BookkeepingOfTheHarness) {
    EXPECT_EQ(told(StepBegan{1}), "step 2 began");
    EXPECT_EQ(told(StepEnded{1, WaitEnd::satisfied, {}}), "step 2 was done");
    EXPECT_EQ(told(StepEnded{0, WaitEnd::quiet, {{Wait::Call::recvfrom, 4}}}),
              "step 1 was not done: the program did nothing more, waiting in recvfrom() on descriptor 4");
    EXPECT_EQ(
        told(Control{kHere, "other", kThere, std::nullopt}),
        R"(run once more with 127.0.0.1:12000 and the message "other": it used 127.0.0.1:41234 and sent nothing)");
    EXPECT_EQ(told(Trouble{"out of processes"}), "Sockgrade had trouble: out of processes");
}

TEST(DescribeEvent, EscapesWhatOthersChose) {
    EXPECT_EQ(told(Received{"client", "\x1b[2J\xff"s, kHere}), R"(the program sent "\x1b[2J\xff" (5 bytes))");
    EXPECT_EQ(told(Sent{"\x1b[31m", "", {"\x1b[0m", 1}}), R"(the peer '\x1b[31m' sent "" (0 bytes))");
    EXPECT_EQ(told(Started{{"\x1b[2J"}}), R"(the program was started: \x1b[2J)");
    EXPECT_EQ(told(NotOpened{"c", {"\x1b", 1}, ECONNREFUSED}),
              R"(the peer 'c' could not connect to \x1b:1: Connection refused)");
    EXPECT_EQ(told(Trouble{"a\nb"}), R"(Sockgrade had trouble: a\nb)");
}

TEST(DescribeEventWithPlan, SaysWhoDialled) {
    const Event opened{1, 0, Opened{"server", kHere, kThere}};
    EXPECT_EQ(describe(opened, plan_with(Role::client, Transport::tcp, {"server"})),
              "the program connected from 127.0.0.1:41234 to the server at 127.0.0.1:12000");
    EXPECT_EQ(describe(opened, plan_with(Role::server, Transport::tcp, {"server"})),
              "the server connected from 127.0.0.1:12000 to 127.0.0.1:41234");
    const Event waits{1, 0, Opened{"receiver", kHere, {}}};
    EXPECT_EQ(describe(waits, plan_with(Role::sender, Transport::udp, {"receiver"})),
              "the receiver has a UDP socket at 127.0.0.1:12000");
}

TEST(DescribeEventWithPlan, NamesThePeerWhereThereAreSeveral) {
    const Plan plan = plan_with(Role::server, Transport::tcp, {"first", "program", "second"});
    EXPECT_EQ(describe(Event{1, 0, Received{"second", "X", kHere}}, plan),
              R"(the program sent "X" (1 byte) to the peer 'second')");
    EXPECT_EQ(describe(Event{1, 0, Finished{"first", true}}, plan),
              "the program closed the connection to the peer 'first' (FIN)");
}

TEST(DescribeEventWithPlan, SurvivesStepsThatAreNotInThePlan) {
    EXPECT_EQ(describe(Event{1, 0, StepBegan{9}}, Plan{}), "step 10 began");
}

}  // namespace
}  // namespace sockgrade::telling
