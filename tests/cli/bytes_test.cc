// Specs of messages that are bytes, with real programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

using testing::AllOf;
using testing::HasSubstr;

const std::string kBlocks = in_source("examples/block-server.yaml");

std::string rejected(const std::string& name) { return in_source("examples/block-server/rejected/" + name); }

TEST(Bytes, AreProvedByPrograms) {
    const Said said = run({"verify", "--seeds", "3", kBlocks});
    EXPECT_EQ(said.status, 0) << said.text;
}

TEST(Bytes, AreShownFieldByField) {
    const Said text = run({"check", kBlocks, rejected("sends_the_lowest_byte_first.py"), "--color", "never"});
    EXPECT_EQ(text.status, 1);
    EXPECT_THAT(text.text,
                AllOf(HasSubstr("`op` (bytes 0 to 1) is 768, and should be 3: its bytes stand the"),
                      HasSubstr("bytes 0-1"), HasSubstr("03 00"), HasSubstr("op = 768, should be 3"),
                      HasSubstr("block = 256 (any)")));
    for (const char* format : {"json", "html"}) {
        const Said other =
            run({"check", kBlocks, rejected("sends_the_lowest_byte_first.py"), "--format", format});
        EXPECT_THAT(other.text, HasSubstr("op = 768, should be 3")) << format;
    }
    EXPECT_THAT(run({"check", kBlocks, rejected("leaves_the_last_byte_out.py"), "--format", "json"}).text,
                HasSubstr("`body` cannot be read: it takes 4 bytes from byte 8 on, and only 3 are left."));
}

TEST(Bytes, AreToldInWordsAndInPlans) {
    EXPECT_THAT(run({"show", kBlocks}).text,
                HasSubstr("sends a message of the format 'ack' with block {number}"));
    const Said plan = run({"check", kBlocks, "--dry-run"});
    EXPECT_EQ(plan.status, 0) << plan.text;
    EXPECT_THAT(plan.text, HasSubstr("any block (called {number} from here on)"));
}

// Nothing, and a datagram without bytes, are the program's failures, and nobody else's.
TEST(Bytes, ThatDoNotComeAreMissed) {
    const system::TemporaryFolder folder;
    const auto server = [&](const std::string& reply) {
        const std::string path = folder.path() + "/server.py";
        std::ofstream(path) << "import socket, sys\n"
                               "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
                               "s.bind((\"\", int(sys.argv[1])))\n"
                               "while True:\n"
                               "    data, client = s.recvfrom(1000)\n    " +
                                   reply + "\n";
        return run({"check", kBlocks, path, "--color", "never"});
    };
    const Said silent = server("pass");
    EXPECT_EQ(silent.status, 1) << silent.text;
    EXPECT_THAT(silent.text, HasSubstr("Nothing"));
    const Said empty = server("s.sendto(b'', client)");
    EXPECT_EQ(empty.status, 1) << empty.text;
}

// A length in front, over TCP: two messages may come in one piece, or one in several.
TEST(Bytes, EndWhereTheirFormatDoes) {
    const system::TemporaryFolder folder;
    std::ofstream(folder.path() + "/lengths.yaml")
        << "exercise: lengths\ntitle: t\nprogram: { role: server, transport: tcp, arguments: [\"{port}\"] }\n"
           "formats: { text: [{ len: u2 le }, { body: bytes, size: len }] }\n"
           "cases:\n  - id: two\n    title: t\n    values: { a: { word: 5 }, b: { words: 300 } }\n    "
           "steps:\n"
           "      - client: connect\n"
           "      - client: { send: { format: text, with: { body: \"{a}\" } }, pieces: 1 }\n"
           "      - client: { send: { format: text, with: { body: \"{b}\" } } }\n"
           "      - client: { expect: { format: text, with: { len: 5, body: \"{got}\" } } }\n"
           "      - client: { expect: { format: text, with: { body: \"{b}\" } } }\n"
           "      - client: { send: { format: text, with: { body: \"{got}{got}\" } } }\n"
           "      - client: { expect: { format: text, with: { body: \"{a}{a}\" } } }\n";
    const auto server = [&](const std::string& name, const std::string& reply) {
        const std::string path = folder.path() + "/" + name;
        std::ofstream(path) << "import socket, struct, sys\n"
                               "s = socket.create_server((\"\", int(sys.argv[1])))\n"
                               "c = s.accept()[0]\n"
                               "def take(n):\n"
                               "    data = b\"\"\n"
                               "    while len(data) < n:\n"
                               "        more = c.recv(n - len(data))\n"
                               "        if not more: sys.exit()\n"
                               "        data += more\n"
                               "    return data\n"
                               "while True:\n"
                               "    n = struct.unpack(\"<H\", take(2))[0]\n"
                               "    body = take(n)\n"
                               "    c.sendall(" +
                                   reply + ")\n";
        return run({"check", folder.path() + "/lengths.yaml", path, "--color", "never"});
    };
    const Said right = server("right.py", "struct.pack(\"<H\", n) + body");
    EXPECT_EQ(right.status, 0) << right.text;
    const Said wrong = server("wrong.py", "struct.pack(\">H\", n) + body");
    EXPECT_EQ(wrong.status, 1) << wrong.text;
    EXPECT_THAT(wrong.text, AllOf(HasSubstr("len"), HasSubstr("1280"), HasSubstr("should be 5")));
}

}  // namespace
}  // namespace sockgrade
