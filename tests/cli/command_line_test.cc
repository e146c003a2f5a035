// The program itself, as a person meets it: its exit status, and one message that helps when something is
// wrong.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "system/find_program.hh"
#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const std::string kSource = source_folder();
const std::string kPlain = kSource + "/tests/programs/tcp-sender/accepted/plain.py";
const std::string kWrong = kSource + "/tests/programs/tcp-sender/rejected/never_sends.py";

class CommandLine : public testing::Test {
  protected:
    std::string put(const std::string& name, const std::string& text) const {
        std::ofstream(file(name), std::ios::binary) << text;
        return file(name);
    }
    std::string file(const std::string& name) const { return folder_.path() + "/" + name; }

  private:
    system::TemporaryFolder folder_;
};

std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// One message in one line; not a report, not a trace.
void expect_refusal(const Said& said, const std::string& words) {
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.text, AllOf(StartsWith("sockgrade: "), HasSubstr(words)));
    EXPECT_EQ(std::count(said.text.begin(), said.text.end(), '\n'), 1) << said.text;
}

TEST_F(CommandLine, HelpNamesEveryCommand) {
    const Said said = run({"--help"});
    EXPECT_EQ(said.status, 0);
    for (const char* command :
         {"check", "list", "show", "lint", "verify", "rejudge", "doctor", "proxy", "peer"})
        EXPECT_THAT(said.text, HasSubstr(command));
    EXPECT_EQ(run({"check", "--help"}).status, 0);
}

TEST_F(CommandLine, SaysItsVersion) {
    EXPECT_EQ(run({"--version"}).text, std::string(SOCKGRADE_VERSION) + "\n");
}

TEST_F(CommandLine, NoCommandIsRefused) { expect_refusal(run({}), "command is required"); }

TEST_F(CommandLine, AnUnknownCommandIsRefusedWithTheNearest) {
    expect_refusal(run({"chek", "tcp-sender", kPlain}), "there is no command 'chek' (did you mean 'check'?)");
}

TEST_F(CommandLine, AnUnknownOptionIsRefusedWithTheNearest) {
    expect_refusal(run({"check", "tcp-sender", kPlain, "--sede", "7"}),
                   "`sockgrade check` has no option \"--sede\" (did you mean '--seed'?); "
                   "`sockgrade check --help` shows what it takes");
    // What it stands for is missing then, which says less.
    expect_refusal(run({"batch", "tcp-sender", "class", "--uot=results"}),
                   "has no option \"--uot\" (did you mean '--out'?)");
}

TEST_F(CommandLine, WhatAnOptionCannotTakeIsSaid) {
    expect_refusal(run({"check", "tcp-sender", kPlain, "--seed"}), "--seed takes a value");
    expect_refusal(run({"check", "tcp-sender", kPlain, "--seed", "x"}),
                   "--seed = x: that is no whole number");
    expect_refusal(run({"check", "tcp-sender", kPlain, "--color", "allways"}),
                   "\"allways\" is none of auto, always and never (did you mean 'always'?)");
    expect_refusal(run({"check", "tcp-sender", kPlain, "b.py", "c.py"}),
                   "\"b.py\" and \"c.py\" are too many for `sockgrade check`");
    expect_refusal(run({"batch", "tcp-sender"}),
                   "SUBMISSIONS is required; `sockgrade batch --help` shows what it takes");
    expect_refusal(run({"proxy"}), "`sockgrade proxy` is followed by udp or tcp");
}

TEST_F(CommandLine, AnUnknownExerciseIsRefusedWithTheNearest) {
    expect_refusal(run({"check", "tcp-sendr", kPlain}),
                   "there is no exercise 'tcp-sendr' (did you mean 'tcp-sender'?)");
    expect_refusal(run({"show", "tcp-sendr"}), "did you mean 'tcp-sender'?");
}

TEST_F(CommandLine, ShardsOfTheProofsAreTheWhole) {
    std::size_t in_parts = 0;
    for (const std::string part : {"1/3", "2/3", "3/3"}) {
        const Said said = run({"verify", "pair-udp-capitals", "--shard", part});
        EXPECT_EQ(said.status, 0) << said.text;
        in_parts += std::stoul(said.text);
    }
    EXPECT_EQ(std::to_string(in_parts) + " passed, 0 failed\n", run({"verify", "pair-udp-capitals"}).text);
    expect_refusal(run({"verify", "--shard", "4/3"}), "2/5 is the second of five parts");
}

// It minds the first letter of the word, which is another one for each seed.
TEST_F(CommandLine, SeedsThatDifferFromOthersAreNamed) {
    const std::string spec = put("echo.yaml", R"(exercise: echo
title: An echo
proof: proof
program: { role: server, transport: udp, arguments: ["{port}"] }
cases:
  - id: echoes
    title: What comes is sent back in capitals
    points: 1
    steps:
      - client: { send: "{word}" }
      - client: { expect: { capitals_of: sent } }
)");
    for (const char* kind : {"accepted", "rejected"})
        std::filesystem::create_directories(file("proof/") + kind);
    put("proof/accepted/minds_the_letter.py", R"(import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
while True:
    data, who = s.recvfrom(2048)
    s.sendto(data.upper() if data[0] < ord("m") else data, who)
)");
    put("proof/rejected/forgets_to_capitalize.py", R"(# fails: echoes
# diagnosis: sends_back_unchanged
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
while True:
    s.sendto(*s.recvfrom(2048))
)");
    const Said said = run({"verify", spec, "--seeds", "8", "--verbose"});
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_THAT(said.text, HasSubstr("ok     echo rejected/forgets_to_capitalize.py"));
    EXPECT_THAT(
        said.text,
        HasSubstr("WRONG  echo accepted/minds_the_letter.py: seeds 1, 3 and 4: echoes failed (wrong-case"));
    EXPECT_THAT(said.text, HasSubstr(" | seeds 2 and 5 to 8: echoes passed"));
    EXPECT_THAT(said.text, HasSubstr("1 passed, 1 failed"));
    expect_refusal(run({"verify", "--seeds", "0"}), "--seeds");
}

TEST_F(CommandLine, AMissingProgramIsRefused) {
    expect_refusal(run({"check", "tcp-sender", file("sender.py")}), "sender.py: no such file or folder");
}

TEST_F(CommandLine, AFileThatCannotBeRunIsRefused) {
    expect_refusal(run({"check", "tcp-sender", put("sender", "echo hello\n")}), "chmod +x sender");
}

TEST_F(CommandLine, AnEmptyFolderIsRefused) {
    std::filesystem::create_directory(file("mine"));
    expect_refusal(run({"check", "tcp-sender", file("mine")}), "no program in it");
}

TEST_F(CommandLine, AMissingLanguageIsRefused) {
    std::filesystem::create_directory(file("nothing"));
    expect_refusal(run({"check", "tcp-sender", kPlain}, file("nothing")), "no python3 to run plain.py with");
}

TEST_F(CommandLine, AnUnknownCaseIsRefusedWithThoseThatThereAre) {
    const std::vector<std::string> words = {"check", "tcp-sender", kPlain, "--case", "message-arives"};
    expect_refusal(run(words), "message-arrives");
    std::vector<std::string> dry = words;
    dry.emplace_back("--dry-run");
    expect_refusal(run(dry), "message-arrives");
}

TEST_F(CommandLine, AnUnknownFormatIsRefusedBeforeAnythingRuns) {
    expect_refusal(run({"check", "tcp-sender", file("not-looked-for"), "--format", "nonsense"}), "nonsense");
}

TEST_F(CommandLine, NumbersThatMakeNoSenseAreRefused) {
    expect_refusal(run({"check", "tcp-sender", kPlain, "--jobs", "0"}),
                   "--jobs: \"0\" is no whole number from 1 to 1024");
    expect_refusal(run({"check", "tcp-sender", kPlain, "--seed", "seven"}), "seven");
}

TEST_F(CommandLine, AReportThatCannotBeWrittenIsRefused) {
    expect_refusal(
        run({"check", "tcp-sender", kPlain, "--case", "message-arrives", "--output", file("no/such/folder")}),
        "No such file or directory");
}

TEST_F(CommandLine, EveryMistakeInASpecIsShown) {
    const std::string spec = put("wrong.yaml",
                                 "exercise: wrong\n"
                                 "title: Two mistakes\n"
                                 "program: { role: sender, transport: tcp, arguments: [] }\n"
                                 "cases:\n"
                                 "  - id: one\n"
                                 "    title: The first\n"
                                 "    levle: must\n"
                                 "    steps: [{ receiver: accept }, { receiver: expect-anything }]\n"
                                 "  - id: two\n"
                                 "    title: The second\n"
                                 "    points: many\n"
                                 "    steps: [{ receiver: accept }, { receiver: expect-anything }]\n");
    for (const Said& said : {run({"lint", spec}), run({"check", "wrong", kPlain, "--spec", spec})}) {
        EXPECT_EQ(said.status, 2);
        EXPECT_THAT(said.text, HasSubstr(spec + ":7:5: cases[0].levle: "));
        EXPECT_THAT(said.text, HasSubstr("did you mean 'level'?"));
        EXPECT_THAT(said.text, HasSubstr(spec + ":11:13: cases[1].points: "));
    }
}

TEST_F(CommandLine, EverySpecIsWellFormed) {
    const Said said = run({"lint"});
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_THAT(said.text, HasSubstr("tcp-sender.yaml: well formed"));
}

TEST_F(CommandLine, ListsTheExercisesAndTheFaults) {
    const Said exercises = run({"list"});
    EXPECT_EQ(exercises.status, 0);
    for (const auto& entry : std::filesystem::directory_iterator(kSource + "/specs")) {
        if (entry.path().extension() != ".yaml") continue;
        EXPECT_THAT(exercises.text, HasSubstr(entry.path().stem().string()));
    }
    EXPECT_THAT(exercises.text, StartsWith("Week 1: A message by UDP\n  my-addresses "));
    EXPECT_THAT(exercises.text, HasSubstr("\n\nWeek 2: A message by TCP\n  tcp-sender "));
    EXPECT_THAT(run({"list", "faults"}).text, HasSubstr("drop"));
    EXPECT_THAT(run({"list", "diagnoses"}).text,
                HasSubstr("sends_back_unchanged                 The text was"));
}

TEST_F(CommandLine, ShowsAnExerciseInPlainWords) {
    const Said said = run({"show", "tcp-sender"});
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(said.text, HasSubstr("message-arrives: The message arrives"));
}

TEST_F(CommandLine, ADryRunPrintsThePlanOfTheSeed) {
    const std::vector<std::string> words = {"check",  "tcp-sender", kPlain,      "--case", "message-arrives",
                                            "--seed", "7",          "--dry-run", "--",     "{port}",
                                            "--loud"};
    const Said said = run(words);
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(said.text,
                AllOf(HasSubstr("seed       7"), HasSubstr("\"--loud\""), Not(HasSubstr("{port}"))));
    EXPECT_EQ(run(words).text, said.text);
}

// Answers in capitals until a datagram comes that it has seen: then it gives up, which the next one shows.
constexpr const char* kAfraidOfCopies = R"(
import socket, sys
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
seen = set()
while True:
    text, client = server.recvfrom(65536)
    if text in seen:
        break
    seen.add(text)
    server.sendto(text.upper(), client)
)";

nlohmann::json smallest_of(const Said& said) {
    return nlohmann::json::parse(said.text)["cases"][0]["smallest"];
}

TEST_F(CommandLine, ShrinkFindsTheFaultAndTheMessageThatItTakes) {
    const std::string program = put("server.py", kAfraidOfCopies);
    const Said said = run({"check", "udp-capitalize-server", program, "--case", "repeated-and-reordered",
                           "--seed", "7", "--shrink", "--format", "json"});
    const nlohmann::json smallest = smallest_of(said);
    EXPECT_TRUE(smallest["repeats"]);
    EXPECT_TRUE(smallest["complete"]);
    EXPECT_EQ(smallest["remains"],
              (nlohmann::json{"2 messages of step 1",
                              "the network will duplicate datagram 1 on its way to the program"}));
    EXPECT_THAT(smallest["left_out"].dump(), HasSubstr("the network would reorder"));
    EXPECT_THAT(smallest["reproduce"].get<std::string>(),
                HasSubstr("--case repeated-and-reordered --seed 7 --only faults=2,messages.1=4+5"));
}

TEST_F(CommandLine, WhatShrinkFoundCanBeRunAgain) {
    const std::string program = put("server.py", kAfraidOfCopies);
    const std::vector<std::string> words = {
        "check",  "udp-capitalize-server",  program, "--case", "repeated-and-reordered", "--seed", "7",
        "--only", "faults=2,messages.1=4+5"};
    const Said again = run(words);
    EXPECT_THAT(again.text, AllOf(HasSubstr("FAIL  repeated-and-reordered"), HasSubstr("message 1 of"),
                                  HasSubstr("--only faults=2,messages.1=4+5"), Not(HasSubstr("message 3"))));
    std::vector<std::string> without = words;
    without.back() = "faults=1,messages.1=4+5";
    EXPECT_THAT(run(without).text, Not(HasSubstr("FAIL")));
    std::vector<std::string> dry = words;
    dry.emplace_back("--dry-run");
    EXPECT_THAT(run(dry).text, AllOf(HasSubstr("message 1 of"), Not(HasSubstr("message 3")),
                                     HasSubstr("duplicate datagram 1"), Not(HasSubstr("reorder datagrams"))));
}

// The buffer is too small: the length at which that begins is found, and the one before it passes.
TEST_F(CommandLine, ShrinkFindsTheLengthAtWhichItBegins) {
    const std::string program = put("server.py", R"(
import socket, sys
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
while True:
    text, client = server.recvfrom(700)
    server.sendto(text.upper(), client)
)");
    const Said said = run({"check", "udp-capitalize-server", program, "--case", "long-datagram", "--seed",
                           "7", "--shrink", "--format", "json"});
    const nlohmann::json smallest = smallest_of(said);
    EXPECT_THAT(smallest["story"].get<std::string>(),
                HasSubstr("With a message of 700 it passes, with one of 701 bytes it fails."));
    EXPECT_THAT(smallest["reproduce"].get<std::string>(),
                HasSubstr("--case long-datagram/size=1000 --seed 7 --only bytes.1.1=701"));
    const auto part = [&](const char* only) {
        return run({"check", "udp-capitalize-server", program, "--case", "long-datagram/size=1000", "--seed",
                    "7", "--only", only})
            .text;
    };
    EXPECT_THAT(part("bytes.1.1=701"), HasSubstr("FAIL"));
    EXPECT_THAT(part("bytes.1.1=700"), Not(HasSubstr("FAIL")));
}

// Whether it fails is drawn anew at each start.
// Of the case's two lengths only the longer one fails, and is the one to shorten.
TEST_F(CommandLine, ShrinkFindsTheLengthOnAConnection) {
    const std::string program = put("server.py", R"(
import socket, sys
with socket.create_server(('', int(sys.argv[1]))) as listener:
    while True:
        connection, _ = listener.accept()
        sent = 0
        while data := connection.recv(4096):
            connection.sendall(data[:1200 - sent].upper())
            sent += len(data[:1200 - sent])
        connection.close()
)");
    const Said said = run({"check", "tcp-capitalize-server", program, "--case", "long-message", "--seed", "7",
                           "--shrink", "--format", "json"});
    const nlohmann::json smallest = smallest_of(said);
    EXPECT_THAT(smallest["story"].get<std::string>(),
                HasSubstr("With a message of 1200 it passes, with one of 1201 bytes it fails."));
    EXPECT_THAT(smallest["reproduce"].get<std::string>(), HasSubstr("--case long-message/size=20000"));
}

TEST_F(CommandLine, ShrinkSaysWhenAFailureDoesNotRepeat) {
    const std::string program = put("server.py", R"(
import os, socket, sys
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', int(sys.argv[1])))
lucky = os.urandom(1)[0] % 2
while True:
    text, client = server.recvfrom(65536)
    server.sendto(text.upper() if lucky else text, client)
)");
    // Luck: 1 in 2 that it fails at first, 3 in 4 that it does not fail twice more. It has 40 tries.
    for (int i = 0; i < 40; ++i) {
        const Said said = run({"check", "udp-capitalize-server", program, "--case", "one-is-lost", "--shrink",
                               "--transcripts", file("saved"), "--format", "json"});
        const nlohmann::json document = nlohmann::json::parse(said.text)["cases"][0];
        if (!document.contains("smallest") || document["smallest"]["repeats"]) continue;
        EXPECT_EQ(document["smallest"]["verdict"], "passed");
        EXPECT_EQ(document["smallest"]["left_out"], nlohmann::json::array());
        EXPECT_THAT(document["smallest"]["story"].get<std::string>(), HasSubstr("does not repeat"));
        EXPECT_THAT(run({"rejudge", file("saved/one-is-lost.json")}).text, HasSubstr("FAIL"));
        EXPECT_THAT(run({"rejudge", file("saved/one-is-lost.otherwise.json")}).text, Not(HasSubstr("FAIL")));
        return;
    }
    ADD_FAILURE() << "it failed each time, or never";
}

TEST_F(CommandLine, WithoutShrinkOrWithNothingToShrinkNothingIsSaid) {
    const std::string program = put("server.py", kAfraidOfCopies);
    const std::vector<std::string> words = {"check", "udp-capitalize-server", program, "--case",
                                            "repeated-and-reordered"};
    EXPECT_THAT(run(words).text, AllOf(HasSubstr("FAIL"), Not(HasSubstr("smallest"))));
    const Said said = run({"check", "tcp-sender", kWrong, "--case", "message-arrives", "--shrink"});
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.text, Not(HasSubstr("smallest")));
}

TEST_F(CommandLine, PartsThatThereAreNotAreRefused) {
    const auto refused = [&](const char* only, const char* words) {
        expect_refusal(run({"check", "udp-capitalize-server", put("server.py", kAfraidOfCopies), "--case",
                            "repeated-and-reordered", "--only", only}),
                       words);
    };
    refused("faults=3", "there is no fault 3");
    refused("messages.1=6", "there is no message 6");
    refused("everything", "names no part of a case");
    expect_refusal(run({"check", "udp-capitalize-server", kPlain, "--only", "faults=1"}), "--case");
}

TEST_F(CommandLine, ARightProgramPasses) {
    const Said said = run({"check", "tcp-sender", kPlain, "--case", "message-arrives"});
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(said.text, AllOf(HasSubstr("PASSED"), Not(HasSubstr("\x1b["))));
}

// Whoever asks for one case wants to know about that one.
TEST_F(CommandLine, AShouldCaseThatIsAskedForDecides) {
    const std::string program =
        kSource + "/tests/programs/udp-capitalize-server/forgiven/stops_at_an_empty_datagram.c";
    const std::vector<std::string> words = {"check",          "udp-capitalize-server", program,      "--case",
                                            "empty-datagram", "--transcripts",         file("saved")};
    const Said said = run(words);
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.text, AllOf(HasSubstr("FAILED"), HasSubstr("; failed: empty-datagram"),
                                 Not(HasSubstr("not required"))));
    EXPECT_EQ(run({"rejudge", file("saved/empty-datagram.json")}).status, 1);

    const Said passed = run({"check", "udp-capitalize-server",
                             kSource + "/tests/programs/udp-capitalize-server/accepted/plain.py", "--case",
                             "empty-datagram"});
    EXPECT_EQ(passed.status, 0);
    EXPECT_THAT(passed.text, AllOf(HasSubstr("PASSED"), Not(HasSubstr("all must cases"))));
}

TEST_F(CommandLine, ColorCanBeAskedFor) {
    EXPECT_THAT(run({"check", "tcp-sender", kPlain, "--case", "message-arrives", "--color", "always"}).text,
                HasSubstr("\x1b["));
}

TEST_F(CommandLine, AProgramThatDoesNotCompileFails) {
    const std::string program = put("sender.c", "int main(void) {\n    return 0\n}\n");
    const Said said = run({"check", "tcp-sender", program, "--format", "json"});
    EXPECT_EQ(said.status, 1);
    const nlohmann::json result = nlohmann::json::parse(said.text);
    EXPECT_EQ(result["verdict"], "failed");
    EXPECT_EQ(result["cases"][0]["cause"], "build-failed");
    EXPECT_THAT(result["cases"][0]["findings"][0]["detail"].get<std::string>(), HasSubstr("sender.c:2"));
}

TEST_F(CommandLine, AReportGoesToAFile) {
    const Said said =
        run({"check", "tcp-sender", kWrong, "--case", "message-arrives", "--output", file("report")});
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.text, IsEmpty());
    EXPECT_THAT(content(file("report")), HasSubstr("FAILED"));
    EXPECT_FALSE(std::filesystem::exists(file("report.part")));
}

// What was judged from the world and what is judged from the saved transcript must be the same.
TEST_F(CommandLine, ASavedTranscriptIsJudgedAsBefore) {
    for (const std::string& program : {kPlain, kWrong}) {
        const Said before = run({"check", "tcp-sender", program, "--case", "message-arrives", "--format",
                                 "json", "--transcripts", file("saved")});
        const Said after = run({"rejudge", file("saved/message-arrives.json"), "--format", "json"});
        EXPECT_EQ(after.status, before.status);
        EXPECT_EQ(before.status, program == kPlain ? 0 : 1);
        const nlohmann::json first = nlohmann::json::parse(before.text);
        const nlohmann::json second = nlohmann::json::parse(after.text);
        for (const char* field : {"verdict", "score", "max_score", "seed"})
            EXPECT_EQ(second[field], first[field]);
        for (const char* field : {"verdict", "cause", "summary", "findings", "diagnoses", "conversation"})
            EXPECT_EQ(second["cases"][0][field], first["cases"][0][field]) << field;
    }
}

TEST_F(CommandLine, ACaseIsSavedAsACapture) {
    const Said one = run({"check", "tcp-sender", kPlain, "--case", "message-arrives", "--capture",
                          file("one.pcapng"), "--transcripts", file("saved")});
    EXPECT_EQ(one.status, 0) << one.text;
    EXPECT_THAT(content(file("one.pcapng")), StartsWith("\n\r\r\n"));
    const Said again =
        run({"rejudge", file("saved/message-arrives.json"), "--capture", file("again.pcapng")});
    EXPECT_EQ(again.status, 0) << again.text;
    EXPECT_TRUE(content(file("again.pcapng")) == content(file("one.pcapng")));
}

TEST_F(CommandLine, AllCasesAreSavedAsCapturesInAFolder) {
    EXPECT_EQ(run({"check", "tcp-sender", kPlain, "--capture", file("all")}).status, 0);
    EXPECT_THAT(content(file("all/message-arrives.pcapng")), StartsWith("\n\r\r\n"));
    EXPECT_THAT(content(file("all/ends-by-itself.pcapng")), StartsWith("\n\r\r\n"));
}

// The report is not lost with it.
TEST_F(CommandLine, ACaptureThatCannotBeWrittenIsRefused) {
    const Said said = run({"check", "tcp-sender", kPlain, "--case", "message-arrives", "--output",
                           file("report"), "--capture", file("no/such/folder")});
    expect_refusal(said, "No such file or directory");
    EXPECT_THAT(content(file("report")), HasSubstr("PASSED"));
    expect_refusal(
        run({"check", "tcp-sender", kPlain, "--output", file("other"), "--capture", put("a-file", "")}),
        "can't make the folder");
}

TEST_F(CommandLine, DrawsASequenceDiagram) {
    const std::vector<std::string> words = {"check",  "tcp-sender",      kPlain,
                                            "--case", "message-arrives", "--format"};
    std::vector<std::string> text = words;
    text.emplace_back("sequence");
    EXPECT_THAT(run(text).text, HasSubstr("- connects -"));
    std::vector<std::string> picture = words;
    picture.emplace_back("svg");
    EXPECT_THAT(run(picture).text, StartsWith("<svg "));
}

TEST_F(CommandLine, WhatIsNoTranscriptIsRefused) {
    expect_refusal(run({"rejudge", file("none.json")}), "none.json");
    expect_refusal(run({"rejudge", put("text.json", "hello\n")}), "text.json: not valid JSON");
    expect_refusal(run({"rejudge", put("other.json", "{}\n")}), "other.json");
}

// The reader is gone before the first byte: as with `sockgrade show EXERCISE | head -0`.
TEST_F(CommandLine, AClosedPipeIsNoError) {
    ASSERT_EQ(::mkfifo(file("go").c_str(), 0600), 0);
    const std::string script =
        "exec 3>&1; { read -r go < \"$1\"; \"$0\" show tcp-sender; echo \"status $?\" >&3; } | "
        "{ exec 0<&-; echo go > \"$1\"; }";
    EXPECT_EQ(run_program({"/bin/sh", "-c", script, sockgrade_program(), file("go")}).text, "status 0\n");
}

}  // namespace
}  // namespace sockgrade
