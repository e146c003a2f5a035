#include "sandbox/reader_process.hh"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <string>

#include "system/system_error.hh"

namespace sockgrade::sandbox {
namespace {

using system::Fd;
using testing::HasSubstr;

constexpr ReaderLimits kLimits{std::uint64_t{64} << 20, 60};

Fd this_file() { return Fd(system::check_call("open", ::open(__FILE__, O_RDONLY | O_CLOEXEC))); }

void say(int output, const std::string& text) {
    if (::write(output, text.data(), text.size()) < 0) ::_exit(1);
}

std::string all_of(ReaderProcess& reader) {
    std::string text;
    for (char one = 0; reader.read(&one, 1);) text += one;
    return text;
}

TEST(ReaderProcess, ReadsWhatItIsHanded) {
    const Fd file = this_file();
    ReaderProcess reader(
        file.get(), kLimits, [] {},
        [](int input, int output) {
            std::array<char, 8> begin{};
            if (::read(input, begin.data(), begin.size()) > 0) say(output, {begin.data(), begin.size()});
        });
    EXPECT_EQ(all_of(reader), "#include");
    EXPECT_EQ(reader.complaint(), std::nullopt);
}

TEST(ReaderProcess, CanDoNothingElse) {
    const Fd file = this_file();
    ReaderProcess reader(
        file.get(), kLimits, [] {},
        [](int input, int output) {
            if (::open("/etc/passwd", O_RDONLY) >= 0) say(output, "it opened a file; ");
            if (::open("/tmp/reader", O_WRONLY | O_CREAT, 0600) >= 0) say(output, "it made a file; ");
            if (::socket(AF_INET, SOCK_STREAM, 0) >= 0) say(output, "it made a socket; ");
            if (::kill(::getppid(), 0) == 0) say(output, "it signalled; ");
            if (::write(input, "x", 1) >= 0) say(output, "it wrote to its input; ");
            if (::write(STDOUT_FILENO, "x", 1) >= 0) say(output, "it wrote to our output; ");
            if (::fork() >= 0) say(output, "it forked; ");
            if (::execl("/bin/true", "true", nullptr) == 0) say(output, "it became another; ");
        });
    EXPECT_EQ(all_of(reader), "");
    EXPECT_EQ(reader.complaint(), std::nullopt);
}

TEST(ReaderProcess, SaysHowItCameToItsEnd) {
    const Fd file = this_file();
    ReaderProcess crashes(
        file.get(), kLimits, [] {},
        [](int, int output) {
            say(output, "half");
            ::signal(SIGSEGV, SIG_DFL);
            ::abort();
        });
    EXPECT_EQ(all_of(crashes), "half");
    EXPECT_THAT(crashes.complaint().value_or(""), HasSubstr("crashes"));
    ReaderProcess spins(
        file.get(), {kLimits.memory, 1}, [] {},
        [](int, int) {
            for (;;) ::getpid();
        });
    EXPECT_EQ(all_of(spins), "");
    EXPECT_THAT(spins.complaint().value_or(""), HasSubstr("comes to no end"));
}

TEST(ReaderProcess, HasSoMuchMemory) {
    const Fd file = this_file();
    ReaderProcess eats(
        file.get(), kLimits, [] {},
        [](int, int output) {
            if (std::malloc(std::size_t{256} << 20) != nullptr) say(output, "it got it");
        });
    EXPECT_EQ(all_of(eats), "");
}

}  // namespace
}  // namespace sockgrade::sandbox
