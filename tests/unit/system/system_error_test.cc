#include "system/system_error.hh"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <cerrno>

namespace sockgrade::system {
namespace {

TEST(CheckCall, ReturnsAResultThatIsNoFailure) {
    EXPECT_EQ(check_call("open", 0), 0);
    EXPECT_EQ(check_call("read", ssize_t{5'000'000'000}), 5'000'000'000);
}

TEST(CheckCall, NamesTheAttemptAndTheReason) {
    try {
        check_call("open /missing", ::open("/missing/for/sure", O_RDONLY | O_CLOEXEC));
        FAIL() << "an open that fails must throw";
    } catch (const SystemError& error) {
        EXPECT_STREQ(error.what(), "open /missing: No such file or directory");
        EXPECT_EQ(error.error_number(), ENOENT);
    }
}

TEST(CheckCall, ThrowsForBytesCountedToo) {
    errno = EAGAIN;
    EXPECT_THROW(check_call("read", ssize_t{-1}), SystemError);
}

}  // namespace
}  // namespace sockgrade::system
