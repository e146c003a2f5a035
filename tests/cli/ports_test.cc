// Answers from another port than the one that was asked, by real programs and by peers, with a link between
// them and without.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"

namespace sockgrade {
namespace {

using testing::HasSubstr;

// What is checked stands in a folder of its own.
class Ports : public testing::Test {
  protected:
    // A fault that changes nothing makes the difference that there is a link.
    Said check(const std::string& role, const std::string& steps, const std::string& program, bool has_link) {
        std::ofstream(folder_.path() + "/ports.yaml")
            << "exercise: ports\ntitle: t\nprogram: { role: " << role
            << ", transport: udp, message: hello, arguments: [" << (role == "server" ? "" : "\"{host}\", ")
            << "\"{port}\"] }\ncases:\n  - id: c\n    title: t\n"
            << (has_link ? "    faults: [duplicate: { to: program, n: 1 }]\n" : "") << "    steps:\n"
            << steps;
        std::ofstream(folder_.path() + "/program.py") << "import socket, sys\n" << program;
        return run(
            {"check", folder_.path() + "/ports.yaml", folder_.path() + "/program.py", "--format", "json"});
    }

  private:
    const system::TemporaryFolder folder_;
};

std::string server(const std::string& answering) {
    return "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
           "s.bind(('', int(sys.argv[1])))\n"
           "seen = {}\n"
           "while True:\n"
           "    data, client = s.recvfrom(1000)\n"
           "    if client in seen: continue\n"
           "    seen[client] = True\n"
           "    t = " +
           answering +
           "\n"
           "    t.sendto(b'first', client)\n"
           "    t.recvfrom(1000)\n"
           "    t.sendto(b'second', client)\n";
}
const std::string kNew = "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)";

std::string asking(const std::string& from) {
    return "      - client: { send: hello }\n      - client: { expect: first" + from +
           " }\n      - client: { send: more }\n      - client: { expect: second }\n";
}

TEST_F(Ports, AServerMayAnswerFromAnother) {
    for (const bool has_link : {false, true}) {
        const Said right = check("server", asking(", from: another-port"), server(kNew), has_link);
        EXPECT_EQ(right.status, 0) << right.text;
        const Said any = check("server", asking(", from: any-port"), server(kNew), has_link);
        EXPECT_EQ(any.status, 0) << any.text;
        const Said strict = check("server", asking(""), server(kNew), has_link);
        EXPECT_EQ(strict.status, 1) << strict.text;
        EXPECT_THAT(strict.text, HasSubstr("which had not been asked"));
    }
}

TEST_F(Ports, AServerMayHaveTo) {
    const Said wrong = check("server", asking(", from: another-port"), server("s"), false);
    EXPECT_EQ(wrong.status, 1) << wrong.text;
    EXPECT_THAT(wrong.text, HasSubstr("answers from another port than the one that was asked"));
    const Said any = check("server", asking(", from: any-port"), server("s"), false);
    EXPECT_EQ(any.status, 0) << any.text;
}

// Its timer runs out while another client is busy.
TEST_F(Ports, WhatAServerSendsAgainBeforeItIsAnsweredIsForgiven) {
    const std::string steps =
        "      - anna: { send: hello }\n      - anna: { expect: first }\n"
        "      - bob: { send: hello }\n      - bob: { expect: first }\n"
        "      - anna: { send: more }\n      - anna: { expect: second }\n      - anna: expect-nothing-more\n";
    const auto answering_bob = [](const std::string& after) {
        return "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
               "s.bind(('', int(sys.argv[1])))\n"
               "anna = s.recvfrom(1000)[1]\n"
               "s.sendto(b'first', anna)\n"
               "bob = anna\n"
               "while bob == anna: bob = s.recvfrom(1000)[1]\n"
               "s.sendto(b'first', anna)\n"
               "s.sendto(b'first', bob)\n"
               "s.recvfrom(1000)\n"
               "s.sendto(b'second', anna)\n" +
               after + "s.recvfrom(1000)\n";
    };
    for (const bool has_link : {false, true}) {
        const Said right = check("server", steps, answering_bob(""), has_link);
        EXPECT_EQ(right.status, 0) << right.text;
        const Said wrong = check("server", steps, answering_bob("s.sendto(b'first', anna)\n"), has_link);
        EXPECT_EQ(wrong.status, 1) << wrong.text;
    }
}

// The first answer decides: nobody else is heard from then on.
TEST_F(Ports, AServerStaysWhereItAnsweredFirst) {
    const Said wanders = check("server", asking(", from: any-port"),
                               "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
                               "s.bind(('', int(sys.argv[1])))\n"
                               "data, client = s.recvfrom(1000)\n"
                               "t = " +
                                   kNew +
                                   "\n"
                                   "t.sendto(b'first', client)\n"
                                   "t.recvfrom(1000)\n"
                                   "s.sendto(b'second', client)\n"
                                   "s.recvfrom(1000)\n",
                               false);
    EXPECT_EQ(wanders.status, 1) << wanders.text;
}

std::string client(const std::string& target) {
    return "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
           "server = (sys.argv[1], int(sys.argv[2]))\n"
           "s.sendto(b'hello', server)\n"
           "data, sender = s.recvfrom(1000)\n"
           "s.sendto(b'more', " +
           target + ")\n";
}
const std::string kMoves =
    "      - server: { expect: hello }\n      - server: { reply: here, from: another-port }\n"
    "      - server: { expect: more }\n      - program: exits\n";

TEST_F(Ports, APeerMayAnswerFromAnother) {
    for (const bool has_link : {false, true}) {
        const Said right = check("client", kMoves, client("sender"), has_link);
        EXPECT_EQ(right.status, 0) << right.text;
        const Said wrong = check("client", kMoves, client("server"), has_link);
        EXPECT_EQ(wrong.status, 1) << wrong.text;
        EXPECT_THAT(wrong.text, HasSubstr("went to the port that was asked first"));
    }
}

TEST_F(Ports, ASecondReplyAnswersTheSameOnceMore) {
    const std::string steps =
        "      - server: { expect: hello }\n      - server: { reply: one }\n      - server: { reply: two }\n"
        "      - program: { prints: two }\n";
    const Said right = check("client", steps,
                             "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
                             "s.sendto(b'hello', (sys.argv[1], int(sys.argv[2])))\n"
                             "s.recvfrom(1000)\n"
                             "print(s.recvfrom(1000)[0].decode())\n",
                             false);
    EXPECT_EQ(right.status, 0) << right.text;
}

}  // namespace
}  // namespace sockgrade
