// Peers that make it hard, with real programs: what they do is seen at the program's end, a program that
// copes passes, and one that does not fails for that.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "checks/judge.hh"
#include "record/transcript_json.hh"
#include "run/case.hh"
#include "run/case_process.hh"
#include "sandbox/probe.hh"
#include "telling/event.hh"

namespace sockgrade::run {
namespace {

using model::Cause;
using model::Role;
using model::Transcript;
using model::Transport;
using model::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
using Played = model::event::FaultPlayed::What;
namespace event = model::event;

model::Step step(const std::string& actor, model::Action action) { return {actor, std::move(action), 0}; }

model::Message text(const std::string& bytes) {
    model::Message message;
    message.text = bytes;
    message.bytes = bytes;
    return message;
}

model::Send send(const std::string& bytes) {
    model::Send made;
    made.messages = {text(bytes)};
    return made;
}

model::Expect expect(model::Expect::What what) {
    model::Expect made;
    made.what = what;
    return made;
}

model::Reply reply(model::BreakOff break_off = {}) {
    model::Reply made;
    made.break_off = break_off;
    return made;
}

// In a world of its own, and where programs share the machine's network.
class HardPeers : public testing::TestWithParam<sandbox::Level> {
  protected:
    // Where the network is shared, tests that run side by side must not meet.
    static std::uint16_t port() { return static_cast<std::uint16_t>(20'000 + ::getpid() % 10'000); }

    // With the port in the place of each @ of the program's source.
    static Transcript run(Role role, Transport transport, std::vector<model::Step> steps, std::string source,
                          std::size_t message_size = 0) {
        model::Plan plan;
        plan.exercise = "test";
        plan.case_id = "case";
        plan.role = role;
        plan.transport = transport;
        plan.given.address = {"127.0.0.1", port()};
        plan.given.names_port = true;
        plan.given.message = message_size == 0 ? "hello world" : std::string(message_size, 'x');
        plan.steps = std::move(steps);
        plan.limits.cpu = std::chrono::milliseconds(500);
        for (std::size_t at = 0; (at = source.find('@')) != std::string::npos;)
            source.replace(at, 1, std::to_string(port()));
        Submission submission;
        submission.command = {"/usr/bin/python3", "-c", "import socket, sys, time\n" + source};
        submission.folder = "/";
        CaseProcess process(plan, submission, {GetParam(), sandbox::ControlGroups::of_this_process()});
        for (;;) {
            pollfd wait{process.descriptor(), POLLIN, 0};
            if (::poll(&wait, 1, -1) < 0) continue;
            if (auto transcript = process.read_more()) return *transcript;
        }
    }
};

std::string told(const Transcript& transcript) {
    std::string all;
    for (const model::Event& one : transcript.events) all += telling::describe(one, transcript.plan) + '\n';
    return all;
}

std::vector<Played> played(const Transcript& transcript) {
    std::vector<Played> all;
    for (const auto* one : transcript.all<event::FaultPlayed>()) all.push_back(one->what);
    return all;
}

// Judged again from what is saved, it comes out the same.
checks::Judgement judged(const Transcript& transcript) {
    const checks::Judgement now = checks::judge(transcript);
    const checks::Judgement again =
        checks::judge(record::transcript_from_json(record::transcript_to_json(transcript)));
    EXPECT_EQ(now.verdict, again.verdict);
    EXPECT_EQ(now.summary, again.summary);
    return now;
}

void expect_to_pass(const Transcript& transcript) {
    const auto judgement = judged(transcript);
    EXPECT_EQ(judgement.verdict, Verdict::passed) << judgement.summary << '\n' << told(transcript);
}

void expect_failed(const Transcript& transcript, Cause cause) {
    const auto judgement = judged(transcript);
    EXPECT_EQ(judgement.verdict, Verdict::failed) << judgement.summary << '\n' << told(transcript);
    EXPECT_EQ(judgement.cause, cause) << judgement.summary << '\n' << told(transcript);
}

// --- Delayed accept.

const std::vector<model::Step> kLateAccept{
    step("server", model::Accept{true}), step("server", expect(model::Expect::What::given)),
    step("server", reply()), step("program", prints(model::Prints::What::reply))};

TEST_P(HardPeers, AnAcceptThatComesLate) {
    const Transcript transcript =
        run(Role::client, Transport::tcp, kLateAccept,
            "s = socket.create_connection(('127.0.0.1', @))\nprint('connected', flush=True)\n"
            "s.sendall(b'hello world')\nprint(s.recv(100).decode())\n");
    EXPECT_THAT(played(transcript), ElementsAre(Played::accepted_late));
    expect_to_pass(transcript);
    // It was connected, had sent and waited for its reply before anybody accepted.
    const auto& events = transcript.events;
    const auto late = std::find_if(events.begin(), events.end(), [](const model::Event& one) {
        return std::holds_alternative<event::FaultPlayed>(one.what);
    });
    EXPECT_TRUE(std::any_of(events.begin(), late, [](const model::Event& one) {
        const auto* printed = std::get_if<event::Printed>(&one.what);
        return printed != nullptr && printed->bytes.starts_with("connected");
    })) << told(transcript);
}

TEST_P(HardPeers, AClientThatTakesConnectedForReadyFails) {
    const Transcript transcript =
        run(Role::client, Transport::tcp, kLateAccept,
            "s = socket.create_connection(('127.0.0.1', @))\ns.sendall(b'hello world')\n"
            "s.setblocking(False)\nprint(s.recv(100).decode())\n");
    expect_failed(transcript, Cause::crashed);
}

// --- Full backlog.

TEST_P(HardPeers, AFullBacklogIsWaitedFor) {
    const std::vector<model::Step> steps{
        step("server", model::FillBacklog{}), step("server", model::Accept{}),
        step("server", expect(model::Expect::What::given)), step("server", reply()),
        step("program", prints(model::Prints::What::reply))};
    const Transcript patient = run(Role::client, Transport::tcp, steps,
                                   "s = socket.create_connection(('127.0.0.1', @))\n"
                                   "s.sendall(b'hello world')\nprint(s.recv(100).decode())\n");
    EXPECT_THAT(played(patient), ElementsAre(Played::backlog_full));
    expect_to_pass(patient);
    const Transcript hasty = run(Role::client, Transport::tcp, steps,
                                 "s = socket.socket()\ns.setblocking(False)\ns.connect_ex(('127.0.0.1', @))\n"
                                 "s.sendall(b'hello world')\nprint(s.recv(100).decode())\n");
    EXPECT_EQ(judged(hasty).verdict, Verdict::failed) << told(hasty);
}

TEST_P(HardPeers, ABacklogThatStaysFullTellsWhoWaitsForEver) {
    const std::vector<model::Step> steps{step("server", model::FillBacklog{}),
                                         step("program", model::Exits{0})};
    const std::string connects =
        "try: s.connect(('127.0.0.1', @))\nexcept TimeoutError: print('no answer')\n";
    const Transcript gives_up =
        run(Role::client, Transport::tcp, steps, "s = socket.socket()\ns.settimeout(0.3)\n" + connects);
    EXPECT_EQ(printed_by(gives_up), "no answer\n");
    expect_to_pass(gives_up);
    expect_failed(run(Role::client, Transport::tcp, steps, "s = socket.socket()\n" + connects), Cause::hung);
}

// --- A slow reader.

constexpr std::size_t kLarge = 200'000;

const std::vector<model::Step> kSlowServer{
    step("server", model::Accept{}), step("server", model::StopReading{}),
    step("server", model::GoOnReading{}), step("server", expect(model::Expect::What::given)),
    step("program", model::Exits{0})};

TEST_P(HardPeers, WhoSendsAllPassesASlowReader) {
    const Transcript transcript = run(Role::sender, Transport::tcp, kSlowServer,
                                      "s = socket.create_connection(('127.0.0.1', @))\n"
                                      "s.sendall(b'x' * 200000)\n",
                                      kLarge);
    EXPECT_THAT(played(transcript), ElementsAre(Played::send_blocked));
    expect_to_pass(transcript);
}

// send() takes what there is room for, and says how much that was.
TEST_P(HardPeers, WhoIgnoresWhatSendReturnsFails) {
    const Transcript transcript = run(Role::sender, Transport::tcp, kSlowServer,
                                      "s = socket.create_connection(('127.0.0.1', @))\ns.settimeout(0.5)\n"
                                      "s.send(b'x' * 200000)\ninput()\n",
                                      kLarge);
    EXPECT_THAT(played(transcript), ElementsAre(Played::send_blocked)) << told(transcript);
    EXPECT_EQ(judged(transcript).verdict, Verdict::failed) << told(transcript);
}

TEST_P(HardPeers, AShortMessageBlocksNobodyAndProvesNothing) {
    const Transcript transcript =
        run(Role::sender, Transport::tcp, kSlowServer,
            "s = socket.create_connection(('127.0.0.1', @))\ns.sendall(b'hello world')\n");
    EXPECT_EQ(judged(transcript).verdict, Verdict::inconclusive) << told(transcript);
    EXPECT_THAT(judged(transcript).summary, HasSubstr("goes on reading"));
}

TEST_P(HardPeers, AServerIsReadSlowlyToo) {
    const std::string large(100'000, 'y');
    const Transcript transcript = run(
        Role::server, Transport::tcp,
        {step("client", model::Connect{}), step("client", model::StopReading{}), step("client", send(large)),
         step("client", model::GoOnReading{}), step("client", expect(model::Expect::What::capitals))},
        "l = socket.socket()\nl.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)\n"
        "l.bind(('', @))\nl.listen()\nc, a = l.accept()\n"
        "while True:\n    d = c.recv(4096)\n    if not d: break\n    c.sendall(d.upper())\n");
    EXPECT_THAT(played(transcript), ElementsAre(Played::send_blocked)) << told(transcript).substr(0, 2000);
    expect_to_pass(transcript);
}

// --- The end in the middle.

const std::string kReadsToTheEnd =
    "s = socket.create_connection(('127.0.0.1', @))\ns.sendall(b'hello world')\nr = b''\n"
    "try:\n    while True:\n        d = s.recv(100)\n        if not d: print('end', len(r)); break\n"
    "        r += d\n"
    "except ConnectionResetError: print('reset', len(r))\n";

std::vector<model::Step> broken_reply(model::BreakOff::How how) {
    return {step("server", model::Accept{}), step("server", expect(model::Expect::What::given)),
            step("server", reply({how, 4})), step("program", model::Exits{0})};
}

TEST_P(HardPeers, AReplyIsCut) {
    const Transcript transcript =
        run(Role::client, Transport::tcp, broken_reply(model::BreakOff::How::cut), kReadsToTheEnd);
    EXPECT_EQ(printed_by(transcript), "end 4\n");
    EXPECT_THAT(played(transcript), ElementsAre(Played::cut));
    expect_to_pass(transcript);
    const Transcript spins =
        run(Role::client, Transport::tcp, broken_reply(model::BreakOff::How::cut),
            "s = socket.create_connection(('127.0.0.1', @))\ns.sendall(b'hello world')\nr = b''\n"
            "while len(r) < 11: r += s.recv(100)\n");
    expect_failed(spins, Cause::hung);
}

TEST_P(HardPeers, AReplyIsReset) {
    const Transcript transcript =
        run(Role::client, Transport::tcp, broken_reply(model::BreakOff::How::reset), kReadsToTheEnd);
    EXPECT_EQ(printed_by(transcript), "reset 4\n") << "what came before the reset is read, then ECONNRESET";
    EXPECT_THAT(played(transcript), ElementsAre(Played::reset));
    expect_to_pass(transcript);
    const Transcript careless =
        run(Role::client, Transport::tcp, broken_reply(model::BreakOff::How::reset),
            "s = socket.create_connection(('127.0.0.1', @))\ns.sendall(b'hello world')\nr = b''\n"
            "while len(r) < 11: r += s.recv(100)\n");
    expect_failed(careless, Cause::crashed);
}

TEST_P(HardPeers, AResetBeforeAnyByteArrives) {
    const Transcript transcript = run(
        Role::client, Transport::tcp,
        {step("server", model::Accept{}), step("server", model::Reset{}), step("program", model::Exits{0})},
        "s = socket.create_connection(('127.0.0.1', @))\n"
        "try: s.recv(100)\nexcept ConnectionResetError: print('reset')\n");
    EXPECT_EQ(printed_by(transcript), "reset\n");
    EXPECT_THAT(played(transcript), ElementsAre(Played::reset));
    expect_to_pass(transcript);
}

TEST_P(HardPeers, ARequestIsResetAndTheNextClientServed) {
    model::Send half = send("hello world");
    half.break_off = {model::BreakOff::How::reset, 5};
    const std::vector<model::Step> steps{
        step("rude", model::Connect{}), step("rude", half), step("client", model::Connect{}),
        step("client", send("good morning")), step("client", expect(model::Expect::What::capitals))};
    const std::string server =
        "l = socket.socket()\nl.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)\n"
        "l.bind(('', @))\nl.listen()\n"
        "while True:\n    c, a = l.accept()\n    %\n        while True:\n            d = c.recv(100)\n"
        "            if not d: break\n            c.sendall(d.upper())\n    %\n    c.close()\n";
    const auto with = [&](const std::string& before, const std::string& after) {
        std::string source = server;
        source.replace(source.find('%'), 1, before);
        return source.replace(source.find('%'), 1, after);
    };
    const Transcript robust =
        run(Role::server, Transport::tcp, steps, with("try:", "except ConnectionError as e: print(type(e))"));
    EXPECT_THAT(played(robust), ElementsAre(Played::reset)) << told(robust);
    EXPECT_THAT(printed_by(robust), HasSubstr("ConnectionResetError"));
    expect_to_pass(robust);
    expect_failed(run(Role::server, Transport::tcp, steps, with("if True:", "")), Cause::crashed);
}

// --- Refused, then accepted.

const std::string kTries =
    "for i in range(%):\n    try:\n        s = socket.create_connection(('127.0.0.1', @))\n        break\n"
    "    except ConnectionRefusedError:\n        print('refused')\n        time.sleep(0.05)\n"
    "else: sys.exit(3)\n"
    "s.sendall(b'hello world')\nprint(s.recv(100).decode())\n";

std::string tries(int times) {
    std::string source = kTries;
    return source.replace(source.find('%'), 1, std::to_string(times));
}

TEST_P(HardPeers, TheFirstAttemptsAreRefused) {
    const std::vector<model::Step> steps{step("server", model::Refuse{2}), step("server", model::Accept{}),
                                         step("server", expect(model::Expect::What::given)),
                                         step("server", reply()),
                                         step("program", prints(model::Prints::What::reply))};
    const Transcript patient = run(Role::client, Transport::tcp, steps, tries(5));
    EXPECT_THAT(played(patient), ElementsAre(Played::refused, Played::refused));
    EXPECT_THAT(printed_by(patient), testing::StartsWith("refused\nrefused\n"));
    expect_to_pass(patient);

    const Transcript once = run(Role::client, Transport::tcp, steps, tries(1));
    expect_failed(once, Cause::exited_early);
    EXPECT_EQ(judged(once).findings.back().requirement, "The program connects again when it is refused.");
    const Transcript twice = run(Role::client, Transport::tcp, steps, tries(2));
    expect_failed(twice, Cause::exited_early);
    EXPECT_EQ(judged(twice).findings.back().requirement, "The program connects again.");
    const Transcript never = run(Role::client, Transport::tcp, steps, "import signal\nsignal.pause()\n");
    expect_failed(never, Cause::never_connected);
}

// --- A peer that is started again.

const std::vector<model::Step> kRestart{
    step("server", model::Accept{}), step("server", expect(model::Expect::What::given)),
    step("server", model::GoAway{}), step("server", model::ComeBack{}),
    step("server", model::Accept{}), step("server", expect(model::Expect::What::given)),
    step("server", reply()),         step("program", prints(model::Prints::What::reply))};

TEST_P(HardPeers, AServerIsStartedAgain) {
    const std::string again =
        "while True:\n    try:\n        s = socket.create_connection(('127.0.0.1', @))\n"
        "        s.sendall(b'hello world')\n        r = s.recv(100)\n"
        "        if r: print(r.decode()); break\n"
        "    except ConnectionError as e: print(type(e).__name__)\n    time.sleep(0.05)\n";
    const Transcript patient = run(Role::client, Transport::tcp, kRestart, again);
    const auto all = played(patient);
    EXPECT_THAT(all, testing::IsSupersetOf({Played::went_away, Played::refused, Played::came_back}))
        << told(patient);
    EXPECT_EQ(std::count(all.begin(), all.end(), Played::came_back), 1);
    EXPECT_THAT(printed_by(patient), testing::StartsWith("ConnectionResetError\nConnectionRefusedError\n"));
    expect_to_pass(patient);
    const Transcript hopeless = run(Role::client, Transport::tcp, kRestart,
                                    "s = socket.create_connection(('127.0.0.1', @))\n"
                                    "s.sendall(b'hello world')\nprint(s.recv(100).decode())\n");
    expect_failed(hopeless, Cause::crashed);
    EXPECT_EQ(judged(hopeless).findings.back().requirement, "The program connects again.");
}

TEST_P(HardPeers, AClientIsStartedAgainOnItsPort) {
    const std::string server =
        "l = socket.socket()\nl.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)\n"
        "l.bind(('', @))\nl.listen()\nseen = {}\n"
        "while True:\n    c, a = l.accept()\n    print(a[1], flush=True)\n"
        "    try:\n        while True:\n            d = c.recv(100)\n            if not d: break\n"
        "            c.sendall(d.upper())\n    except ConnectionError: pass\n";
    const Transcript transcript =
        run(Role::server, Transport::tcp,
            {step("client", model::Connect{}), step("client", send("one")),
             step("client", expect(model::Expect::What::capitals)), step("client", model::GoAway{}),
             step("client", model::ComeBack{}), step("client", send("two")),
             step("client", expect(model::Expect::What::capitals))},
            server);
    EXPECT_THAT(played(transcript), ElementsAre(Played::went_away, Played::came_back));
    const auto opened = transcript.all<event::Opened>();
    ASSERT_EQ(opened.size(), 2U) << told(transcript);
    EXPECT_EQ(opened[0]->local, opened[1]->local) << "the same port";
    expect_to_pass(transcript);
}

TEST_P(HardPeers, AUdpServerIsStartedAgain) {
    const std::vector<model::Step> steps{step("server", expect(model::Expect::What::given)),
                                         step("server", model::GoAway{}),
                                         step("server", model::ComeBack{}),
                                         step("server", expect(model::Expect::What::given)),
                                         step("server", reply()),
                                         step("program", prints(model::Prints::What::reply))};
    const std::string client =
        "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.settimeout(2)\n"
        "s.connect(('127.0.0.1', @))\n"
        "for i in range(%):\n    try:\n        s.send(b'hello world')\n        print(s.recv(100).decode())\n"
        "        break\n    except (TimeoutError, ConnectionRefusedError) as e:\n"
        "        print(type(e).__name__)\n        time.sleep(0.05)\nelse: sys.exit(3)\n";
    const auto with = [&](int times) {
        std::string source = client;
        return source.replace(source.find('%'), 1, std::to_string(times));
    };
    const Transcript patient = run(Role::client, Transport::udp, steps, with(200));
    EXPECT_THAT(printed_by(patient), HasSubstr("ConnectionRefusedError\n")) << "ICMP port unreachable";
    EXPECT_THAT(played(patient), ElementsAre(Played::went_away, Played::refused, Played::came_back));
    expect_to_pass(patient);
    const Transcript once = run(Role::client, Transport::udp, steps, with(1));
    expect_failed(once, Cause::exited_early);
}

TEST_P(HardPeers, AUdpClientIsStartedAgainOnItsPort) {
    const Transcript transcript =
        run(Role::server, Transport::udp,
            {step("client", send("one")), step("client", expect(model::Expect::What::each)),
             step("client", model::GoAway{}), step("client", model::ComeBack{}), step("client", send("two")),
             step("client", expect(model::Expect::What::each))},
            "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.bind(('', @))\n"
            "while True:\n    d, a = s.recvfrom(100)\n    print(a[1], flush=True)\n"
            "    s.sendto(d.upper(), a)\n");
    EXPECT_THAT(played(transcript), ElementsAre(Played::went_away, Played::came_back));
    expect_to_pass(transcript);
    const std::string ports = printed_by(transcript);
    const std::size_t line = ports.find('\n') + 1;
    EXPECT_EQ(ports.substr(0, line), ports.substr(line)) << "the same port";
}

INSTANTIATE_TEST_SUITE_P(Levels, HardPeers,
                         testing::Values(sandbox::Level::namespaces, sandbox::Level::shared),
                         [](const auto& level) { return sandbox::to_string(level.param); });

}  // namespace
}  // namespace sockgrade::run
