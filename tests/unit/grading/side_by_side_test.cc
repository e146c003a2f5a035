#include "grading/side_by_side.hh"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <map>
#include <string>
#include <vector>

#include "system/fd.hh"
#include "system/interruption.hh"

namespace sockgrade::grading {
namespace {

TEST(SideBySide, EachPieceSaysWhatItFound) {
    std::map<std::size_t, std::string> found;
    SideBySide how;
    how.jobs = 3;
    how.done = [&](std::size_t i, const std::string& text) { found[i] = text; };
    side_by_side(5, how, [](std::size_t i, const Tell&) { return std::string(i * 100'000, 'x'); });
    ASSERT_EQ(found.size(), 5U);
    for (const auto& [i, text] : found) EXPECT_EQ(text.size(), i * 100'000);
}

TEST(SideBySide, APieceThatDiesIsNoticed) {
    std::string said;
    SideBySide how;
    how.done = [&](std::size_t, const std::string& text) { said = text; };
    side_by_side(1, how, [](std::size_t, const Tell&) -> std::string { ::_exit(3); });
    EXPECT_EQ(said, "its process ended early");
}

// What it told before it died is there, whole.
TEST(SideBySide, APieceTellsOnItsWay) {
    std::vector<std::size_t> told;
    std::string said;
    SideBySide how;
    how.told = [&](std::size_t, const std::string& text) { told.push_back(text.size()); };
    how.done = [&](std::size_t, const std::string& text) { said = text; };
    side_by_side(1, how, [](std::size_t, const Tell& tell) -> std::string {
        for (const std::size_t size : {0, 3, 300'000}) tell(std::string(size, 'x'));
        ::_exit(3);
    });
    EXPECT_EQ(told, (std::vector<std::size_t>{0, 3, 300'000}));
    EXPECT_EQ(said, "its process ended early");
}

// A machine that has too much to do gets its pieces one after another, and all of them.
TEST(SideBySide, PiecesWaitUntilTheyMayStart) {
    std::size_t asked = 0;
    std::size_t done = 0;
    SideBySide how;
    how.jobs = 4;
    how.may_start = [&] {
        ++asked;
        return false;
    };
    how.done = [&](std::size_t i, const std::string&) { EXPECT_EQ(i, done++); };
    side_by_side(4, how, [](std::size_t, const Tell&) { return ""; });
    EXPECT_EQ(done, 4U);
    EXPECT_GE(asked, 3U);
}

struct Pipe {
    Pipe() {
        std::array<int, 2> ends{};
        EXPECT_EQ(::pipe(ends.data()), 0);
        read.reset(ends[0]);
        write.reset(ends[1]);
    }
    system::Fd read;
    system::Fd write;
};

// What a piece found may be larger than a pipe holds. Nobody is there to read it.
TEST(SideBySide, APieceEndsThoughNobodyListens) {
    Pipe started;
    Pipe killed;
    const pid_t parent = ::fork();
    if (parent == 0) {
        system::defer_interruption();
        ::signal(SIGPIPE, SIG_IGN);
        killed.write.reset();
        SideBySide how;
        how.jobs = 2;
        how.done = [](std::size_t, const std::string&) {};
        side_by_side(2, how, [&](std::size_t, const Tell&) {
            const pid_t self = ::getpid();
            char byte = 0;
            if (::write(started.write.get(), &self, sizeof(self)) > 0)
                while (::read(killed.read.get(), &byte, 1) > 0) {
                }
            return std::string(1 << 20, 'x');
        });
        ::_exit(0);
    }
    std::array<pid_t, 2> pieces{};
    for (pid_t& one : pieces)
        ASSERT_EQ(::read(started.read.get(), &one, sizeof(one)), static_cast<ssize_t>(sizeof(one)));
    std::array<system::Fd, 2> handles;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        handles[i].reset(static_cast<int>(::syscall(SYS_pidfd_open, pieces[i], 0)));
    ::kill(parent, SIGKILL);
    ::waitpid(parent, nullptr, 0);
    killed.write.reset();
    constexpr int kBackstopMs = 30'000;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        pollfd ended{handles[i].get(), POLLIN, 0};
        const bool is_over = ::poll(&ended, 1, kBackstopMs) == 1;
        EXPECT_TRUE(is_over);
        if (!is_over) ::kill(pieces[i], SIGKILL);
    }
}

}  // namespace
}  // namespace sockgrade::grading
