// A peer that reacts by rules and remembers: real programs, a link that loses, and what is made of a saved
// transcript.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"

namespace sockgrade {
namespace {

using testing::AllOf;
using testing::HasSubstr;

// A window of four numbered datagrams. `window` and `after_timeout` are where the mistakes are.
std::string go_back_n(const std::string& window = "4", const std::string& after_timeout = "sent = base") {
    return "import socket, struct, sys\n"
           "parts = [b'part %d' % i for i in range(9)]\n"
           "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
           "s.settimeout(0.3)\n"
           "base = sent = 0\n"
           "while base < len(parts):\n"
           "    while sent < min(base + " +
           window +
           ", len(parts)):\n"
           "        s.sendto(struct.pack('>I', sent) + parts[sent], (sys.argv[1], int(sys.argv[2])))\n"
           "        sent += 1\n"
           "    try:\n"
           "        base = max(base, struct.unpack('>I', s.recv(100)[:4])[0])\n"
           "    except socket.timeout:\n"
           "        " +
           after_timeout + "\n";
}

class WheneverProgram : public testing::Test {
  protected:
    Said grade(const std::string& program, const std::string& faults,
               const std::vector<std::string>& more = {}) const {
        std::ofstream(spec())
            << "exercise: gbn\ntitle: t\nprogram: { role: sender, transport: udp, arguments: "
               "[\"{host}\", \"{port}\"], retries: 3 }\n"
               "formats: { data: [{ seq: u4 }, { body: rest }], ack: [{ next: u4 }] }\n"
               "cases:\n  - id: c\n    title: t\n    faults: ["
            << faults
            << "]\n    steps:\n      - receiver:\n          whenever:\n"
               "            - { gets: { format: data, with: { seq: \"{next}\" } }, now: { newest: "
               "\"{next}\", next: \"= next + 1\" }, replies: { format: ack, with: { next: "
               "\"{next}\" } } }\n"
               "            - { gets: { format: data, with: { seq: \"{seq}\" } }, now: { newest: "
               "\"{seq}\" }, replies: { format: ack, with: { next: \"{next}\" } } }\n"
               "          remembers: { next: 0, newest: 0 }\n"
               "          always: [{ holds: \"newest < next + 4\", called: At most 4 are on their "
               "way. }]\n"
               "          at_the_end: [{ holds: \"next == 9\", called: All nine arrive. }]\n";
        std::ofstream(folder_.path() + "/program.py") << program;
        std::vector<std::string> words{"check", spec(), folder_.path() + "/program.py"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    std::string spec() const { return folder_.path() + "/gbn.yaml"; }
    std::string path(const std::string& name) const { return folder_.path() + "/" + name; }

  private:
    const system::TemporaryFolder folder_;
};

const std::string kLoss = "drop: { from: program, format: data, with: { seq: 2 } }";

TEST_F(WheneverProgram, ARightSenderPassesWhateverTheLinkDoes) {
    for (const std::string& faults :
         {std::string(""), kLoss, std::string("duplicate: { from: program, format: data, with: { seq: 1 } }"),
          std::string("drop: { to: program, format: ack, with: { next: 9 } }"),
          std::string("delay: { from: program, format: data, with: { seq: 3 } }")}) {
        const Said said = grade(go_back_n(), faults);
        EXPECT_EQ(said.status, 0) << faults << "\n" << said.text;
    }
}

// Half a minute, by the program's clock: something new comes before anybody's patience ends. Who sends the
// same again and again is not waited for any longer.
TEST_F(WheneverProgram, WhoTakesItsTimeIsWaitedFor) {
    const std::string program = go_back_n("base + 1");
    const std::string send = "        s.sendto(";
    const std::size_t at = program.find(send);
    const auto pausing = [&](const std::string& before) {
        return "import time\n" + program.substr(0, at) + before + program.substr(at);
    };
    const Said leisurely = grade(pausing("        time.sleep(4)\n"), "");
    EXPECT_EQ(leisurely.status, 0) << leisurely.text;
    const Said stuck = grade(pausing("        if sent == 5: sent = base = 4; time.sleep(4)\n"), "");
    EXPECT_EQ(stuck.status, 1) << stuck.text;
    EXPECT_THAT(stuck.text, HasSubstr("All nine arrive."));
}

TEST_F(WheneverProgram, TheDatagramIsNamedThatIsTooMuch) {
    const Said said = grade(go_back_n("6"), kLoss);
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_THAT(said.text, AllOf(HasSubstr("At most 4 are on their way."),
                                 HasSubstr("next = 2 and newest = 6"), HasSubstr("part 6")));
}

TEST_F(WheneverProgram, WhatNeverArrivedIsMissed) {
    const Said said = grade(go_back_n("4", "break"), kLoss);
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_THAT(said.text, AllOf(HasSubstr("All nine arrive."), HasSubstr("exited-early")));
}

TEST_F(WheneverProgram, WhatNoRuleFitsIsShown) {
    const Said said = grade(
        "import socket, sys\nsocket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'hi', "
        "(sys.argv[1], int(sys.argv[2])))\n",
        "");
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_THAT(said.text, HasSubstr("As 'data'"));
}

// A peer that calls: its rules go on from what it has sent. Nothing is awaited after that, so the case lasts
// until nothing more can come.
TEST_F(WheneverProgram, APeerThatSendsFirstGoesOnByItsRules) {
    const auto checked = [&](const std::string& most) {
        std::ofstream(path("receiver.yaml"))
            << "exercise: receiver\ntitle: t\nprogram: { role: receiver, transport: udp, arguments: "
               "[\"{port}\"] "
               "}\ncases:\n  - id: c\n    title: t\n    steps:\n      - sender:\n          whenever:\n"
               "            - { gets: \"ack 5\", now: { done: 1 } }\n"
               "            - { gets: { like: \"ack (?P<next>\\\\d+)\" }, replies: \"part {next}\" }\n"
               "          remembers: { done: 0 }\n"
               "          at_the_end: [{ holds: \"done == 1\", called: Five are acknowledged. }]\n"
               "      - sender: { send: \"part 0\" }\n";
        std::ofstream(path("receiver.py"))
            << "import socket, sys\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
               "s.bind(('', int(sys.argv[1])))\nfor i in range("
            << most
            << "):\n    d, a = s.recvfrom(100)\n    s.sendto(b'ack %d' % (i + 1), a)\ns.recvfrom(100)\n";
        return run({"check", path("receiver.yaml"), path("receiver.py")});
    };
    const Said right = checked("5");
    EXPECT_EQ(right.status, 0) << right.text;
    const Said short_of_it = checked("3");
    EXPECT_EQ(short_of_it.status, 1) << short_of_it.text;
    EXPECT_THAT(short_of_it.text, HasSubstr("Five are acknowledged."));
}

// What `vary` chose is known to its rules, and to whoever judges.
TEST_F(WheneverProgram, ItsRulesKnowVariants) {
    const auto asked = [&](const std::string& last) {
        std::ofstream(path("places.yaml"))
            << "exercise: places\ntitle: t\nprogram: { role: client, transport: udp, message: hello, "
               "arguments: "
               "[\"{host}\", \"{port}\"] }\ncases:\n  - id: c\n    title: t\n    vary: { size: [2, 30] }\n"
               "    values: { more: \"= size + 1\" }\n    steps:\n      - server:\n          whenever:\n"
               "            - { gets: where, replies: \"{size} {more}\" }\n"
               "            - { gets: \"{= size * 2}\", now: { done: \"= size\" } }\n"
               "          remembers: { done: 0 }\n"
               "          at_the_end: [{ holds: \"done == size\", called: It asks twice. }]\n";
        std::ofstream(path("places.py"))
            << "import socket, sys\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
               "server = (sys.argv[1], int(sys.argv[2]))\ns.sendto(b'where', server)\n"
               "size, more = s.recv(100).split()\nassert int(more) == int(size) + 1\n"
               "s.sendto(b'%d' % ("
            << last << "), server)\n";
        return run({"check", path("places.yaml"), path("places.py")});
    };
    const Said right = asked("int(size) * 2");
    EXPECT_EQ(right.status, 0) << right.text;
    const Said wrong = asked("int(size) * 3");
    EXPECT_EQ(wrong.status, 1) << wrong.text;
}

TEST_F(WheneverProgram, IsToldJudgedAgainAndMadeSmaller) {
    EXPECT_THAT(grade(go_back_n(), kLoss, {"--dry-run"}).text, HasSubstr("{next} becomes"));
    const Said failed = grade(go_back_n("6"), kLoss, {"--transcripts", path("saved"), "--shrink"});
    EXPECT_THAT(failed.text, HasSubstr("At most 4 are on their way."));
    const Said again = run({"rejudge", path("saved/c.json")});
    EXPECT_EQ(again.status, 1) << again.text;
    EXPECT_THAT(again.text, HasSubstr("At most 4 are on their way."));
}

}  // namespace
}  // namespace sockgrade
