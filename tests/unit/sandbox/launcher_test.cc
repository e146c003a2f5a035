#include "sandbox/launcher.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <linux/filter.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "in_child.hh"
#include "sandbox/world.hh"
#include "system/pidfd.hh"
#include "system/system_error.hh"
#include "tests/support/levels.hh"

namespace sockgrade::sandbox {
namespace {

using system::check_call;
using system::Fd;
using Report = LaunchedProgram::Report;
using Kind = Report::Kind;

struct Pipe {
    Pipe() {
        std::array<int, 2> ends{};
        check_call("pipe2", ::pipe2(ends.data(), O_CLOEXEC));
        read.reset(ends[0]);
        write.reset(ends[1]);
    }
    Fd read;
    Fd write;
};

void wait_readable(int descriptor) {
    pollfd wait{descriptor, POLLIN, 0};
    while (::poll(&wait, 1, -1) < 0 && errno == EINTR) {
    }
}

// Everything until its end: until the last who could write has closed it.
std::string read_all(int descriptor) {
    std::string text;
    std::array<char, 4096> buffer;
    for (;;) {
        const ssize_t size = ::read(descriptor, buffer.data(), buffer.size());
        if (size == 0 || (size < 0 && errno != EINTR)) return text;
        if (size > 0) text.append(buffer.data(), static_cast<std::size_t>(size));
    }
}

std::string read_line(int descriptor) {
    std::string text;
    char c = 0;
    while (::read(descriptor, &c, 1) == 1 && c != '\n') text += c;
    return text;
}

Report next(LaunchedProgram& program) {
    for (;;) {
        if (const auto report = program.next_report()) return *report;
        wait_readable(program.reports());
    }
}

// The files of a world, while we are in one.
const FileView*& view_here() {
    static const FileView* view = nullptr;
    return view;
}

// In a process of its own, which enters the world of this level. A level that this machine lacks is a
// failure, not a test to be skipped.
bool in_world(Level level, const std::function<bool()>& work) {
    return in_child([&] {
        const Identity identity = identity_for_programs();
        std::optional<FileView> files;
        if (has_own_world(level)) {
            files.emplace(FileViewOptions{runtime_paths(), {}, "", ""});
            view_here() = &*files;
        }
        enter_world(level, identity);
        return work();
    });
}

LaunchOptions options_for(Level level) {
    LaunchOptions options;
    options.folder = "/tmp";
    options.level = level;
    options.files = view_here();
    if (level == Level::privileged) options.identity = identity_for_programs();
    options.readable = {"/"};
    options.writable = {"/tmp", "/dev"};
    return options;
}

// A launched program with its output on a pipe, at every level but the first, which needs control groups.
class Launcher : public testing::TestWithParam<Level> {
  protected:
    static bool there(const std::function<bool()>& work) { return in_world(GetParam(), work); }

    static LaunchedProgram start(const std::vector<std::string>& command, Pipe& output,
                                 const std::vector<std::string>& environment = {"PATH=/usr/bin:/bin"}) {
        LaunchOptions options = options_for(GetParam());
        options.command = command;
        options.environment = environment;
        const Fd nothing(check_call("open", ::open("/dev/null", O_RDWR | O_CLOEXEC)));
        options.input = nothing.get();
        options.output = output.write.get();
        options.errors = nothing.get();
        LaunchedProgram program = launch(options);
        output.write.reset();
        return program;
    }
    static LaunchedProgram shell(const std::string& script, Pipe& output) {
        return start({"/bin/sh", "-c", script}, output);
    }
};

pid_t only_child_of(pid_t process) {
    std::ifstream file(fmt::format("/proc/{0}/task/{0}/children", process));
    pid_t child = -1;
    file >> child;
    return child;
}

// Fails and says where: in a child nobody reads expectations.
bool check(bool good, const char* what) {
    if (!good) std::fprintf(stderr, "not so: %s\n", what);
    return good;
}

// What the program sends through that descriptor is not looked at.
TEST_P(Launcher, NoDescriptorOfTheProgramGetsTheNumberOfOurs) {
    EXPECT_TRUE(there([] {
        Pipe output;
        LaunchedProgram program = start({"/usr/bin/python3", "-c",
                                         "import os, resource\n"
                                         "def has(number):\n"
                                         "    try: return os.dup2(0, number) == number\n"
                                         "    except OSError: return False\n"
                                         "print(max(n for n in range(3, 5000) if has(n)))\n"},
                                        output);
        const std::string most = read_all(output.read.get());
        return check(most.size() > 2, "some can be had") &&
               check(std::atoi(most.c_str()) < LaunchOptions{}.control_descriptor, most.c_str());
    }));
}

TEST_P(Launcher, TellsTheExitStatus) {
    EXPECT_TRUE(there([] {
        Pipe output;
        LaunchedProgram program = shell("echo hello; exit 7", output);
        const std::string text = read_all(output.read.get());
        const Report ended = next(program);
        return check(text == "hello\n", "hello") && check(ended.kind == Kind::program_ended, "ended") &&
               check(WIFEXITED(ended.value) && WEXITSTATUS(ended.value) == 7, "7") &&
               check(next(program).kind == Kind::all_gone, "all gone");
    }));
}

TEST_P(Launcher, TellsTheSignal) {
    EXPECT_TRUE(there([] {
        Pipe output;
        LaunchedProgram program = shell("kill -SEGV $$", output);
        const Report ended = next(program);
        return check(ended.kind == Kind::program_ended, "ended") &&
               check(WIFSIGNALED(ended.value) && WTERMSIG(ended.value) == SIGSEGV, "SIGSEGV");
    }));
}

// Process 1 of a pid namespace would not be hit by signals that it sends itself.
TEST_P(Launcher, TheProgramMayAbortItself) {
    EXPECT_TRUE(there([] {
        Pipe output;
        LaunchedProgram program = start({"/usr/bin/python3", "-c", "import os; os.abort()"}, output);
        const Report ended = next(program);
        return check(WIFSIGNALED(ended.value) && WTERMSIG(ended.value) == SIGABRT, "SIGABRT");
    }));
}

TEST_P(Launcher, TellsWhyAProgramCouldNotBeStarted) {
    EXPECT_TRUE(there([] {
        Pipe output;
        LaunchedProgram program = start({"/no/such/program"}, output);
        const Report report = next(program);
        return check(report.kind == Kind::not_started, "not started") &&
               check(report.value == ENOENT, "ENOENT") && check(std::string(report.stage) == "exec", "exec");
    }));
    EXPECT_TRUE(there([] {
        Pipe output;
        LaunchedProgram program = start({"/tmp"}, output);
        return check(next(program).value == EACCES, "EACCES");
    }));
}

TEST_P(Launcher, TellsThatOthersAreLeftAndWhenAllAreGone) {
    EXPECT_TRUE(there([] {
        Pipe output;
        LaunchedProgram program = shell("sh -c 'echo $$; kill -STOP $$; exit 0' & exit 3", output);
        const Report ended = next(program);
        const Report left = next(program);
        return check(ended.kind == Kind::program_ended && WEXITSTATUS(ended.value) == 3, "ended") &&
               check(left.kind == Kind::others_left, "others left") &&
               check(!program.next_report().has_value(), "no more");
    }));
}

// A daemon: forked twice, in a session of its own. Its copy of the pipe closes only when it is dead.
const char* const kDaemon =
    "import os, signal, sys\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "if os.fork(): os._exit(0)\n"
    "os.setsid()\n"
    "if os.fork(): os._exit(0)\n"
    "os.write(1, b'daemon\\n')\n"
    "signal.pause()\n";

TEST_P(Launcher, KillTakesDaemonsAlong) {
    EXPECT_TRUE(there([] {
        Pipe output;
        LaunchedProgram program = start({"/usr/bin/python3", "-c", kDaemon}, output);
        if (!check(read_line(output.read.get()) == "daemon", "daemon")) return false;
        program.kill();
        return check(read_all(output.read.get()).empty(), "gone");
    }));
}

// Nobody but its tracer is told of the end of a traced thread, and it lasts until then.
TEST_P(Launcher, KillTakesOneThatIsTracedAndWhoseEndNobodyHasTaken) {
    EXPECT_TRUE(there([] {
        Pipe output;
        LaunchedProgram program = shell("echo started; while :; do :; done", output);
        if (!check(read_line(output.read.get()) == "started", "started")) return false;
        const pid_t thread = only_child_of(program.init_pid());
        if (!check(::ptrace(PTRACE_SEIZE, thread, nullptr, nullptr) == 0, "traced")) return false;
        program.kill();
        return check(read_all(output.read.get()).empty(), "gone");
    }));
}

TEST_P(Launcher, KillTakesAllThatKeepForking) {
    EXPECT_TRUE(there([] {
        Pipe output;
        LaunchedProgram program =
            shell("for i in 1 2 3 4 5; do (while :; do :; done) & done; echo forked; wait", output);
        if (!check(read_line(output.read.get()) == "forked", "forked")) return false;
        program.kill();
        return check(read_all(output.read.get()).empty(), "gone");
    }));
}

// The worker dies without a word: nothing that it started may stay.
TEST_P(Launcher, NothingSurvivesTheWorker) {
    Pipe output;
    Pipe ready;
    std::fflush(nullptr);
    const pid_t worker = check_call("fork", ::fork());
    if (worker == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        enter_world(GetParam(), identity_for_programs());
        const LaunchedProgram program = start({"/usr/bin/python3", "-c", kDaemon}, output);
        for (;;) ::pause();
    }
    output.write.reset();
    const Fd handle = system::open_process(worker);
    ASSERT_EQ(read_line(output.read.get()), "daemon");
    system::send_signal(handle, SIGKILL);
    system::wait_for_end(handle);
    EXPECT_EQ(read_all(output.read.get()), "");
}

TEST_P(Launcher, TheEnvironmentIsWhatWasGiven) {
    ::setenv("SOCKGRADE_SECRET", "hidden", 1);
    EXPECT_TRUE(there([] {
        Pipe output;
        LaunchedProgram program = start({"/usr/bin/env"}, output, {"A=1", "EMPTY=", "B=two words"});
        return check(read_all(output.read.get()) == "A=1\nEMPTY=\nB=two words\n", "environment");
    }));
    ::unsetenv("SOCKGRADE_SECRET");
}

TEST_P(Launcher, HasThreeDescriptorsAndNoMore) {
    EXPECT_TRUE(there([] {
        // Some of ours, low and high, without close-on-exec.
        const Fd low(::dup(0));
        const Fd high(::fcntl(0, F_DUPFD, 950));
        Pipe output;
        LaunchedProgram program = start(
            {"/usr/bin/python3", "-c", "import os; print(sorted(os.listdir('/proc/self/fd')))"}, output);
        // The listing itself has one open.
        return check(read_all(output.read.get()) == "['0', '1', '2', '3']\n", "0, 1, 2");
    }));
}

TEST_P(Launcher, StartsWithDefaultSignalsInItsFolder) {
    EXPECT_TRUE(there([] {
        ::signal(SIGPIPE, SIG_IGN);
        sigset_t all;
        sigfillset(&all);
        ::sigprocmask(SIG_BLOCK, &all, nullptr);
        Pipe output;
        LaunchedProgram program = shell("pwd; grep -E '^Sig(Blk|Ign)' /proc/self/status", output);
        const std::string text = read_all(output.read.get());
        return check(text == "/tmp\nSigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n", text.c_str());
    }));
}

TEST_P(Launcher, ReadsTheInputThatItWasGiven) {
    EXPECT_TRUE(there([] {
        Pipe input;
        Pipe output;
        LaunchOptions options = options_for(GetParam());
        options.command = {"/bin/cat"};
        options.input = input.read.get();
        options.output = output.write.get();
        options.errors = output.write.get();
        LaunchedProgram program = launch(options);
        output.write.reset();
        input.read.reset();
        check_call("write", ::write(input.write.get(), "typed\n", 6));
        if (!check(read_line(output.read.get()) == "typed", "typed")) return false;
        input.write.reset();
        return check(next(program).kind == Kind::program_ended, "ended at the end of its input");
    }));
}

// A world holds one program: its pid namespace ends with the first init.
TEST_P(Launcher, ManyWorldsOneAfterAnother) {
    for (int i = 0; i < 10; ++i) {
        EXPECT_TRUE(there([] {
            Pipe output;
            LaunchedProgram program = shell("echo hello", output);
            return check(read_all(output.read.get()) == "hello\n", "hello");
        }));
    }
}

INSTANTIATE_TEST_SUITE_P(, Launcher, testing::ValuesIn(levels_of_this_user()),
                         [](const auto& level) { return to_string(level.param); });

// --- Only with namespaces.

TEST(IsolatedProgram, SeesItsOwnProcessesAndNames) {
    EXPECT_TRUE(in_world(Level::namespaces, [] {
        Pipe output;
        LaunchOptions options = options_for(Level::namespaces);
        options.command = {"/usr/bin/python3", "-c",
                           "import os, socket\n"
                           "print(max(int(p) for p in os.listdir('/proc') if p.isdigit()) < 10)\n"
                           "print(socket.gethostbyname('localhost'), socket.gethostname(), "
                           "socket.gethostbyname(socket.gethostname()))\n"};
        const Fd nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
        options.input = nothing.get();
        options.output = output.write.get();
        options.errors = output.write.get();
        LaunchedProgram program = launch(options);
        output.write.reset();
        const std::string text = read_all(output.read.get());
        return check(text == fmt::format("True\n127.0.0.1 {} {}\n", kHostName, kLanAddress), text.c_str());
    }));
}

}  // namespace
}  // namespace sockgrade::sandbox
