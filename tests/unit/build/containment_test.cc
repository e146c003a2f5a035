// Attacks on whoever builds a submission. Each is bounded, so that it does no harm even where it succeeds,
// and each failure of a build ends with `false`, so that its log is kept. Permissions are never what stops
// them.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "system/fd.hh"
#include "system/system_error.hh"
#include "tests/unit/build/submission.hh"

namespace sockgrade::build {
namespace {

namespace fs = std::filesystem;
using Way = sandbox::Bubblewrap::Way;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kSecret = "S3CRET-OF-THE-CALLER";
// Finds the secret without being it.
constexpr const char* kLookForIt = "grep -a -c 'S3C[R]ET-OF'";

class Variable {
  public:
    Variable(std::string name, const std::string& value) : name_(std::move(name)) {
        if (const char* const before = ::getenv(name_.c_str())) before_ = before;
        ::setenv(name_.c_str(), value.c_str(), 1);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() {
        if (before_)
            ::setenv(name_.c_str(), before_->c_str(), 1);
        else
            ::unsetenv(name_.c_str());
    }

  private:
    std::string name_;
    std::optional<std::string> before_;
};

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// Every process of this machine with the word in its command line.
std::size_t processes_with(const std::string& word) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        try {
            if (text_of(entry.path() / "cmdline").find(word) != std::string::npos) ++count;
        } catch (const std::ios_base::failure&) {
            continue;  // it ended while it was being read
        }
    }
    return count;
}

class Containment : public Submission, public testing::WithParamInterface<Way> {
  protected:
    Containment() {
        fs::permissions(outside(), fs::perms::all);
        std::ofstream(outside() + "/secret") << kSecret << "\n";
        fs::permissions(outside() + "/secret", fs::perms(0666));
    }

    std::string outside() const { return fs::canonical(outside_.path()).string(); }

    BuildOptions options() const {
        BuildOptions options;
        const auto found = sandbox::try_bubblewrap(GetParam(), system::search_path());
        options.find_sandbox = [found] { return found; };
        // Never without: these are attacks.
        if (!found) throw std::runtime_error("bubblewrap does not work here; see ci/install");
        return options;
    }

    // A folder with a Makefile that executes this.
    std::string makefile(const std::string& commands) const {
        std::string recipe = "all:\n";
        std::istringstream lines(commands);
        for (std::string line; std::getline(lines, line);) recipe += "\t@" + line + "\n";
        put("hw/Makefile", recipe);
        return folder() + "/hw";
    }
    Built make(const std::string& commands) const { return build(makefile(commands), options()); }
    std::string log_of(const std::string& commands) const {
        const Built built = make(commands + "\nfalse");
        return built.failure ? built.failure->log : "it was built";
    }

    std::vector<std::string> names_outside() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(outside())) names.push_back(entry.path().filename());
        return names;
    }

  private:
    system::TemporaryFolder outside_;
};

TEST_P(Containment, WritesNowhereElse) {
    put("hw/server.c", "int main(void) { return 0; }\n");
    log_of(
        fmt::format("-echo changed > {0}/secret\n-rm -f {0}/secret\n-echo new > {0}/new\n"
                    "-echo new > {1}/hw/new\n-rm -f {1}/hw/server.c\n-echo >> server.c",
                    outside(), folder()));
    EXPECT_THAT(names_outside(), ElementsAre("secret"));
    EXPECT_EQ(text_of(outside() + "/secret"), std::string(kSecret) + "\n");
    EXPECT_THAT(files(), ElementsAre("hw", "hw/Makefile", "hw/server.c"));
    EXPECT_EQ(text_of(folder() + "/hw/server.c"), "int main(void) { return 0; }\n");
}

TEST_P(Containment, FillsNoFileSystemInMemory) {
    for (const char* folder : {"/", "/dev/", "/etc/", "/home/", "/usr/", "/proc/"}) {
        EXPECT_THAT(log_of(fmt::format("-mkdir -p {0}; echo > {0}x && echo written", folder)),
                    Not(HasSubstr("written")))
            << folder;
    }
    EXPECT_THAT(log_of("-head -c 200000000 /dev/zero > /tmp/x && echo written\n"
                       "-head -c 200000000 /dev/zero > /dev/shm/x && echo written"),
                Not(HasSubstr("written")));
}

TEST_P(Containment, ReadsNothingElse) {
    fs::create_directory(folder() + "/hw");
    fs::create_symlink(outside() + "/secret", folder() + "/hw/link");
    fs::create_directory_symlink(outside(), folder() + "/hw/folder");
    EXPECT_THAT(log_of(fmt::format("cat {0}/secret link folder/secret /proc/*/root/{0}/secret 2>/dev/null | "
                                   "{1}",
                                   outside(), kLookForIt)),
                HasSubstr("0\n"));
    EXPECT_THAT(log_of("-ls /etc/shadow /root " + outside()), Not(HasSubstr("secret")));
    EXPECT_THAT(log_of("cat /etc/passwd | wc -l"), HasSubstr("2\n"));
}

TEST_P(Containment, KnowsNothingOfTheCaller) {
    const Variable secret("SECRET", kSecret);
    EXPECT_THAT(log_of(fmt::format("(env; cat /proc/*/environ) 2>/dev/null | {}", kLookForIt)),
                HasSubstr("0\n"));
    EXPECT_THAT(log_of("echo user $$(id -un) on $$(cat /proc/sys/kernel/hostname) in $$HOME"),
                HasSubstr("user student on homework in /tmp\n"));
    EXPECT_THAT(log_of("echo $$(ls /proc | grep -c '^[0-9]') | sed 's/^[0-9]$$/few/'"), HasSubstr("few\n"));
    EXPECT_THAT(log_of("ls /proc/self/fd | wc -l"), HasSubstr("4\n"));
}

TEST_P(Containment, CompilersReadNothingElse) {
    const std::string secret = outside() + "/secret";
    const auto failure = [&](const std::string& name, const std::string& text) {
        const Built built = build(put(name, text), options());
        return built.failure ? built.failure->log : "it was built";
    };
    EXPECT_THAT(failure("a.c", "#include \"" + secret + "\"\nint main(void) { return 0; }\n"),
                testing::AllOf(HasSubstr("No such file"), Not(HasSubstr(kSecret))));
    EXPECT_THAT(
        failure("b.c", "__asm__(\".incbin \\\"" + secret + "\\\"\");\nint main(void) { return 0; }\n"),
        testing::AllOf(HasSubstr("file not found"), Not(HasSubstr(kSecret))));
    fs::create_symlink(secret, folder() + "/local.h");
    EXPECT_THAT(failure("c.cpp", "#include \"local.h\"\nint main() {}\n"), Not(HasSubstr(kSecret)));
    fs::create_symlink(secret, folder() + "/Local.java");
    EXPECT_THAT(failure("D.java", "class D { Local x; public static void main(String[] a) {} }\n"),
                Not(HasSubstr(kSecret)));
}

TEST_P(Containment, ShowsOnlyTheSourcesOfAHome) {
    const Variable home("HOME", folder());
    put("util.h", "#define STATUS 0\n");
    put("notes.txt", std::string(kSecret) + "\n");
    put("private/diary.h", std::string(kSecret) + "\n");
    EXPECT_EQ(failure_message(
                  build(put("a.c", "#include \"util.h\"\nint main(void) { return STATUS; }\n"), options())),
              "no failure");
    for (const char* name : {"notes.txt", "private/diary.h"}) {
        const Built built = build(
            put("b.c", fmt::format("#include \"{}\"\nint main(void) {{ return 0; }}\n", name)), options());
        ASSERT_TRUE(built.failure.has_value());
        EXPECT_THAT(built.failure->log, testing::AllOf(HasSubstr("No such file"), Not(HasSubstr(kSecret))));
    }
}

TEST_P(Containment, ReachesNobody) {
    const system::Fd listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    ASSERT_EQ(::bind(listener.get(), generic, size), 0);
    ASSERT_EQ(::listen(listener.get(), 1), 0);
    ASSERT_EQ(::getsockname(listener.get(), generic, &size), 0);
    EXPECT_THAT(log_of(fmt::format("-bash -c 'echo > /dev/tcp/127.0.0.1/{}' && echo connected\n"
                                   "-timeout 5 bash -c 'echo > /dev/udp/192.0.2.1/9' && echo sent",
                                   ntohs(address.sin_port))),
                testing::AllOf(Not(HasSubstr("connected")), Not(HasSubstr("sent"))));
    EXPECT_LT(::accept(listener.get(), nullptr, nullptr), 0);
    EXPECT_EQ(errno, EAGAIN);
}

TEST_P(Containment, LeavesNoDaemon) {
    const std::string name = fmt::format("daemon-of-{}-{}", ::getpid(), static_cast<int>(GetParam()));
    const std::string start = fmt::format(
        "setsid sh -c '(sh -c \"while :; do sleep 1; done\" {} &)' >/dev/null 2>&1 </dev/null\n"
        "grep -l -a {} /proc/*/cmdline >/dev/null && echo it runs",
        name, name);
    EXPECT_THAT(log_of(start), HasSubstr("it runs"));
    EXPECT_EQ(processes_with(name), 0U);
}

TEST_P(Containment, LeavesNothingRunningAtTheTimeLimit) {
    const std::string name = fmt::format("late-of-{}-{}", ::getpid(), static_cast<int>(GetParam()));
    BuildOptions soon = options();
    soon.time_limit = std::chrono::milliseconds(700);
    const Built built = build(makefile(fmt::format("setsid sh -c 'sleep 100' {} &\n@sleep 100", name)), soon);
    EXPECT_EQ(failure_message(built), "make failed: the time limit of 0.7 s was over");
    EXPECT_EQ(processes_with(name), 0U);
}

TEST_P(Containment, StartsOnlySoManyProcesses) {
    const std::string name = fmt::format("fork-of-{}-{}", ::getpid(), static_cast<int>(GetParam()));
    const std::string log = log_of(fmt::format(
        "-i=0; while [ $$i -lt 500 ]; do sh -c 'sleep 30; :' {} & i=$$((i+1)); done; echo all of them",
        name));
    EXPECT_EQ(processes_with(name), 0U);
    // What is root's is not counted by the kernel, in a user namespace of root's neither.
    if (GetParam() == Way::user_namespace && ::geteuid() == 0) return;
    EXPECT_THAT(log, testing::AllOf(HasSubstr("fork"), Not(HasSubstr("all of them"))));
}

TEST_P(Containment, FillsNoDisk) {
    EXPECT_EQ(failure_message(make("for i in 1 2 3; do head -c 200M /dev/zero > f$$i; done")),
              "make failed: it wrote more files than a build may");
    EXPECT_THAT(failure_message(make("head -c 600M /dev/zero > server")), HasSubstr("make failed: "));
    // Unreadable, so that nobody sees how much is in it.
    EXPECT_EQ(failure_message(make("mkdir d; cd d; seq 1 60000 | xargs touch; chmod 300 .")),
              "make failed: it wrote more files than a build may");
}

TEST_P(Containment, TakesMuchThatIsHarmless) {
    const Built built =
        make("seq 1 10000 | xargs touch\nprintf '#!/bin/sh\\necho fine\\n' > server\nchmod +x server");
    EXPECT_EQ(output_of(built), "fine\n");
    EXPECT_LT(log_of("head -c 50000000 /dev/zero | tr '\\0' x").size(), 10000U);
}

TEST_P(Containment, KeepsTheCacheOfGoAsItIs) {
    const system::TemporaryFolder caches;
    fs::permissions(caches.path(), fs::perms(0755));
    const Variable cache("XDG_CACHE_HOME", caches.path());
    const auto state = [&] {
        std::map<std::string, std::string> files;
        for (const auto& entry : fs::recursive_directory_iterator(caches.path()))
            if (entry.is_regular_file()) files[entry.path().string()] = text_of(entry.path());
        return files;
    };
    const std::string program = "package main\n\nimport \"net\"\n\nfunc main() { println(net.IPv4len, 1) }\n";
    EXPECT_EQ(failure_message(build(put("server.go", program), options())), "no failure");
    const auto before = state();
    EXPECT_GT(before.size(), 1U);
    EXPECT_EQ(failure_message(build(put("other.go", program + "// changed\n"), options())), "no failure");
    EXPECT_EQ(state(), before);
}

std::vector<Way> ways() {
    if (::geteuid() == 0) return {Way::user_namespace, Way::other_user};
    return {Way::user_namespace};
}

INSTANTIATE_TEST_SUITE_P(Ways, Containment, testing::ValuesIn(ways()), [](const auto& way) {
    return way.param == Way::other_user ? "OtherUser" : "UserNamespace";
});

TEST_F(Submission, SaysThatThereWasNoSandbox) {
    const Built unprotected = build::build(put("server.c", "int main(void) { return 0; }\n"), BuildOptions{});
    EXPECT_FALSE(unprotected.isolated);
    ASSERT_FALSE(unprotected.notes.empty());
    EXPECT_THAT(unprotected.notes.back(), HasSubstr("Debian package bubblewrap"));
    const Built contained = build(folder() + "/server.c");
    EXPECT_TRUE(contained.isolated);
    EXPECT_THAT(contained.notes, testing::IsEmpty());
    // Nothing of it runs before it is graded.
    EXPECT_TRUE(build::build(put("server.sh", ""), BuildOptions{}).isolated);
}

}  // namespace
}  // namespace sockgrade::build
