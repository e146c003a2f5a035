#include "system/command.hh"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "system/fd.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::system {
namespace {

CommandOptions shell(const std::string& script) {
    CommandOptions options;
    options.argv = {"/bin/sh", "-c", script};
    return options;
}

CommandResult run_shell(const std::string& script) { return run_command(shell(script)); }

TEST(RunCommand, CollectsBothOutputsInOrder) {
    const CommandResult result = run_shell("echo one; echo two >&2; echo three");
    EXPECT_TRUE(result.succeeded());
    EXPECT_EQ(result.output, "one\ntwo\nthree\n");
    EXPECT_EQ(result.left_out, 0U);
}

TEST(RunCommand, TellsHowItEnded) {
    EXPECT_EQ(run_shell("exit 3").end, CommandEnd(Exited{3}));
    EXPECT_EQ(run_shell("kill -SEGV $$").end, CommandEnd(Signaled{SIGSEGV}));
    EXPECT_FALSE(run_shell("exit 3").succeeded());
}

TEST(RunCommand, TellsExit127FromAProgramThatNeverRan) {
    EXPECT_EQ(run_shell("exit 127").end, CommandEnd(Exited{127}));
    CommandOptions missing;
    missing.argv = {"/missing/for/sure"};
    EXPECT_EQ(run_command(missing).end, CommandEnd(NotStarted{ENOENT}));
    missing.argv = {"missing-for-sure"};
    EXPECT_EQ(run_command(missing).end, CommandEnd(NotStarted{ENOENT}));
    missing.argv = {"/etc/passwd"};
    EXPECT_EQ(run_command(missing).end, CommandEnd(NotStarted{EACCES}));
    missing.argv = {};
    EXPECT_EQ(run_command(missing).end, CommandEnd(NotStarted{ENOENT}));
}

TEST(RunCommand, TellsAFileThatIsNoProgram) {
    const TemporaryFolder folder;
    const std::string file = folder.path() + "/odd";
    std::ofstream(file) << "neither ELF nor script";
    ::chmod(file.c_str(), 0700);
    CommandOptions options;
    options.argv = {file};
    EXPECT_EQ(run_command(options).end, CommandEnd(NotStarted{ENOEXEC}));
}

TEST(RunCommand, RunsInTheFolderAndWithTheEnvironmentThatItIsGiven) {
    const TemporaryFolder folder;
    CommandOptions options;
    options.argv = {"env"};  // looked up in PATH
    options.environment = {"ONE=1", "TWO=2 and more"};
    EXPECT_EQ(run_command(options).output, "ONE=1\nTWO=2 and more\n");
    options = shell("pwd -P");
    options.folder = folder.path();
    EXPECT_EQ(run_command(options).output, std::filesystem::canonical(folder.path()).string() + "\n");
    options.folder = "/missing/for/sure";
    EXPECT_EQ(run_command(options).end, CommandEnd(NotStarted{ENOENT}));
}

TEST(RunCommand, KeepsTheStartOfALongOutputAndCountsTheRest) {
    CommandOptions options =
        shell("i=0; while [ $i -lt 2000 ]; do echo 0123456789abcdef0123456789abcde; i=$((i+1)); done");
    options.output_limit = 100;
    const CommandResult result = run_command(options);
    EXPECT_TRUE(result.succeeded());
    EXPECT_EQ(result.output.size(), 100U);
    EXPECT_EQ(result.output.substr(0, 33), "0123456789abcdef0123456789abcde\n0");
    EXPECT_EQ(result.left_out, 2000U * 32U - 100U);
}

// Reads until every writer has closed the FIFO, which a process that lives on would not do.
std::string read_to_end(const Fd& fifo) {
    std::string text;
    for (;;) {
        char byte = 0;
        const ssize_t count = ::read(fifo.get(), &byte, 1);
        if (count == 0) return text;
        if (count > 0) {
            text += byte;
            continue;
        }
        pollfd watched{fifo.get(), POLLIN, 0};
        if (::poll(&watched, 1, 10'000) == 0) return text + " and still open";
    }
}

TEST(RunCommand, KillsEverythingAtTheTimeLimit) {
    const TemporaryFolder folder;
    const std::string fifo = folder.path() + "/fifo";
    ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
    const Fd ours(::open(fifo.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    CommandOptions options = shell("(echo here; exec sleep 1000) > \"$FIFO\" & wait");
    options.environment = {"FIFO=" + fifo, "PATH=/usr/bin:/bin"};
    options.time_limit = std::chrono::seconds(1);
    const CommandResult result = run_command(options);
    EXPECT_EQ(result.end, CommandEnd(TimedOut{}));
    // How far they came in that time is not our subject, only that nobody is left.
    EXPECT_THAT(read_to_end(ours), testing::Not(testing::HasSubstr("still open")));
}

TEST(RunCommand, LimitsWhatEachProcessMayUse) {
    const TemporaryFolder folder;
    CommandOptions options = shell("ulimit -c; ulimit -t; ulimit -d; head -c 100000 /dev/zero > big");
    options.folder = folder.path();
    options.limits.file_size = 65536;
    options.limits.cpu_seconds = 7;
    options.limits.data = std::uint64_t{1} << 30;
    const CommandResult result = run_command(options);
    EXPECT_FALSE(result.succeeded());
    EXPECT_THAT(result.output, testing::HasSubstr("0\n7\n1048576\n"));
    EXPECT_EQ(std::filesystem::file_size(folder.path() + "/big"), 65536U);
}

TEST(RunCommand, EndsWhatGoesTooFar) {
    CommandOptions options = shell("echo here; sleep 1000");
    int questions = 0;
    options.has_gone_too_far = [&questions] { return ++questions == 2; };
    const CommandResult result = run_command(options);
    EXPECT_EQ(result.end, CommandEnd(Stopped{}));
    EXPECT_EQ(result.output, "here\n");
}

// A namespace is torn down while the command that keeps it waits; here its only child is told apart from it.
TEST(RunCommand, EndsACommandThroughTheNamespaceThatItKeeps) {
    CommandOptions options = shell("sleep 1000; exit 3");
    options.keeps_a_namespace = true;
    options.time_limit = std::chrono::milliseconds(300);
    // It was not killed itself, but what it reports is still that the time was over.
    EXPECT_EQ(run_command(options).end, CommandEnd(TimedOut{}));
}

TEST(RunCommand, EndsWithTheCommandThoughAnotherProcessKeepsTheOutputOpen) {
    const CommandResult result = run_shell("sleep 1000 & echo done");
    EXPECT_TRUE(result.succeeded());
    EXPECT_EQ(result.output, "done\n");
}

TEST(RunCommand, GivesNoInputAndNoOtherDescriptor) {
    const Fd null(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const Fd leaked(::fcntl(null.get(), F_DUPFD, 77));  // not close-on-exec, as another library may do it
    ASSERT_EQ(leaked.get(), 77);
    EXPECT_EQ(run_shell("read line || echo nothing; [ -e /proc/self/fd/77 ] || echo closed").output,
              "nothing\nclosed\n");
    EXPECT_EQ(run_shell("readlink /proc/self/fd/0").output, "/dev/null\n");
}

TEST(RunCommand, TakesAwayPrivilegesAndTheTerminal) {
    CommandOptions options;
    options.argv = {"/bin/grep", "NoNewPrivs", "/proc/self/status"};
    EXPECT_EQ(run_command(options).output, "NoNewPrivs:\t1\n");
    EXPECT_FALSE(run_shell("exec < /dev/tty").succeeded());
}

TEST(RunCommand, StartsWithFreshSignals) {
    struct sigaction before {};
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &before);
    sigset_t blocked;
    sigset_t mask;
    ::sigemptyset(&blocked);
    ::sigaddset(&blocked, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &blocked, &mask);
    CommandOptions options;
    options.argv = {"/bin/grep", "-E", "SigBlk|SigIgn", "/proc/self/status"};
    const CommandResult result = run_command(options);
    sigset_t after;
    ::pthread_sigmask(SIG_SETMASK, &mask, &after);
    ::sigaction(SIGPIPE, &before, nullptr);
    EXPECT_EQ(result.output, "SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n");
    EXPECT_EQ(::sigismember(&after, SIGTERM), 1);
    EXPECT_EQ(::sigismember(&after, SIGINT), 0);
}

}  // namespace
}  // namespace sockgrade::system
