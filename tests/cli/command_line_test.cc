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

namespace sockgrade {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const std::string kSource = SOCKGRADE_SOURCE_DIR;
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

// One message in one line, and perhaps where to read on; not a report, not a trace.
void expect_refusal(const Said& said, const std::string& words) {
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.text, AllOf(StartsWith("sockgrade: "), HasSubstr(words)));
    const bool reads_on = said.text.ends_with("\nTry `sockgrade --help`.\n");
    EXPECT_EQ(std::count(said.text.begin(), said.text.end(), '\n'), reads_on ? 2 : 1) << said.text;
}

TEST_F(CommandLine, HelpNamesEveryCommand) {
    const Said said = run({"--help"});
    EXPECT_EQ(said.status, 0);
    for (const char* command : {"check", "list", "show", "lint", "verify", "rejudge", "doctor"})
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

TEST_F(CommandLine, AnUnknownOptionIsRefused) {
    expect_refusal(run({"check", "tcp-sender", kPlain, "--sede", "7"}), "--sede");
}

TEST_F(CommandLine, AnUnknownExerciseIsRefusedWithTheNearest) {
    expect_refusal(run({"check", "tcp-sendr", kPlain}),
                   "there is no exercise 'tcp-sendr' (did you mean 'tcp-sender'?)");
    expect_refusal(run({"show", "tcp-sendr"}), "did you mean 'tcp-sender'?");
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
                   "--jobs: Value 0 not in range 1 to 1024");
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

TEST_F(CommandLine, TheSpecInTheReadmeIsWellFormed) {
    const std::string readme = content(kSource + "/README.md");
    const std::string fence = "```yaml\nexercise:";
    const std::size_t begin = readme.find(fence);
    ASSERT_NE(begin, std::string::npos);
    const std::size_t first = readme.find('\n', begin) + 1;
    const Said said =
        run({"lint", put("readme.yaml", readme.substr(first, readme.find("```", first) - first))});
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(said.text, HasSubstr("well formed, 3 cases"));
}

TEST_F(CommandLine, ListsTheExercisesAndTheFaults) {
    const Said exercises = run({"list"});
    EXPECT_EQ(exercises.status, 0);
    for (const auto& entry : std::filesystem::directory_iterator(kSource + "/specs")) {
        if (entry.path().extension() != ".yaml") continue;
        EXPECT_THAT(exercises.text, HasSubstr(entry.path().stem().string()));
    }
    EXPECT_THAT(run({"list", "faults"}).text, HasSubstr("drop"));
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

TEST_F(CommandLine, ARightProgramPasses) {
    const Said said = run({"check", "tcp-sender", kPlain, "--case", "message-arrives"});
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(said.text, AllOf(HasSubstr("PASSED"), Not(HasSubstr("\x1b["))));
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
    EXPECT_EQ(run_program({"/bin/sh", "-c", script, SOCKGRADE_PROGRAM, file("go")}).text, "status 0\n");
}

}  // namespace
}  // namespace sockgrade
