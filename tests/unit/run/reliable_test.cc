// Programs that send again, against peers that answer, over a link that loses: what is decided is decided by
// what a datagram means, so it is the same in every run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <set>
#include <thread>
#include <tuple>

#include "checks/judge.hh"
#include "tests/unit/run/python_case.hh"

namespace sockgrade::run {
namespace {

using model::Cause;
using model::Direction;
using model::Transcript;
using model::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
namespace event = model::event;

model::Field field(const std::string& name, const std::string& before, const std::string& after,
                   std::vector<std::size_t> values = {}) {
    return {name, before, after, false, std::move(values)};
}
model::Field seq(std::vector<std::size_t> values = {}) { return field("seq", "", " ", std::move(values)); }
model::Field ack(std::vector<std::size_t> values) { return field("ack", "ACK ", "", std::move(values)); }

model::FaultRule rule(const std::string& kind, Direction direction, model::Field which,
                      std::size_t times = 1) {
    model::FaultRule made;
    made.kind = kind;
    made.direction = direction;
    made.fields = {std::move(which)};
    made.times = times;
    return made;
}

// Four datagrams of a sender, each to be acknowledged.
model::Plan sender_plan(std::vector<model::FaultRule> faults = {}) {
    model::Expect all;
    all.what = model::Expect::What::all;
    all.copies = 0;
    for (const char* one : {"0 a", "1 b", "2 c", "3 d"}) all.messages.push_back(text(one));
    model::Plan made = plan(model::Role::sender, model::Transport::udp,
                            {step("receiver", model::AnswerEach{"ACK {seq}", {seq()}}), step("receiver", all),
                             step(model::kProgram, model::Exits{0})});
    made.faults = std::move(faults);
    return made;
}

// `patience`: seconds after which it sends again. `accepts`: when an acknowledgement is taken for its own.
std::string sender(const std::string& patience = "0.2", const std::string& accepts = "d == b'ACK %d' % i") {
    return "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
           "s.settimeout(" +
           patience +
           ")\n"
           "for i, t in enumerate('abcd'):\n"
           "    done = False\n"
           "    while not done:\n"
           "        s.sendto(b'%d %s' % (i, t.encode()), ('127.0.0.1', 23456))\n"
           "        try:\n"
           "            while not done:\n"
           "                d = s.recv(100)\n"
           "                done = " +
           accepts +
           "\n"
           "        except socket.timeout: pass\n";
}

Verdict verdict(const Transcript& transcript) { return checks::judge(transcript).verdict; }

const std::vector<model::FaultRule> kLosses = {
    rule("drop", Direction::from_program, seq({1}), 2), rule("drop", Direction::to_program, ack({2})),
    rule("duplicate", Direction::to_program, ack({0})), rule("delay", Direction::to_program, ack({1}))};

TEST(ReliableCase, ASenderThatSendsAgainPasses) {
    const Transcript transcript = run_python(sender_plan(kLosses), sender());
    EXPECT_EQ(verdict(transcript), Verdict::passed) << checks::judge(transcript).summary;
}

TEST(ReliableCase, ASenderThatDoesNotSendAgainIsMissingALine) {
    const std::string once =
        "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "for i, t in enumerate('abcd'):\n"
        "    s.sendto(b'%d %s' % (i, t.encode()), ('127.0.0.1', 23456))\n"
        "    s.recv(100)\n";
    EXPECT_EQ(verdict(run_python(sender_plan(), once)), Verdict::passed);
    const auto judgement =
        checks::judge(run_python(sender_plan({rule("drop", Direction::from_program, seq({1}))}), once));
    EXPECT_EQ(judgement.verdict, Verdict::failed);
    EXPECT_EQ(judgement.cause, Cause::missing);
}

TEST(ReliableCase, ASenderThatTakesAnyAcknowledgementLosesALine) {
    const model::Plan made = sender_plan({rule("duplicate", Direction::to_program, ack({1})),
                                          rule("drop", Direction::from_program, seq({2}))});
    EXPECT_EQ(verdict(run_python(made, sender())), Verdict::passed);
    const auto judgement = checks::judge(run_python(made, sender("0.2", "True")));
    EXPECT_EQ(judgement.verdict, Verdict::failed);
    EXPECT_EQ(judgement.cause, Cause::wrong_order);
}

// What the faults did, without when: a resend more or less moves nothing.
using Decision = std::tuple<std::string, Direction, std::string, std::size_t, bool>;
std::set<Decision> decisions(const Transcript& transcript) {
    std::set<Decision> all;
    for (const auto* one : transcript.all<event::FaultApplied>())
        all.emplace(one->kind, one->direction, one->bytes, one->occurrence, one->lost);
    return all;
}

// Keeps the processors busy while it lives.
class Load {
  public:
    Load() {
        for (unsigned i = 0; i < 2 * std::thread::hardware_concurrency(); ++i)
            hogs_.emplace_back([](const std::stop_token& stop) {
                for (volatile unsigned long n = 0; !stop.stop_requested();) n = n + 1;
            });
    }

  private:
    std::vector<std::jthread> hogs_;
};

// An impatient sender sends again for no reason when the machine is busy.
TEST(ReliableCase, EveryRunDecidesTheSameIdleOrBusy) {
    const model::Plan made = sender_plan(kLosses);
    const Transcript first = run_python(made, sender("0.02"));
    EXPECT_EQ(verdict(first), Verdict::passed);
    EXPECT_EQ(decisions(run_python(made, sender("0.02"))), decisions(first));
    // The load is a process of its own: whoever forks a case has one thread.
    const pid_t hog = ::fork();
    if (hog == 0) {
        const Load load;
        for (;;) ::pause();
    }
    const Transcript busy = run_python(made, sender("0.02"));
    ::kill(hog, SIGKILL);
    ::waitpid(hog, nullptr, 0);
    EXPECT_EQ(verdict(busy), Verdict::passed) << checks::judge(busy).summary;
    EXPECT_EQ(decisions(busy), decisions(first));
}

// Received = sent - dropped + duplicated, as the link, the peer and the program tell it.
TEST(ReliableCase, NothingGetsLostUntold) {
    const Transcript transcript = run_python(sender_plan(kLosses), sender());
    std::size_t delivered = 0;
    std::size_t dropped = 0;
    std::size_t doubled = 0;
    for (const auto* one : transcript.all<event::Delivered>())
        if (one->direction == Direction::to_program) ++delivered;
    for (const auto* one : transcript.all<event::FaultApplied>()) {
        if (one->direction != Direction::to_program) continue;
        if (one->lost) ++dropped;
        if (one->kind == "duplicate") ++doubled;
    }
    EXPECT_GT(dropped, 0U);
    EXPECT_GT(doubled, 0U);
    EXPECT_EQ(delivered, transcript.all<event::Sent>().size() - dropped + doubled);
    std::size_t arrived = 0;
    for (const auto* one : transcript.all<event::Delivered>())
        if (one->direction == Direction::from_program) ++arrived;
    EXPECT_EQ(arrived, transcript.all<event::Received>().size());
}

// --- The peer that sends until it is answered.

model::Plan receiver_plan(std::vector<model::FaultRule> faults = {}) {
    model::Send send;
    for (const char* one : {"0 a", "1 b", "2 c"}) {
        send.messages.push_back(text(one));
        send.messages.back().as = "{i} {line}";
        send.messages.back().content = std::string("the line ") + one[2];
        send.messages.back().bytes = std::string(one).substr(0, 2) + send.messages.back().content;
    }
    send.until = "ACK {i}";
    send.tries = 4;
    send.answers = {"ACK 0", "ACK 1", "ACK 2"};
    model::Prints prints;
    prints.each_once = true;
    model::Plan made = plan(model::Role::receiver, model::Transport::udp,
                            {step("sender", send), step(model::kProgram, prints)});
    made.faults = std::move(faults);
    return made;
}

const std::string kReceiver =
    "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
    "s.bind(('', 23456))\nn = 0\n"
    "while True:\n    d, a = s.recvfrom(100)\n    i, t = d.decode().split(' ', 1)\n"
    "    s.sendto(('ACK ' + i).encode(), a)\n"
    "    if int(i) == n:\n        print(t)\n        n += 1\n";

TEST(ReliableCase, AReceiverIsAskedAgainUntilItAcknowledges) {
    const Transcript transcript =
        run_python(receiver_plan({rule("drop", Direction::to_program, seq({0})),
                                  rule("drop", Direction::from_program, ack({1}), 2)}),
                   kReceiver);
    EXPECT_EQ(verdict(transcript), Verdict::passed) << checks::judge(transcript).summary;
    EXPECT_EQ(transcript.all<event::Sent>().size(), 3U + 1 + 2);
}

TEST(ReliableCase, AReceiverThatAcknowledgesADoubleNoMoreFails) {
    std::string proud = kReceiver;
    proud.replace(proud.find("    s.sendto"), 0, "    if int(i) < n: continue\n");
    const Transcript transcript =
        run_python(receiver_plan({rule("drop", Direction::from_program, ack({1}))}), proud);
    const auto judgement = checks::judge(transcript);
    EXPECT_EQ(judgement.verdict, Verdict::failed);
    EXPECT_EQ(judgement.cause, Cause::no_reply);
    EXPECT_THAT(judgement.findings.back().awaited, HasSubstr("\"ACK 1\""));
    EXPECT_EQ(transcript.all<event::Sent>().size(), 1U + 4) << "four tries, and then no more";
}

// It wakes up every now and then, so it never rests: then the sender's own patience counts.
TEST(ReliableCase, AReceiverThatPollsIsAskedAgainToo) {
    std::string polling = kReceiver;
    polling.replace(polling.find("n = 0"), 5, "n = 0\ns.settimeout(0.3)");
    polling.replace(polling.find("    d, a = s.recvfrom(100)\n"), 27,
                    "    try: d, a = s.recvfrom(100)\n    except socket.timeout: continue\n");
    const Transcript transcript =
        run_python(receiver_plan({rule("drop", Direction::from_program, ack({1}))}), polling);
    EXPECT_EQ(verdict(transcript), Verdict::passed) << checks::judge(transcript).summary;
}

// A case may be killed at any time, by Ctrl-C for one: what it was given must not stay behind.
TEST(GivenFile, GoesWithWhoeverMadeIt) {
    model::Given given;
    given.arguments = {"{file}"};
    given.message = "one\ntwo\n";
    std::string folder;
    {
        const GivenFile file(given);
        folder = file.folder();
        EXPECT_TRUE(std::filesystem::exists(file.path()));
        EXPECT_EQ(std::filesystem::file_size(file.path()), given.message.size());
    }
    EXPECT_FALSE(folder.empty());
    EXPECT_FALSE(std::filesystem::exists(folder));
    EXPECT_FALSE(GivenFile(model::Given{}).exists());
}

}  // namespace
}  // namespace sockgrade::run
