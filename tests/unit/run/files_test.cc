// Files that a real program is given and writes, and when it answers.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <fstream>

#include "checks/judge.hh"
#include "record/transcript_json.hh"
#include "system/temporary_folder.hh"
#include "tests/unit/run/python_case.hh"

namespace sockgrade::run {
namespace {

using namespace std::chrono_literals;
using model::Verdict;
using model::event::FileSeen;
using What = model::Expect::What;

model::Plan writing(const std::string& path, const std::string& bytes) {
    model::Plan made = plan(model::Role::tool, model::Transport::tcp,
                            {step("program", model::Wrote{{{path, {text(bytes), false, ""}}}})});
    made.files = {{"in/one.txt", text("hello\n")}, {"two.txt", text(bytes)}};
    return made;
}

std::string found(const model::Transcript& transcript) {
    const auto* seen = transcript.first<FileSeen>();
    return seen == nullptr ? "not looked at" : seen->bytes;
}

TEST(Files, AreGivenAndFound) {
    const std::string copies = "open('out.txt', 'w').write(open('in/one.txt').read().upper())";
    model::Plan made = writing("out.txt", "HELLO\n");
    const model::Transcript transcript = run_python(made, copies);
    EXPECT_EQ(found(transcript), "HELLO\n");
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::passed) << checks::judge(transcript).summary;
    const model::Transcript again = record::transcript_from_json(record::transcript_to_json(transcript));
    EXPECT_EQ(again.plan.files, transcript.plan.files);
    EXPECT_EQ(again.plan.steps, transcript.plan.steps);
    EXPECT_EQ(checks::judge(again).verdict, Verdict::passed);
}

TEST(Files, TakeThePlaceOfWhatWasHandedIn) {
    const system::TemporaryFolder handed_in("files-test");
    ASSERT_EQ(::chmod(handed_in.path().c_str(), 0755), 0);  // the program is somebody else
    std::ofstream(handed_in.path() + "/two.txt") << "a whole lot of other words";
    std::ofstream(handed_in.path() + "/main.py")
        << "open('out.txt', 'w').write(open('two.txt').read())\nopen('two.txt', 'w').write('x')\n";
    Submission submission;
    submission.command = {"/usr/bin/python3", handed_in.path() + "/main.py"};
    submission.folder = handed_in.path();
    const model::Transcript transcript = run_submission(writing("out.txt", "ours"), submission);
    EXPECT_EQ(found(transcript), "ours");
    // What is given and written is gone with the case.
    std::ifstream kept(handed_in.path() + "/two.txt");
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(kept), {}), "a whole lot of other words");
    EXPECT_FALSE(std::ifstream(handed_in.path() + "/out.txt").good());
}

TEST(Files, AreWaitedForAsLongAsTheProgramMayWriteThem) {
    const model::Transcript late =
        run_python(writing("out.txt", "HELLO\n"),
                   "import time\nf = open('out.txt', "
                   "'w')\nf.write('HELLO\\n')\ntime.sleep(3)\nf.close()\ntime.sleep(60)");
    EXPECT_EQ(checks::judge(late).verdict, Verdict::passed) << checks::judge(late).summary;
    const model::Transcript kept =
        run_python(writing("out.txt", "HELLO\n"),
                   "import sys\nf = open('out.txt', 'w')\nf.write('HELLO\\n')\nsys.stdin.readline()");
    EXPECT_EQ(checks::judge(kept).verdict, Verdict::failed);
    EXPECT_EQ(kept.first<FileSeen>()->size, 0U);
}

// A program that would have us read something else.
TEST(Files, NoLinkIsFollowed) {
    for (const char* hostile :
         {"import os\nos.symlink('/etc/passwd', 'out.txt')", "import os\nos.symlink('two.txt', 'out.txt')",
          "import os\nos.mkfifo('out.txt')", "import os\nos.mkdir('out.txt')",
          "import os\nos.symlink('/proc/self/root/etc/passwd', 'out.txt')"}) {
        const model::Transcript transcript = run_python(writing("out.txt", "ours"), hostile);
        ASSERT_NE(transcript.first<FileSeen>(), nullptr) << hostile;
        EXPECT_EQ(transcript.first<FileSeen>()->kind, FileSeen::Kind::other) << hostile;
        EXPECT_EQ(found(transcript), "");
        EXPECT_EQ(checks::judge(transcript).verdict, Verdict::failed);
    }
    const model::Transcript above = run_python(
        writing("in/out.txt", "ours"), "import os, shutil\nshutil.rmtree('in')\nos.symlink('/etc', 'in')");
    EXPECT_EQ(checks::judge(above).verdict, Verdict::failed);
    EXPECT_EQ(found(above), "");
}

TEST(Files, AHugeOneIsNotReadWhole) {
    const model::Transcript transcript =
        run_python(writing("out.txt", "ours"), "open('out.txt', 'w').truncate(1 << 40)");
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::failed);
    EXPECT_LT(found(transcript).size(), 10'000U);
}

TEST(Files, WithoutAFolderOfItsOwnNothingIsGiven) {
    const model::Transcript transcript =
        run_python(writing("out.txt", "ours"), "pass", sandbox::Level::shared);
    EXPECT_EQ(checks::judge(transcript).verdict, Verdict::unsupported);
}

// A server that waits before it answers.
std::string slow_server(const std::string& seconds) {
    return "import socket, time\ns = socket.socket()\ns.bind(('', 23456))\ns.listen()\nc, a = s.accept()\n"
           "c.recv(100)\ntime.sleep(" +
           seconds + ")\nc.sendall(b'pong')\nc.recv(100)\n";
}

Verdict verdict_of_slow(const std::string& seconds, std::chrono::milliseconds not_before,
                        std::chrono::milliseconds within) {
    model::Expect pong;
    pong.what = What::bytes;
    pong.message = text("pong");
    pong.not_before = not_before;
    pong.within = within;
    const model::Transcript transcript =
        run_python(plan(model::Role::server, model::Transport::tcp,
                        {step("client", model::Connect{}), step("client", model::Send{{text("ping")}}),
                         step("client", pong)}),
                   slow_server(seconds));
    return checks::judge(transcript).verdict;
}

TEST(Time, IsTheProgramsAndNobodyWaits) {
    EXPECT_EQ(verdict_of_slow("3", 3s, 4s), Verdict::passed);
    EXPECT_EQ(verdict_of_slow("3", 0s, 2s), Verdict::failed);
    EXPECT_EQ(verdict_of_slow("0.1", 1s, 4s), Verdict::failed);
    // Longer than anything is waited for that has no time of its own.
    EXPECT_EQ(verdict_of_slow("40", 39s, 45s), Verdict::passed);
}

}  // namespace
}  // namespace sockgrade::run
