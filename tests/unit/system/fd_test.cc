#include "system/fd.hh"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace sockgrade::system {
namespace {

bool is_open(int number) { return ::fcntl(number, F_GETFD) >= 0; }

int open_null() { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }

TEST(Fd, OwnsNothingAtFirst) {
    const Fd fd;
    EXPECT_FALSE(fd.valid());
    EXPECT_EQ(fd.get(), -1);
}

TEST(Fd, ClosesAtItsEnd) {
    int number = -1;
    {
        const Fd fd(open_null());
        number = fd.get();
        EXPECT_TRUE(is_open(number));
    }
    EXPECT_FALSE(is_open(number));
}

TEST(Fd, HandsItsDescriptorOn) {
    Fd first(open_null());
    const int number = first.get();
    Fd second(std::move(first));
    EXPECT_FALSE(first.valid());  // NOLINT(bugprone-use-after-move): that it is empty is the point
    EXPECT_EQ(second.get(), number);
    EXPECT_TRUE(is_open(number));
}

TEST(Fd, ClosesItsOwnWhenItTakesOverAnother) {
    Fd first(open_null());
    Fd second(open_null());
    const int old = first.get();
    const int kept = second.get();
    first = std::move(second);
    EXPECT_FALSE(is_open(old));
    EXPECT_EQ(first.get(), kept);
    EXPECT_TRUE(is_open(kept));
}

TEST(Fd, GivesItsDescriptorAwayOpen) {
    Fd fd(open_null());
    const Fd owner(fd.release());
    EXPECT_FALSE(fd.valid());
    EXPECT_TRUE(is_open(owner.get()));
}

TEST(Fd, LeavesErrnoAlone) {
    Fd fd(open_null());
    ::close(fd.get());
    errno = ENOENT;
    fd.reset();
    EXPECT_EQ(errno, ENOENT);
}

}  // namespace
}  // namespace sockgrade::system
