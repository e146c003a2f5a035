// Whole cases with real programs: what is recorded of them, and that a case always ends.
#include "run/case.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "checks/judge.hh"
#include "tests/support/levels.hh"
#include "tests/unit/run/python_case.hh"

namespace sockgrade::run {
namespace {

using model::Address;
using model::Cause;
using model::Transcript;
using model::Verdict;
namespace event = model::event;

std::vector<model::Step> capitals_story() {
    model::Send send;
    send.messages = {text("hello")};
    send.coax = true;
    model::Expect expect;
    expect.what = model::Expect::What::capitals;
    return {step("client", model::Connect{}), step("client", send), step("client", expect)};
}

model::Plan server_plan() { return plan(model::Role::server, model::Transport::tcp, capitals_story()); }

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
    const model::Waits& waits = transcript.last<event::StepEnded>()->waits;
    ASSERT_EQ(waits.size(), 1U);
    EXPECT_EQ(waits[0].call, model::Wait::Call::accept);
    EXPECT_EQ(waits[0].on, model::Wait::On::listening_socket);
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
    EXPECT_EQ(
        finding.detail,
        "Nothing more could come: the program was waiting, and so was its peer. It was waiting in recvfrom() "
        "on the socket.");
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
    EXPECT_TRUE(finding.detail.ends_with("It was waiting in accept() on the listening socket."))
        << finding.detail;
}

TEST(Case, AReplyAfterASleepIsWaitedFor) {
    const Transcript transcript = run_python(
        server_plan(),
        kListen + "import time\nc, a = s.accept()\nd = c.recv(100)\ntime.sleep(0.3)\nc.sendall(d.upper())\n");
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::passed);
}

TEST(Case, AServerThatNeverListensIsToldFromOneThatEnds) {
    const Transcript waiting =
        run_python(server_plan(), "import signal, socket\nsocket.socket()\nsignal.pause()\n");
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

INSTANTIATE_TEST_SUITE_P(Case, MetByLevel, testing::ValuesIn(sandbox::levels_of_this_user()),
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

// A server that answers each datagram in capitals, bytes as they are.
const std::string kUdpCapitals =
    "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
    "s.bind(('', 23456))\n"
    "while True:\n    d, a = s.recvfrom(100)\n    s.sendto(d.upper(), a)\n";

model::FaultRule fault(std::string kind, std::vector<std::size_t> numbers, model::FaultDetail detail = {}) {
    model::FaultRule rule;
    rule.kind = std::move(kind);
    rule.numbers = std::move(numbers);
    rule.detail = std::move(detail);
    return rule;
}

model::Plan datagrams(const std::vector<std::string>& texts, std::vector<model::FaultRule> faults) {
    model::Send send;
    for (const std::string& one : texts) send.messages.push_back(text(one));
    model::Expect each;
    each.what = model::Expect::What::each;
    each.order = model::Expect::Order::any;
    each.copies = 3;
    model::Plan made =
        plan(model::Role::server, model::Transport::udp, {step("client", send), step("client", each)});
    made.faults = std::move(faults);
    return made;
}

std::vector<std::string> got(const Transcript& transcript) {
    std::vector<std::string> texts;
    for (const auto* received : transcript.all<event::Received>()) texts.push_back(received->bytes);
    return texts;
}

void expect_passed(const Transcript& transcript) {
    const auto judgement = checks::judge(transcript);
    EXPECT_EQ(judgement.verdict, Verdict::passed) << judgement.summary;
}

using testing::ElementsAre;

TEST(CaseWithFaults, WhatIsChangedIsAnsweredAsItArrived) {
    const Transcript transcript =
        run_python(datagrams({"one", "two", "three", "four"},
                             {fault("corrupt", {1}, {.at = 2}), fault("truncate", {2}, {.bytes = 1}),
                              fault("extend", {3}, {.bytes = 2})}),
                   kUdpCapitals);
    const auto answers = got(transcript);
    ASSERT_EQ(answers.size(), 4U);
    EXPECT_EQ(answers[0].size(), 3U);
    EXPECT_NE(answers[0], "ONE");
    EXPECT_EQ(answers[1], "T");
    EXPECT_EQ(answers[2], "THREE..");
    EXPECT_EQ(answers[3], "FOUR");
    expect_passed(transcript);
}

TEST(CaseWithFaults, ABlackholeSwallowsAndEnds) {
    const Transcript transcript = run_python(
        datagrams({"one", "two", "three", "four"}, {fault("blackhole", {2}, {.most = 2})}), kUdpCapitals);
    EXPECT_THAT(got(transcript), ElementsAre("ONE", "FOUR"));
    expect_passed(transcript);
}

TEST(CaseWithFaults, WhatIsHeldComesBeforeTheCaseEnds) {
    const Transcript transcript = run_python(
        datagrams({"one", "two", "three"}, {fault("delay", {1}), fault("replay", {2})}), kUdpCapitals);
    EXPECT_THAT(got(transcript), ElementsAre("TWO", "THREE", "TWO", "ONE"));
    expect_passed(transcript);
}

TEST(CaseWithFaults, ADelayOfMillisecondsIsWaitedFor) {
    const Transcript transcript =
        run_python(datagrams({"one", "two"}, {fault("delay", {1}, {.ms = 300})}), kUdpCapitals);
    EXPECT_THAT(got(transcript), ElementsAre("TWO", "ONE"));
    expect_passed(transcript);
}

TEST(CaseWithFaults, AnEmptyDatagramMayBeAnsweredOrNot) {
    for (const char* answer : {"", "    if not d: continue\n"}) {
        std::string python = kUdpCapitals;
        python.insert(python.rfind("    s.sendto"), answer);
        const Transcript transcript = run_python(
            datagrams({"one", "two", "three"}, {fault("empty", {1}), fault("empty", {2}, {.before = true})}),
            python);
        EXPECT_EQ(got(transcript).back(), "THREE");
        expect_passed(transcript);
    }
}

TEST(CaseWithFaults, AServerThatAnswersTheFirstPortFailsWhenItsClientMoves) {
    const model::Plan moved = datagrams({"one", "two"}, {fault("rebind", {2})});
    expect_passed(run_python(moved, kUdpCapitals));
    std::string stubborn = kUdpCapitals;
    stubborn.insert(stubborn.find("while"), "first = None\n");
    stubborn.insert(stubborn.rfind("    s.sendto"), "    first = first or a\n    a = first\n");
    const Transcript transcript = run_python(moved, stubborn);
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::failed);
    const auto faults = transcript.all<event::FaultApplied>();
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[1]->kind, model::kFormerPort);
    EXPECT_EQ(faults[1]->bytes, "TWO");
}

// A server that polls is never at rest: that it says nothing is known when the wait is over, and the case
// goes on.
TEST(Case, SilenceOfAProgramThatPollsIsSilence) {
    model::Expect nothing;
    nothing.what = model::Expect::What::nothing;
    model::Expect capitals;
    capitals.what = model::Expect::What::capitals;
    model::Send send;
    send.messages = {text("hello")};
    model::Plan made = plan(model::Role::server, model::Transport::tcp,
                            {step("client", model::Connect{}), step("client", nothing), step("client", send),
                             step("client", capitals)});
    made.limits.wait = std::chrono::seconds(2);
    expect_passed(run_python(made,
                             "import socket\ns = socket.create_server(('', 23456))\nc, _ = s.accept()\n"
                             "c.settimeout(0.05)\nwhile True:\n"
                             "    try: d = c.recv(100)\n    except socket.timeout: continue\n"
                             "    if not d: break\n    c.sendall(d.upper())\n"));
}

// It never is at rest, so that only the backstop would end the wait for what can't come.
TEST(CaseWithFaults, ALostMessageIsNotAwaitedOnTheScreen) {
    model::Send send;
    for (const char* one : {"one", "two", "three"}) send.messages.push_back(text(one));
    model::Prints prints;
    prints.what = model::Prints::What::sent;
    model::Plan made =
        plan(model::Role::receiver, model::Transport::udp, {step("sender", send), step("program", prints)});
    made.faults = {fault("drop", {2})};
    const Transcript transcript =
        run_python(made,
                   "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
                   "s.bind(('', 23456))\ns.settimeout(0.05)\nwhile True:\n"
                   "    try: print(s.recv(100).decode(), flush=True)\n    except socket.timeout: pass\n");
    expect_passed(transcript);
    for (const auto* ended : transcript.all<event::StepEnded>())
        EXPECT_EQ(ended->how, model::WaitEnd::satisfied) << ended->step;
}

std::vector<model::Step> client_story() {
    model::Expect anything;
    model::Reply reply;
    model::Prints prints;
    prints.what = model::Prints::What::reply;
    return {step("server", anything), step("server", reply), step("program", prints)};
}

model::Plan client_plan(std::vector<model::FaultRule> faults) {
    model::Plan made = plan(model::Role::client, model::Transport::udp, client_story());
    made.faults = std::move(faults);
    return made;
}

TEST(CaseWithFaults, AClientThatTakesAStrangersWordFails) {
    const std::string careless =
        "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "s.sendto(b'hello world', ('127.0.0.1', 23456))\nprint(s.recv(100).decode())\n";
    const std::string careful =
        "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "s.connect(('127.0.0.1', 23456))\ns.send(b'hello world')\nprint(s.recv(100).decode())\n";
    const model::Plan made = client_plan({fault("stranger", {1}, {.text = "WRONG"})});
    EXPECT_EQ(checks::judge(run_python(made, careless)).verdict, Verdict::failed);
    expect_passed(run_python(made, careful));
}

TEST(Case, AClientThatPoursOutIsWatchedUntilThatIsTooMuch) {
    model::Plan made = client_plan({});
    made.steps.push_back(step("program", model::IsRunning{}));
    const std::string greets =
        "import socket, sys, time\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "s.sendto(b'hello world', ('127.0.0.1', 23456))\nprint(s.recv(100).decode(), flush=True)\n";
    const Transcript pours =
        run_python(made, greets + "while True: s.sendto(b'more', ('127.0.0.1', 23456))\n");
    EXPECT_EQ(checks::judge(pours).cause, Cause::output_flood);
    expect_passed(run_python(made, greets + "time.sleep(1000)\n"));
    // Many at once are no flood.
    expect_passed(run_python(
        made, greets + "for i in range(200): s.sendto(b'more', ('127.0.0.1', 23456))\ntime.sleep(1000)\n"));
}

// It ends by its own processor time, and is running until then.
TEST(Case, AClientThatOnlySpinsIsRunning) {
    model::Plan made = client_plan({});
    made.steps.push_back(step("program", model::IsRunning{}));
    expect_passed(run_python(made,
                             "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
                             "s.sendto(b'hello world', ('127.0.0.1', 23456))\n"
                             "print(s.recv(100).decode(), flush=True)\nwhile True: pass\n"));
}

TEST(CaseWithFaults, AClosedPortIsToldToAProgramThatIsConnected) {
    model::FaultRule refused = fault("unreachable", {1});
    refused.direction = model::Direction::from_program;
    const std::string patient =
        "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "s.connect(('127.0.0.1', 23456))\ns.send(b'hello world')\n"
        "try: r = s.recv(100)\nexcept ConnectionRefusedError:\n"
        "    s.send(b'hello world')\n    r = s.recv(100)\nprint(r.decode())\n";
    const Transcript transcript = run_python(client_plan({refused}), patient);
    const auto faults = transcript.all<event::FaultApplied>();
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_TRUE(faults[0]->lost);
    EXPECT_EQ(got(transcript).size(), 1U) << "the second one";
    expect_passed(transcript);
}

// Too much for the program's buffer, all at once: the grader's own doing.
TEST(CaseWithFaults, NaturalLossIsNobodysFault) {
    std::vector<std::string> many;
    const std::string large(50, 'x');
    for (int i = 0; i < 400; ++i) many.push_back(std::to_string(i) + large);
    // All of them are held by one window, and come in one go.
    const Transcript transcript = run_python(
        datagrams(many, {fault("reorder", {}, {.window = 400})}),
        "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)\ns.bind(('', 23456))\n"
        "while True:\n    d, a = s.recvfrom(100)\n    sum(range(50000))\n    s.sendto(d.upper(), a)\n");
    const auto judgement = checks::judge(transcript);
    EXPECT_EQ(judgement.verdict, Verdict::inconclusive) << judgement.summary;
    ASSERT_NE(transcript.first<event::Trouble>(), nullptr);
    EXPECT_THAT(transcript.first<event::Trouble>()->what, testing::HasSubstr("for want of room"));
}

}  // namespace
}  // namespace sockgrade::run
