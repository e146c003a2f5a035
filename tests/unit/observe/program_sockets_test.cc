#include "observe/program_sockets.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "system/fd.hh"

namespace sockgrade::observe {
namespace {

using system::Fd;

TEST(ProgramSockets, DescriptorsCanBeTakenHere) { EXPECT_EQ(means_here(), ProgramSockets::Means::taken); }

TEST(ProgramSockets, TakesADuplicateOfTheSameSocket) {
    const Fd socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const ProgramSockets sockets(ProgramSockets::Means::taken);
    const Fd duplicate = sockets.duplicate(::getpid(), socket.get());
    ASSERT_TRUE(duplicate.valid());
    struct stat one {};
    struct stat other {};
    ASSERT_EQ(::fstat(socket.get(), &one), 0);
    ASSERT_EQ(::fstat(duplicate.get(), &other), 0);
    EXPECT_EQ(one.st_ino, other.st_ino);
}

TEST(ProgramSockets, KeptOnesAreThoseThatItMade) {
    const Fd socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const ProgramSockets sockets(ProgramSockets::Means::kept);
    EXPECT_FALSE(sockets.duplicate(::getpid(), socket.get()).valid());
    EXPECT_FALSE(sockets.any_kept());
}

TEST(ProgramSockets, KnowsASocketByItsInode) {
    const Fd socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const Fd file(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    struct stat status {};
    ASSERT_EQ(::fstat(socket.get(), &status), 0);
    EXPECT_EQ(socket_behind(AT_FDCWD, fmt::format("/proc/self/fd/{}", socket.get())), status.st_ino);
    EXPECT_FALSE(socket_behind(AT_FDCWD, fmt::format("/proc/self/fd/{}", file.get())).has_value());
    EXPECT_FALSE(socket_behind(AT_FDCWD, "/proc/self/fd/12345").has_value());
}

}  // namespace
}  // namespace sockgrade::observe
