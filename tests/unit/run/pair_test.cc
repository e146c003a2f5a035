// Two real programs that talk to each other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "checks/judge.hh"
#include "run/pair_process.hh"
#include "telling/pair.hh"
#include "tests/unit/run/python_case.hh"

namespace sockgrade::run::pairs {
namespace {

using model::Half;
using model::PairPlan;
using model::PairTranscript;
using model::Role;
using model::Transport;
using model::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
namespace event = model::event;

PairTranscript run_pythons(const PairPlan& plan, const std::string& dialling, const std::string& listening,
                           sandbox::Level level = sandbox::probe_level()) {
    PairSubmission submission;
    for (auto* one : {&submission.dialling, &submission.listening}) {
        one->command = {"/usr/bin/python3", "-c", one == &submission.dialling ? dialling : listening};
        one->folder = "/";
    }
    PairProcess process(plan, submission, {level, sandbox::ControlGroups::of_this_process()});
    for (;;) {
        pollfd wait{process.descriptor(), POLLIN, 0};
        if (::poll(&wait, 1, -1) < 0) continue;
        if (auto transcript = process.read_more()) return *transcript;
    }
}

// Every line of a sender, acknowledged and printed.
PairPlan reliable(std::vector<model::FaultRule> faults = {}) {
    const model::Field seq{"seq", "", " ", false, {}};
    model::Expect all;
    all.what = model::Expect::What::all;
    all.copies = 0;
    for (const char* one : {"0 a", "1 b", "2 c"}) {
        all.messages.push_back(run::text(one));
        all.messages.back().as = "{i} {line}";
        all.messages.back().content = std::string(one).substr(2);
    }
    PairPlan pair;
    pair.dialling = run::plan(Role::sender, Transport::udp,
                              {run::step("receiver", model::AnswerEach{"ACK {seq}", {seq}}),
                               run::step("receiver", all), run::step(model::kProgram, model::Exits{0})});
    pair.dialling.faults = std::move(faults);
    model::Prints prints;
    prints.each_once = true;
    model::Send send;
    send.messages = all.messages;
    pair.listening = run::plan(Role::receiver, Transport::udp,
                               {run::step("sender", send), run::step(model::kProgram, prints)});
    return pair;
}

model::FaultRule drop(model::Direction direction, const std::string& containing) {
    model::FaultRule rule;
    rule.kind = "drop";
    rule.direction = direction;
    rule.containing = containing;
    return rule;
}

const char* const kSender = R"(
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(0.3)
for i, t in enumerate('abc'):
    while True:
        s.sendto(b'%d %s' % (i, t.encode()), ('127.0.0.1', 23456))
        try:
            while s.recv(100) != b'ACK %d' % i: pass
            break
        except socket.timeout: pass
)";
const char* const kReceiver = R"(
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('', 23456))
awaited = 0
while True:
    d, a = s.recvfrom(1000)
    number, text = d.decode().split(' ', 1)
    s.sendto(b'ACK ' + number.encode(), a)
    if int(number) == awaited:
        print(text, flush=True)
        awaited += 1
)";

std::vector<std::string> sent(const PairTranscript& pair, const std::string& role) {
    std::vector<std::string> all;
    for (const model::PairEvent& one : pair.events)
        if (const auto* what = std::get_if<event::Sent>(&one.event.what))
            if (what->connection == role) all.push_back(what->bytes);
    return all;
}

checks::Judgement judged(const PairTranscript& pair, Half half) {
    return checks::judge(telling::project(pair, half).transcript);
}

std::string troubles(const PairTranscript& pair) {
    std::string all;
    for (const model::PairEvent& one : pair.events)
        if (const auto* trouble = std::get_if<event::Trouble>(&one.event.what)) all += trouble->what + "\n";
    return all;
}

TEST(Pair, TwoRightProgramsPass) {
    const PairTranscript pair = run_pythons(reliable(), kSender, kReceiver);
    EXPECT_EQ(troubles(pair), "");
    EXPECT_THAT(sent(pair, "sender"), ElementsAre("0 a", "1 b", "2 c"));
    EXPECT_THAT(sent(pair, "receiver"), ElementsAre("ACK 0", "ACK 1", "ACK 2"));
    EXPECT_EQ(judged(pair, Half::dialling).summary, "All requirements are met.");
    EXPECT_EQ(judged(pair, Half::listening).summary, "All requirements are met.");
}

TEST(Pair, FaultsAreBetweenThem) {
    const PairTranscript pair = run_pythons(
        reliable({drop(model::Direction::from_program, "1 b"), drop(model::Direction::to_program, "ACK 2")}),
        kSender, kReceiver);
    EXPECT_EQ(troubles(pair), "");
    EXPECT_THAT(sent(pair, "sender"), ElementsAre("0 a", "1 b", "1 b", "2 c", "2 c"));
    EXPECT_THAT(sent(pair, "receiver"), ElementsAre("ACK 0", "ACK 1", "ACK 2", "ACK 2"));
    EXPECT_EQ(judged(pair, Half::dialling).summary, "All requirements are met.");
    EXPECT_EQ(judged(pair, Half::listening).summary, "All requirements are met.");
}

// Both wait for minutes, by clocks that show the same.
TEST(Pair, TheirClocksJumpTogether) {
    PairPlan plan = reliable();
    for (model::Plan* one : {&plan.dialling, &plan.listening}) {
        one->limits.wait = std::chrono::hours(10);
        one->limits.starved = std::chrono::hours(20);
    }
    const PairTranscript pair = run_pythons(plan, R"(
import socket, time
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for i in range(3):
    time.sleep(400)
    s.sendto(b'%d %f' % (i, time.time()), ('127.0.0.1', 23456))
    s.recv(100)
)",
                                            R"(
import socket, time
time.sleep(100)
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('', 23456))
s.settimeout(70)
start = time.time()
while True:
    try: d, a = s.recvfrom(1000)
    except socket.timeout: continue
    now = time.time()
    print('as late' if abs(now - float(d.split()[1])) < 10 else d, int((now - start) // 400 * 400), flush=True)
    s.sendto(b'ACK', a)
)");
    EXPECT_EQ(troubles(pair), "");
    std::string printed;
    double jumped = 0;
    for (const model::PairEvent& one : pair.events) {
        if (const auto* what = std::get_if<event::Printed>(&one.event.what)) printed += what->bytes;
        if (const auto* what = std::get_if<event::Jumped>(&one.event.what))
            jumped += static_cast<double>(what->by_us) / 1e6;
        EXPECT_FALSE(std::holds_alternative<event::RealTime>(one.event.what));
    }
    EXPECT_EQ(printed, "as late 400\nas late 800\nas late 1200\n");
    EXPECT_GT(jumped, 1290);
}

}  // namespace
}  // namespace sockgrade::run::pairs
