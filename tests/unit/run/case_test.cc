// Whole cases with real programs: what is recorded of them, and that a case always ends.
#include "run/case.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "checks/judge.hh"
#include "run/case_process.hh"
#include "sandbox/probe.hh"

namespace sockgrade::run {
namespace {

using model::Address;
using model::Cause;
using model::Transcript;
using model::Verdict;
namespace event = model::event;

model::Step step(const std::string& actor, model::Action action) { return {actor, std::move(action), 0}; }

model::Message text(const std::string& bytes) {
    model::Message message;
    message.text = bytes;
    message.bytes = bytes;
    return message;
}

model::Plan plan(model::Role role, model::Transport transport, std::vector<model::Step> steps) {
    model::Plan made;
    made.exercise = "test";
    made.case_id = "case";
    made.role = role;
    made.transport = transport;
    made.given.address = {"127.0.0.1", 23456};
    made.given.names_port = true;
    made.steps = std::move(steps);
    return made;
}

std::vector<model::Step> capitals_story() {
    model::Send send;
    send.messages = {text("hello")};
    send.coax = true;
    model::Expect expect;
    expect.what = model::Expect::What::capitals;
    return {step("client", model::Connect{}), step("client", send), step("client", expect)};
}

model::Plan server_plan() { return plan(model::Role::server, model::Transport::tcp, capitals_story()); }

// In a process of its own, as always. `python`: the program's source.
Transcript run_python(const model::Plan& plan, const std::string& python,
                      sandbox::Level level = sandbox::probe_level()) {
    Submission submission;
    submission.command = {"/usr/bin/python3", "-c", python};
    submission.folder = "/";
    CaseProcess process(plan, submission, {level, sandbox::ControlGroups::of_this_process()});
    for (;;) {
        pollfd wait{process.descriptor(), POLLIN, 0};
        if (::poll(&wait, 1, -1) < 0) continue;
        if (auto transcript = process.read_more()) return *transcript;
    }
}

const std::string kListen =
    "import socket\n"
    "s = socket.socket()\n"
    "s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)\n"
    "s.bind(('', 23456))\n"
    "s.listen()\n";

TEST(Case, PlaysAClientAgainstAServer) {
    const Transcript transcript =
        run_python(server_plan(), kListen + "c, a = s.accept()\nc.sendall(c.recv(100).upper())\n");
    const auto judgement = checks::judge(transcript);
    EXPECT_EQ(judgement.verdict, Verdict::passed) << judgement.summary;
    ASSERT_NE(transcript.first<event::Received>(), nullptr);
    EXPECT_EQ(transcript.first<event::Received>()->bytes, "HELLO");
}

TEST(Case, ASilentServerIsQuietRatherThanTimedOut) {
    const Transcript transcript = run_python(server_plan(), kListen + "c, a = s.accept()\ns.accept()\n");
    const auto judgement = checks::judge(transcript);
    EXPECT_EQ(judgement.verdict, Verdict::failed);
    EXPECT_EQ(judgement.cause, Cause::no_reply);
    EXPECT_EQ(transcript.last<event::StepEnded>()->how, model::WaitEnd::quiet);
    EXPECT_NE(transcript.last<event::StepEnded>()->blocked.find("accept"), std::string::npos);
}

// Microseconds that the last step of a case lasted.
std::int64_t last_step_us(const Transcript& transcript) {
    std::int64_t began = 0;
    std::int64_t ended = 0;
    for (const model::Event& event : transcript.events) {
        if (std::holds_alternative<event::StepBegan>(event.what)) began = event.at_us;
        if (std::holds_alternative<event::StepEnded>(event.what)) ended = event.at_us;
    }
    return ended - began;
}

TEST(Case, TheReportSaysWhereItWaitsAndWhatItOwes) {
    model::Send send;
    send.messages = {text("hello")};
    model::Expect expect;
    expect.what = model::Expect::What::capitals;
    const Transcript transcript = run_python(
        plan(model::Role::server, model::Transport::udp, {step("client", send), step("client", expect)}),
        "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "s.bind(('', 23456))\nwhile True: s.recvfrom(100)\n");
    const auto judgement = checks::judge(transcript);
    ASSERT_EQ(judgement.verdict, Verdict::failed);
    const model::Finding& finding = judgement.findings.back();
    EXPECT_EQ(finding.awaited, "\"HELLO\"");
    EXPECT_EQ(finding.got, "nothing");
    EXPECT_EQ(finding.detail,
              "Nothing more could come: the program was waiting, and so was its peer. It was waiting in "
              "recvfrom() on "
              "descriptor 3.");
}

// The limit of one socket says nothing about another; a limit is waited for all the same.
const std::string kLimit =
    "import struct\ndef limit(s, t): s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack('ll', "
    "t, "
    "0))\n";

TEST(Case, ASocketWithoutALimitIsNotWaitedForBecauseAnotherHasOne) {
    const Transcript transcript = run_python(
        server_plan(), kListen + kLimit + "limit(socket.socket(), 1)\nc, a = s.accept()\ns.accept()\n");
    EXPECT_EQ(transcript.last<event::StepEnded>()->how, model::WaitEnd::quiet);
    EXPECT_LT(last_step_us(transcript), 5'000'000);
}

TEST(Case, AReplyAfterASocketsLimitIsWaitedFor) {
    const Transcript transcript =
        run_python(server_plan(), kListen + kLimit +
                                      "c, a = s.accept()\nd = c.recv(100)\nlimit(c, 1)\n"
                                      "try: c.recv(100)\nexcept BlockingIOError: c.sendall(d.upper())\n");
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::passed);
    EXPECT_EQ(transcript.first<event::Coaxed>(), nullptr);
}

TEST(Case, AReplyAfterAnAlarmIsWaitedFor) {
    const Transcript transcript =
        run_python(server_plan(), kListen +
                                      "import signal\nc, a = s.accept()\nd = c.recv(100)\n"
                                      "signal.signal(signal.SIGALRM, lambda *_: c.sendall(d.upper()))\n"
                                      "signal.alarm(1)\ns.accept()\n");
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::passed);
}

TEST(Case, AnAlarmInTheFarFutureOrDisarmedIsNotWaitedFor) {
    for (const char* timer :
         {"signal.alarm(3600)", "signal.alarm(0)", "signal.setitimer(signal.ITIMER_REAL, 100, 1)"}) {
        const Transcript transcript = run_python(
            server_plan(), kListen + "import signal\n" + timer + "\nc, a = s.accept()\ns.accept()\n");
        EXPECT_EQ(transcript.last<event::StepEnded>()->how, model::WaitEnd::quiet) << timer;
    }
}

// Whether it sleeps beyond the end of the wait is a matter of the moment.
TEST(Case, AProgramThatSleepsOverAndOverNeverRests) {
    model::Plan impatient = server_plan();
    impatient.limits.wait = std::chrono::milliseconds(600);
    for (const bool quiescence : {true, false}) {
        impatient.quiescence = quiescence;
        const Transcript transcript =
            run_python(impatient, kListen + "import time\nc, a = s.accept()\nwhile True: time.sleep(0.5)\n");
        EXPECT_EQ(transcript.last<event::StepEnded>()->how, model::WaitEnd::backstop);
    }
}

TEST(Case, WithoutQuiescenceALongSleepIsWaitedForToo) {
    model::Plan slow = server_plan();
    slow.quiescence = false;
    const Transcript transcript = run_python(
        slow,
        kListen + "import time\nc, a = s.accept()\nd = c.recv(100)\ntime.sleep(3.5)\nc.sendall(d.upper())\n");
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::passed);
    EXPECT_EQ(transcript.first<event::Coaxed>(), nullptr);
}

// Otherwise it would be a matter of speed whether the second still gets into the queue of a server that ends.
TEST(Case, TheNextClientComesWhenTheProgramHasTakenLeaveOfTheLast) {
    std::vector<model::Step> steps = capitals_story();
    for (model::Step& one : steps) one.actor = "first";
    steps.push_back(step("first", model::Close{}));
    steps.push_back(step("second", model::Connect{}));
    for (int i = 0; i < 5; ++i) {
        const Transcript transcript = run_python(
            plan(model::Role::server, model::Transport::tcp, steps),
            kListen + "c, a = s.accept()\nc.sendall(c.recv(100).upper())\nc.recv(100)\ns.close()\n");
        EXPECT_NE(transcript.first<event::NotOpened>(), nullptr);
    }
}

TEST(Case, TheReportSaysWhereItWaitsAfterAllThatHelps) {
    const Transcript transcript = run_python(server_plan(), kListen + "c, a = s.accept()\ns.accept()\n");
    const model::Finding finding = checks::judge(transcript).findings.back();
    EXPECT_EQ(finding.awaited, "\"HELLO\"");
    EXPECT_TRUE(finding.detail.ends_with("It was waiting in accept() on descriptor 3.")) << finding.detail;
}

TEST(Case, AReplyAfterASleepIsWaitedFor) {
    const Transcript transcript = run_python(
        server_plan(),
        kListen + "import time\nc, a = s.accept()\nd = c.recv(100)\ntime.sleep(0.3)\nc.sendall(d.upper())\n");
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::passed);
}

TEST(Case, AServerThatNeverListensIsToldFromOneThatEnds) {
    const Transcript waiting = run_python(server_plan(), "import socket\nsocket.socket()\ninput()\n");
    EXPECT_EQ(checks::judge(waiting).cause, Cause::never_listened);
    const Transcript ended = run_python(server_plan(), "pass\n");
    EXPECT_EQ(checks::judge(ended).cause, Cause::exited_early);
    const Transcript crashed =
        run_python(server_plan(), "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n");
    EXPECT_EQ(checks::judge(crashed).cause, Cause::crashed);
}

TEST(Case, AFloodOfOutputEndsTheCase) {
    model::Plan flooded = server_plan();
    flooded.limits.output = 1 << 16;
    const Transcript transcript = run_python(flooded, kListen + "while True: print('x' * 1000)\n");
    EXPECT_EQ(checks::judge(transcript).cause, Cause::output_flood);
}

TEST(Case, ABusyLoopEndsByItsProcessorTime) {
    model::Plan busy = server_plan();
    busy.limits.cpu = std::chrono::milliseconds(200);
    const Transcript transcript = run_python(busy, kListen + "c, a = s.accept()\nwhile True: pass\n");
    EXPECT_EQ(checks::judge(transcript).cause, Cause::hung);
}

TEST(Case, ALoopOfFailingCallsStillMeetsItsLimit) {
    model::Plan busy = server_plan();
    busy.limits.cpu = std::chrono::milliseconds(200);
    const Transcript transcript = run_python(
        busy, "import socket\nwhile True:\n    s = socket.socket()\n    s.bind(('', 0))\n    s.close()\n");
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::failed);
}

TEST(Case, IgnoredSignalsAndLeftChildrenDoNotOutliveIt) {
    const Transcript transcript = run_python(
        server_plan(),
        "import os, signal\n"
        "for n in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(n, signal.SIG_IGN)\n"
        "if os.fork() == 0:\n    os.setsid()\n    os.fork()\n    signal.pause()\n"
        "signal.pause()\n");
    EXPECT_EQ(checks::judge(transcript).cause, Cause::never_listened);
    ASSERT_NE(transcript.last<event::Ended>(), nullptr);
    EXPECT_EQ(transcript.last<event::Ended>()->termination.how, model::Termination::How::stopped);
}

TEST(Case, AServerThatClosesAtOnceIsReportedSo) {
    const Transcript transcript =
        run_python(server_plan(), kListen + "while True:\n    c, a = s.accept()\n    c.close()\n");
    EXPECT_EQ(checks::judge(transcript).cause, Cause::closed_early);
}

model::Plan client_plan() {
    model::Expect given;
    given.what = model::Expect::What::given;
    model::Prints reply;
    reply.what = model::Prints::What::reply;
    model::Plan made = plan(model::Role::client, model::Transport::tcp,
                            {step("server", model::Accept{}), step("server", given),
                             step("server", model::Reply{}), step("program", reply)});
    made.given.message = "some words";
    return made;
}

TEST(Case, TypesWhatIsAskedFor) {
    const Transcript transcript =
        run_python(client_plan(),
                   "import socket\n"
                   "h = input('Server host: ')\np = int(input('Port: '))\nm = input('Text: ')\n"
                   "s = socket.create_connection((h, p))\ns.sendall(m.encode())\n"
                   "print('->', s.recv(100).decode(), end='', flush=True)\n");
    const auto judgement = checks::judge(transcript);
    EXPECT_EQ(judgement.verdict, Verdict::passed) << judgement.summary;
    const auto typed = transcript.all<event::Typed>();
    ASSERT_EQ(typed.size(), 3U);
    EXPECT_EQ(typed[0]->bytes, "127.0.0.1\n");
    EXPECT_EQ(typed[1]->bytes, "23456\n");
    EXPECT_EQ(typed[2]->bytes, "some words\n");
}

// What each recv() got, printed one a line.
const std::string kPrintsSizes = kListen +
                                 "c, a = s.accept()\nwhile True:\n    d = c.recv(100)\n    if not d: break\n"
                                 "    print(len(d), flush=True)\n";

std::string printed_by(const Transcript& transcript) {
    std::string all;
    for (const auto* printed : transcript.all<event::Printed>()) all += printed->bytes;
    return all;
}

TEST(Case, AMessageIsCutWhereTheSpecSays) {
    model::Send send;
    send.messages = {text("hello world")};
    send.pieces = {{2, 3}, 0};
    EXPECT_EQ(printed_by(
                  run_python(plan(model::Role::server, model::Transport::tcp,
                                  {step("client", model::Connect{}), step("client", send),
                                   step("client", model::FinishSending{}), step("program", model::Exits{0})}),
                             kPrintsSizes)),
              "2\n3\n6\n");
    send.pieces = {{4}, 5};
    EXPECT_EQ(printed_by(
                  run_python(plan(model::Role::server, model::Transport::tcp,
                                  {step("client", model::Connect{}), step("client", send),
                                   step("client", model::FinishSending{}), step("program", model::Exits{0})}),
                             kPrintsSizes)),
              "4\n5\n2\n");
}

TEST(Case, MessagesComeTogetherWhereTheSpecSays) {
    model::Send send;
    send.messages = {text("one\n"), text("three\n")};
    send.together = true;
    const Transcript transcript =
        run_python(plan(model::Role::server, model::Transport::tcp,
                        {step("client", model::Connect{}), step("client", send),
                         step("client", model::FinishSending{}), step("program", model::Exits{0})}),
                   kPrintsSizes);
    EXPECT_EQ(printed_by(transcript), "10\n");
    EXPECT_EQ(transcript.all<event::Sent>().size(), 2U);
}

// At each level: in a world of its own at the very address; elsewhere it is brought home.
class MetByLevel : public testing::TestWithParam<sandbox::Level> {
  protected:
    // Where the network is shared, tests that run side by side must not meet.
    static std::uint16_t port() { return static_cast<std::uint16_t>(20'000 + ::getpid() % 10'000); }
    // With the port in the place of each @ of the program's source.
    static Transcript run_here(model::Plan plan, std::string source) {
        plan.given.address.port = static_cast<std::uint16_t>(port() + 10'000);
        for (std::size_t at = 0; (at = source.find('@')) != std::string::npos;)
            source.replace(at, 1, std::to_string(port()));
        return run_python(plan, source, GetParam());
    }
    static Address expected(const Address& dialled) {
        return sandbox::has_own_world(GetParam()) ? dialled : Address{"127.0.0.1", dialled.port};
    }
    static model::Plan udp_client() {
        model::Plan made = client_plan();
        made.transport = model::Transport::udp;
        made.steps.erase(made.steps.begin());
        return made;
    }
};

TEST_P(MetByLevel, AtTheAddressThatIsWrittenIn) {
    const Transcript transcript = run_here(client_plan(),
                                           "import socket\ns = socket.create_connection(('192.168.1.7', @))\n"
                                           "s.sendall(b'my own')\nprint(s.recv(100).decode())\n");
    ASSERT_NE(transcript.first<event::Opened>(), nullptr);
    EXPECT_EQ(transcript.first<event::Opened>()->local, expected({"192.168.1.7", port()}));
    EXPECT_EQ(transcript.first<event::SocketCall>()->address, (Address{"192.168.1.7", port()}));
    EXPECT_TRUE(checks::needs_control(transcript));
    ASSERT_NE(transcript.first<event::Printed>(), nullptr);
}

TEST_P(MetByLevel, ByDatagram) {
    for (const char* send :
         {"s.sendto(b'my own', ('192.168.1.7', @))", "s.sendmsg([b'my', b' own'], [], 0, ('192.168.1.7', @))",
          "s.connect(('192.168.1.7', @)); s.send(b'my own')"}) {
        const Transcript transcript =
            run_here(udp_client(),
                     std::string("import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n") +
                         send + "\nprint(s.recv(100).decode())\n");
        ASSERT_NE(transcript.first<event::Received>(), nullptr) << send;
        EXPECT_EQ(transcript.first<event::Received>()->bytes, "my own");
        ASSERT_NE(transcript.first<event::Printed>(), nullptr) << send;
    }
}

TEST_P(MetByLevel, OrRefusedAtOnceWhereNobodyIs) {
    const Transcript transcript = run_here(
        server_plan(),
        "import socket\n"
        "try: socket.create_connection(('192.0.2.7', 9))\nexcept ConnectionRefusedError: print('refused')\n");
    ASSERT_NE(transcript.first<event::Printed>(), nullptr);
    EXPECT_THAT(transcript.first<event::Printed>()->bytes, testing::StartsWith("refused"));
}

TEST_P(MetByLevel, AtAnAddressOfItsOwnThatThisMachineLacks) {
    const Transcript transcript = run_here(server_plan(),
                                           "import socket\ns = socket.socket()\n"
                                           "s.bind(('192.168.1.7', @))\ns.listen()\n"
                                           "c, a = s.accept()\nc.sendall(c.recv(100).upper())\n");
    ASSERT_NE(transcript.first<event::Opened>(), nullptr);
    EXPECT_EQ(transcript.first<event::Opened>()->remote, expected({"192.168.1.7", port()}));
}

std::vector<sandbox::Level> levels_of_this_user() {
    using sandbox::Level;
    if (::geteuid() != 0) return {Level::namespaces, Level::shared};
    return {Level::namespaces, Level::privileged, Level::own_user, Level::shared};
}

INSTANTIATE_TEST_SUITE_P(Case, MetByLevel, testing::ValuesIn(levels_of_this_user()),
                         [](const auto& level) { return sandbox::to_string(level.param); });

TEST(Case, WithoutQuiescenceTheVerdictIsTheSame) {
    model::Plan slow = server_plan();
    slow.quiescence = false;
    const Transcript transcript =
        run_python(slow, kListen + "c, a = s.accept()\nc.sendall(c.recv(100).upper())\n");
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::passed);
}

TEST(Case, ADroppedDatagramIsAbsentAndADoubledOneArrivesTwice) {
    model::Send send;
    send.messages = {text("one"), text("two"), text("three")};
    model::Expect each;
    each.what = model::Expect::What::each;
    each.copies = 2;
    model::Plan made =
        plan(model::Role::server, model::Transport::udp, {step("client", send), step("client", each)});
    model::FaultRule drop;
    drop.kind = "drop";
    drop.numbers = {1};
    model::FaultRule duplicate;
    duplicate.kind = "duplicate";
    duplicate.numbers = {3};
    made.faults = {drop, duplicate};
    const Transcript transcript =
        run_python(made,
                   "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
                   "s.bind(('', 23456))\n"
                   "while True:\n    d, a = s.recvfrom(100)\n    s.sendto(d.upper(), a)\n");
    std::vector<std::string> got;
    for (const auto* received : transcript.all<event::Received>()) got.push_back(received->bytes);
    EXPECT_EQ(got, (std::vector<std::string>{"TWO", "THREE", "THREE"}));
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::passed);
}

}  // namespace
}  // namespace sockgrade::run
