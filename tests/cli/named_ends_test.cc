// `until` with names in it: a number of bytes that the program told, one that is computed, a text drawn for
// the case.
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

constexpr const char* kSpec = R"(exercise: sized
title: A server that tells how much comes
program: { role: server, transport: tcp, arguments: ["{port}"] }
values: { text: { words: 40 }, mark: { word: 6 } }
cases:
  - id: told
    title: As many bytes come as the server says
    steps:
      - client: connect
      - client: { send: "GET {text}\n" }
      - client: { expect: { like: "SIZE (?P<told>\\d+)\n" }, until: line }
      - client: { expect: { like: "(?s).*" }, until: "{told} bytes" }
      - client: { expect: "DONE\n", until: line }
  - id: computed
    title: As many bytes come as the text has
    steps:
      - client: connect
      - client: { send: "GET {text}\n" }
      - client: { expect: { like: "SIZE \\d+\n" }, until: line }
      - client: { expect: "{text}", until: "{= len(text)} bytes" }
      - client: { expect: "DONE\n", until: line }
  - id: nothing
    title: Of a text without a byte none comes
    steps:
      - client: connect
      - client: { send: "GET \n" }
      - client: { expect: { like: "SIZE (?P<told>\\d+)\n" }, until: line }
      - client: { expect: { like: "(?s).*" }, until: "{told} bytes" }
      - client: { expect: "DONE\n", until: line }
  - id: marked
    title: All comes up to the mark
    steps:
      - client: connect
      - client: { send: "MARK {mark}\n" }
      - client: { expect: { like: "(?s).*{mark}" }, until: "{mark}" }
      - client: { expect: "DONE\n", until: line }
  - id: leaves
    title: It may say goodbye
    steps:
      - client: connect
      - client: { send: "QUIT \n" }
      - client: { expect: { like: "(BYE\n)?" }, until: end }
)";

// A server in Python that says `size` for the size.
std::string server(const std::string& size) {
    return "import socket, sys\n"
           "listening = socket.create_server(('', int(sys.argv[1])))\n"
           "while True:\n"
           "    with listening.accept()[0] as client, client.makefile('rw', newline='\\n') as file:\n"
           "        for line in file:\n"
           "            word, text = line.rstrip('\\n').split(' ', 1)\n"
           "            if word == 'QUIT': break\n"
           "            if word == 'GET': file.write(f'SIZE {" +
           size +
           "}\\n{text}DONE\\n')\n"
           "            else: file.write(f'x\\ny {text}DONE\\n')\n"
           "            file.flush()\n";
}

class NamedEnds : public testing::Test {
  protected:
    NamedEnds() { std::ofstream(file("sized.yaml")) << kSpec; }
    Said check(const std::string& size) const {
        std::ofstream(file("server.py")) << server(size);
        return run({"check", file("sized.yaml"), file("server.py"), "--seed", "7"});
    }
    std::string file(const std::string& name) const { return folder_.path() + "/" + name; }

  private:
    system::TemporaryFolder folder_;
};

TEST_F(NamedEnds, StandForWhatTheProgramTold) {
    const Said said = check("len(text)");
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_THAT(said.text, HasSubstr("5 of 5 points"));
}

TEST_F(NamedEnds, AreMissedByWhoToldMore) {
    const Said said = check("len(text) + 9");
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.text, AllOf(HasSubstr("failed: told and nothing"),
                                 HasSubstr("9 bytes come, and fewer came"), HasSubstr("3 of 5 points")));
}

// A number that fits nowhere is more than comes, and no mistake of the harness.
TEST_F(NamedEnds, MayBeMoreThanAnyNumber) {
    const Said said = check("len(text) + 10**24");
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.text, AllOf(HasSubstr("failed: told and nothing"), HasSubstr("1000000000000000000000"),
                                 HasSubstr("should have come")));
}

TEST_F(NamedEnds, AreMissedByWhoToldLess) {
    const Said said = check("len(text) - 1 if text else 0");
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.text, AllOf(HasSubstr("failed: told"), HasSubstr("4 of 5 points")));
}

}  // namespace
}  // namespace sockgrade
