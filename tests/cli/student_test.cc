// A student's commands: start, check in the folder, --first, --watch, help.
#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "system/fd.hh"
#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string kCapitalServers = source_folder() + "/tests/programs/tcp-capitalize-server";

std::string content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Student : public testing::Test {
  protected:
    std::string file(const std::string& name) const { return folder_.path() + "/" + name; }
    void put(const std::string& name, const std::string& text) const {
        std::ofstream(file(name), std::ios::binary) << text;
    }
    Said in(const std::string& folder, const std::string& command) const {
        return run_program(
            {"/bin/sh", "-c",
             fmt::format("cd '{}' && exec '{}' {}", file(folder), sockgrade_program(), command)});
    }

  private:
    system::TemporaryFolder folder_;
};

// Where they lie then: a starter that was not laid out is named, not linked.
TEST_F(Student, TheHandoutLinksToWhatLiesBesideIt) {
    ASSERT_EQ(in(".", "start tcp-sender --language c").status, 0);
    std::ifstream handout(file("tcp-sender/README.md"));
    const std::string text{std::istreambuf_iterator<char>(handout), {}};
    EXPECT_THAT(text, AllOf(HasSubstr("[`sender.c`](sender.c)"), HasSubstr(" `starter/java/Sender.java`"),
                            HasSubstr("[`answers.yaml`](answers.yaml)")));
    EXPECT_THAT(text, testing::Not(HasSubstr("](starter/")));
}

TEST_F(Student, StartsInAFolderAndChecksThereWithoutAWord) {
    const Said begun = in(".", "start tcp-capitalize-server");
    EXPECT_EQ(begun.status, 0) << begun.text;
    EXPECT_THAT(begun.text, AllOf(HasSubstr("README.md"), HasSubstr("server.py"), HasSubstr("answers.yaml"),
                                  HasSubstr("Next: cd tcp-capitalize-server && sockgrade check\n")));
    for (const char* name : {"README.md", "server.py", "answers.yaml", ".sockgrade"})
        EXPECT_TRUE(fs::is_regular_file(file(std::string("tcp-capitalize-server/") + name))) << name;
    const Said checked = in("tcp-capitalize-server", "check --seed 3");
    EXPECT_EQ(checked.status, 1);
    EXPECT_THAT(checked.text,
                AllOf(HasSubstr("First to fix: replies-in-capitals."),
                      HasSubstr("  repeat    sockgrade check --case replies-in-capitals --seed 3\n")));
    fs::copy_file(kCapitalServers + "/accepted/threads.py", file("tcp-capitalize-server/server.py"),
                  fs::copy_options::overwrite_existing);
    EXPECT_THAT(in("tcp-capitalize-server", "check --questions never").text,
                HasSubstr("all must cases passed"));
}

TEST_F(Student, ASheetThatNobodyHasFilledInIsNotGraded) {
    ASSERT_EQ(in(".", "start tcp-capitalize-server").status, 0);
    fs::copy_file(kCapitalServers + "/accepted/threads.py", file("tcp-capitalize-server/server.py"),
                  fs::copy_options::overwrite_existing);
    const Said checked = in("tcp-capitalize-server", "check");
    EXPECT_EQ(checked.status, 0);
    EXPECT_THAT(checked.text, AllOf(HasSubstr("PASSED  18 of 18 points"), HasSubstr("still to be answered")));
}

TEST_F(Student, AFileAloneIsTheProgramOfThatFolder) {
    ASSERT_EQ(in(".", "start tcp-capitalize-server").status, 0);
    EXPECT_THAT(in("tcp-capitalize-server", "check server.py --case replies-in-capitals").text,
                HasSubstr("A TCP server that replies in capitals"));
    EXPECT_THAT(in("tcp-capitalize-server", "check answers.yaml").text,
                HasSubstr("This question is not answered"));
    EXPECT_THAT(in("tcp-capitalize-server", "check server.py tcp-capitalize-server").text,
                HasSubstr("the exercise comes first: `sockgrade check tcp-capitalize-server server.py`"));
}

// A program that hangs takes seconds: on a terminal a line says what is done, and goes when the report is
// there.
TEST_F(Student, ATerminalIsToldWhichCaseRuns) {
    ASSERT_EQ(in(".", "start tcp-capitalize-server").status, 0);
    const std::string check = fmt::format("'{}' check --case replies-in-capitals", sockgrade_program());
    const Said said = run_program(
        {"/bin/sh", "-c",
         fmt::format("cd '{}' && exec script -qec \"{}\" /dev/null", file("tcp-capitalize-server"), check)});
    EXPECT_THAT(said.text, HasSubstr("\r\033[Kcase 1 of 1: replies-in-capitals ...\r\033[K"));
    EXPECT_THAT(in("tcp-capitalize-server", "check --case replies-in-capitals").text,
                Not(HasSubstr("case 1 of")));
}

TEST_F(Student, StartNeverWritesOverWhatIsThere) {
    fs::create_directories(file("mine"));
    put("mine/server.py", "my work");
    fs::create_symlink(file("elsewhere"), file("mine/README.md"));
    const Said said = in(".", "start tcp-capitalize-server mine");
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_THAT(said.text, HasSubstr("server.py       was there and stays as it is"));
    EXPECT_EQ(content_of(file("mine/server.py")), "my work");
    EXPECT_FALSE(fs::exists(file("elsewhere"))) << "a link is not followed";
    EXPECT_THAT(in("mine", "start tcp-capitalize-server .").text, HasSubstr("Next: sockgrade check\n"));
    EXPECT_THAT(in(".", "start udp-sender mine").text, HasSubstr("is for tcp-capitalize-server already"));
    EXPECT_FALSE(fs::exists(file("mine/sender.py")));
}

TEST_F(Student, StartHasOtherLanguages) {
    EXPECT_EQ(in(".", "start tcp-capitalize-server --language java").status, 0);
    EXPECT_TRUE(fs::exists(file("tcp-capitalize-server/Server.java")));
    EXPECT_FALSE(fs::exists(file("tcp-capitalize-server/server.py")));
    const Said unknown = in(".", "start udp-sender --language cobol");
    EXPECT_EQ(unknown.status, 2);
    EXPECT_EQ(unknown.text,
              "sockgrade: udp-sender has no starter in \"cobol\"; it has c, cpp, java and python\n");
    EXPECT_FALSE(fs::exists(file("udp-sender")));
    EXPECT_THAT(in(".", "start pair-tcp-capitals").text,
                HasSubstr("`sockgrade start tcp-capitalize-client`"));
    EXPECT_THAT(in(".", "start tcp-capitalise-server").text,
                HasSubstr("did you mean 'tcp-capitalize-server'?"));
}

TEST_F(Student, ABrokenFolderFileGetsOneClearError) {
    fs::create_directories(file("x"));
    const auto refused = [&](const std::string& words) {
        const Said said = in("x", "check");
        EXPECT_EQ(said.status, 2);
        EXPECT_THAT(said.text, AllOf(StartsWith("sockgrade: "), HasSubstr(words)));
        EXPECT_EQ(std::count(said.text.begin(), said.text.end(), '\n'), 1) << said.text;
    };
    refused("EXERCISE is required");
    const std::vector<std::pair<std::string, std::string>> broken{
        {"", "does not say"},
        {"exercise: udp-sendr\n", "there is no exercise 'udp-sendr' (did you mean 'udp-sender'?)"},
        {"exercise: ../../etc/passwd\n", "was expected"},
        {"exercise: x.yaml\n", "was expected"},
        {"exercise: udp-sender\nexercise: tcp-sender\n", "was expected"},
        {"\x1b[2J::error::x\n", R"(not "\x1b[2J)"},
        {std::string(100, '\0'), "was expected"},
        {std::string(1'000'000, '#'), "too long"}};
    for (const auto& [text, words] : broken) {
        put("x/.sockgrade", text);
        refused(words);
    }
    fs::remove(file("x/.sockgrade"));
    fs::create_directories(file("x/.sockgrade"));
    refused("is not a file");
    fs::remove(file("x/.sockgrade"));
    ASSERT_EQ(::mkfifo(file("x/.sockgrade").c_str(), 0600), 0);
    refused("is not a file");
}

TEST_F(Student, FirstEndsAtTheFirstRequiredCaseThatFails) {
    const Said said =
        run({"check", "tcp-capitalize-client",
             source_folder() + "/tests/programs/tcp-capitalize-client/rejected/dies_with_traceback.py",
             "--first", "--format", "json", "--seed", "3"});
    EXPECT_EQ(said.status, 1);
    const auto cases = nlohmann::json::parse(said.text)["cases"];
    EXPECT_EQ(cases[0]["verdict"], "failed");
    for (std::size_t i = 1; i < cases.size(); ++i) {
        EXPECT_EQ(cases[i]["verdict"], "skipped");
        EXPECT_EQ(cases[i]["summary"], "--first ends at the first required case that fails.");
    }
    EXPECT_EQ(
        run({"check", "tcp-capitalize-server", kCapitalServers + "/accepted/threads.py", "--first"}).status,
        0);
    EXPECT_EQ(
        run({"check", "tcp-capitalize-server", kCapitalServers + "/forgiven/serves_one_client.py", "--first"})
            .status,
        0)
        << "what is not required ends nothing";
}

TEST_F(Student, HelpIsAskedForInTwoWays) {
    const Said said = run({"help", "check"});
    EXPECT_EQ(said.status, 0);
    EXPECT_EQ(said.text, run({"check", "--help"}).text);
    EXPECT_EQ(run({"help"}).text, run({"--help"}).text);
    EXPECT_EQ(run({"help", "proxy", "udp"}).text, run({"proxy", "udp", "--help"}).text);
    EXPECT_THAT(run({"help", "chek"}).text, HasSubstr("did you mean 'check'?"));
}

TEST_F(Student, VIsVerbose) {
    const std::vector<std::string> check{
        "check",  "tcp-capitalize-server", kCapitalServers + "/rejected/adds_an_empty_line.py",
        "--case", "replies-in-capitals",   "--seed",
        "3"};
    const auto with = [&](const char* flag) {
        std::vector<std::string> words = check;
        words.emplace_back(flag);
        return run(words).text;
    };
    EXPECT_THAT(with("-v"), HasSubstr("what happened (> marks what decided)"));
    EXPECT_THAT(run(check).text, Not(HasSubstr("what happened (> marks")));
}

// A command that goes on until it is told to stop.
class Watched {
  public:
    explicit Watched(std::vector<std::string> words) {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) < 0) return;
        output_.reset(ends[0]);
        const system::Fd write_end(ends[1]);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, write_end.get(), STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, write_end.get(), STDERR_FILENO);
        std::vector<char*> argv;
        for (std::string& word : words) argv.push_back(word.data());
        argv.push_back(nullptr);
        ::posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
    }
    ~Watched() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGTERM);
        ::waitpid(pid_, nullptr, 0);
    }
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

    // What it says up to these words, or all that came within a generous time.
    std::string until(const std::string& words) {
        using Clock = std::chrono::steady_clock;
        const auto end = Clock::now() + std::chrono::minutes(2);
        while (said_.find(words) == std::string::npos && Clock::now() < end) {
            pollfd wait{output_.get(), POLLIN, 0};
            if (::poll(&wait, 1, 1000) <= 0) continue;
            std::array<char, 4096> bytes;
            const ssize_t size = ::read(output_.get(), bytes.data(), bytes.size());
            if (size <= 0) break;
            said_.append(bytes.data(), static_cast<std::size_t>(size));
        }
        const std::size_t at = said_.find(words);
        const std::size_t stop = at == std::string::npos ? said_.size() : at + words.size();
        const std::string text = said_.substr(0, stop);
        said_.erase(0, stop);
        return text;
    }
    int end_by(int signal) {
        ::kill(pid_, signal);
        int status = 0;
        ::waitpid(std::exchange(pid_, -1), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    pid_t pid_ = -1;
    system::Fd output_;
    std::string said_;
};

TEST_F(Student, WatchChecksAgainWhenAFileChanges) {
    const std::string program = file("server.py");
    fs::copy_file(kCapitalServers + "/rejected/adds_an_empty_line.py", program);
    Watched watched({sockgrade_program(), "check", "tcp-capitalize-server", program, "--watch", "--case",
                     "replies-in-capitals", "--seed", "3", "--questions", "never"});
    const std::string kReady = "Watching for changes; Ctrl-C ends it.\n";
    EXPECT_THAT(watched.until(kReady), HasSubstr("FAILED  0 of 4 points"));
    // As editors do: written beside, and renamed.
    fs::copy_file(kCapitalServers + "/accepted/threads.py", file("new"));
    fs::rename(file("new"), program);
    EXPECT_THAT(watched.until(kReady),
                AllOf(HasSubstr("PASSED  4 of 4 points"),
                      HasSubstr("Since the last time: better: replies-in-capitals\n")));
    fs::remove(program);
    EXPECT_THAT(watched.until(kReady), HasSubstr("sockgrade: ")) << "and it waits for it to come back";
    fs::copy_file(kCapitalServers + "/rejected/adds_an_empty_line.py", program);
    EXPECT_THAT(watched.until(kReady), HasSubstr("Since the last time: worse: replies-in-capitals\n"));
    EXPECT_EQ(watched.end_by(SIGINT), 1) << "the last exit status";
}

}  // namespace
}  // namespace sockgrade
