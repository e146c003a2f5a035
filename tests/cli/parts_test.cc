// A class that several machines grade: parts, what puts them together, and results that are worked on
// elsewhere.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <iterator>

#include "tests/cli/class_fixture.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Parts : public ClassInAFolder {
  protected:
    Said part(const std::string& which, const std::string& out,
              const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = batch_into(out, more);
        words.insert(words.end(), {"--shard", which});
        return run(words);
    }
    Said merge(const std::vector<std::string>& folders, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = {"merge"};
        for (const std::string& one : folders) words.push_back(path(one));
        words.insert(words.end(), {"--out", path("whole")});
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
};

TEST_F(Parts, PrintTheirOwnStudentsAndTellWhoIsGraded) {
    small_class();
    const Said first = part("1/2", "1");
    EXPECT_EQ(first.status, 0) << first.text;
    EXPECT_THAT(first.text,
                AllOf(HasSubstr("part 1 of 2: 2 of 4 students, 1 exercise; 2 to do"), HasSubstr("ann"),
                      HasSubstr("cy"), Not(HasSubstr("dee")), Not(HasSubstr("  bo"))));
    EXPECT_EQ(part("2/2", "2").status, 1);
    EXPECT_EQ(part("2/2", "2", {"--resume", "--exit-code", "graded"}).status, 0);
    EXPECT_EQ(run({"report", path("2")}).status, 1);
    EXPECT_EQ(run({"report", path("2"), "--exit-code", "graded"}).status, 0);
}

TEST_F(Parts, AreMergedWhenTheyAreAllThereOnce) {
    small_class();
    part("1/3", "1");
    part("2/3", "2");
    EXPECT_THAT(merge({"1", "2"}).text,
                AllOf(HasSubstr("1 part of 3 is missing: 3"), HasSubstr("--partial")));
    EXPECT_EQ(merge({"1", "2"}).status, 2);
    EXPECT_FALSE(fs::exists(path("whole/results.db")));
    EXPECT_THAT(merge({"1", "2"}, {"--partial"}).text, HasSubstr("2 passed, 1 failed"));
    fs::remove_all(path("whole"));
    part("3/3", "3");
    fs::copy(path("3"), path("copy"));
    EXPECT_THAT(merge({"1", "2", "3", "copy"}).text, HasSubstr("part 3 of 3 is here 2 times"));
    const Said whole = merge({"3", "2", "1"}, {"--exit-code", "graded"});
    EXPECT_EQ(whole.status, 0);
    EXPECT_THAT(whole.text, HasSubstr("3 passed, 1 failed, 0 missing, 0 to look at"));
    EXPECT_LT(whole.text.find("ann"), whole.text.find("dee")) << "in the order of the class";
    EXPECT_THAT(merge({"1", "2", "3"}).text, HasSubstr("has results already"));
    // What is whole is gone on with as one: who hands in later is graded there.
    add("class/eve/server.py", "import socket\nsocket.socket(0)\n");
    EXPECT_THAT(run(batch_into("whole", {"--resume"})).text,
                AllOf(HasSubstr("1 to do"), HasSubstr("2 failed")));
}

TEST_F(Parts, AreNotMergedWhenTheyAreHalves) {
    small_class();
    part("1/2", "1");
    part("2/2", "2", {"--only", "bo"});
    EXPECT_THAT(merge({"1", "2"}).text, HasSubstr("is not finished: 1 of 2 results"));
    EXPECT_THAT(merge({"1", "2"}, {"--partial"}).text, HasSubstr("3 passed, 0 failed"));
}

TEST_F(Parts, AreOfOneClass) {
    small_class();
    part("1/2", "1");
    EXPECT_THAT(part("2/2", "1", {"--resume"}).text,
                HasSubstr("are of part 1 of 2 of a class: say --shard 1/2"));
    add("class/eve/server.py", "import socket\nsocket.socket(0)\n");
    EXPECT_THAT(part("1/2", "1", {"--resume"}).text, HasSubstr("parts are of one class"));
    part("2/2", "2");
    EXPECT_THAT(merge({"1", "2"}).text, HasSubstr("have changed between them"));
}

TEST_F(Parts, AreWorkedOnElsewhereAndCopied) {
    small_class();
    fs::create_directories(path("scratch"));
    const Said said = part("2/2", "2", {"--scratch", path("scratch")});
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_TRUE(fs::exists(path("2/class.html")));
    EXPECT_TRUE(fs::is_empty(path("scratch"))) << "nothing stays there";
    EXPECT_THAT(run({"report", path("2")}).text, HasSubstr("1 passed, 1 failed"));
    EXPECT_THAT(part("2/2", "2", {"--scratch", path("scratch"), "--resume"}).text, HasSubstr("0 to do"));
    EXPECT_THAT(part("2/2", "2", {"--scratch", path("scratch")}).text, HasSubstr("has results already"));
    EXPECT_THAT(part("1/2", "1", {"--scratch", path("nowhere")}).text, HasSubstr("--scratch"));
    part("1/2", "1", {"--scratch", "job"});
    EXPECT_EQ(merge({"1", "2"}, {"--scratch", path("scratch"), "--exit-code", "graded"}).status, 0);
    EXPECT_TRUE(fs::is_empty(path("scratch")));
}

// A job that is told to end: what has been graded by then is there, and nothing that died with it.
TEST_F(Parts, SigtermCopiesWhatIsThere) {
    small_class();
    add("class/zoe/server.py", "while True: pass\n");
    fs::create_directories(path("scratch"));
    std::vector<std::string> words = batch_into("out", {"--scratch", path("scratch"), "--jobs", "1"});
    words.insert(words.begin(), sockgrade_program());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    int said[2];
    ASSERT_EQ(::pipe(said), 0);
    const pid_t process = ::fork();
    if (process == 0) {
        ::dup2(said[1], STDERR_FILENO);
        ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
        ::close(said[0]);
        ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    ::close(said[1]);
    // Four lines for four who are graded; then it is at the one that takes long.
    std::string text;
    for (char letter = 0; text.find("4/5") == std::string::npos && ::read(said[0], &letter, 1) == 1;)
        text += letter;
    ::kill(process, SIGTERM);
    for (char letter = 0; ::read(said[0], &letter, 1) == 1;) text += letter;
    ::close(said[0]);
    int status = 0;
    ::waitpid(process, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 130) << text;
    EXPECT_THAT(text,
                AllOf(HasSubstr("4 of 5 results are stored in '" + path("out")), HasSubstr("--resume")));
    EXPECT_THAT(run({"report", path("out")}).text, HasSubstr("3 passed, 1 failed, 0 missing, 1 to look at"));
}

// As on a network file system that was mounted without locks (tests/support/no_locks.cc).
TEST_F(Parts, WithoutLocksThereIsAdviceAndScratch) {
    small_class();
    const auto without_locks = [&](std::vector<std::string> words) {
        std::vector<std::string> all = {
            "env", "LD_PRELOAD=" + fs::path(without_program()).replace_filename("libno_locks.so").string(),
            "WITHOUT_LOCKS=" + path("share"), "ASAN_OPTIONS=verify_asan_link_order=0", sockgrade_program()};
        all.insert(all.end(), words.begin(), words.end());
        return run_program(all);
    };
    const Said refused = without_locks(batch_into("share/1"));
    EXPECT_EQ(refused.status, 2) << refused.text;
    EXPECT_THAT(refused.text,
                AllOf(HasSubstr("lies on a file system without locks"), HasSubstr("add --scratch FOLDER")));
    for (const char* k : {"1", "2"}) {
        const Said said = without_locks(
            batch_into(std::string("share/") + k, {"--scratch", "job", "--shard", std::string(k) + "/2"}));
        EXPECT_THAT(said.text, HasSubstr("see to it that nobody else writes there"));
    }
    const Said merged = without_locks(
        {"merge", path("share/1"), path("share/2"), "--out", path("share/whole"), "--scratch", "job"});
    EXPECT_THAT(merged.text, HasSubstr("3 passed, 1 failed"));
    EXPECT_THAT(without_locks({"report", path("share/whole")}).text, HasSubstr("3 passed, 1 failed"));
}

}  // namespace
}  // namespace sockgrade
