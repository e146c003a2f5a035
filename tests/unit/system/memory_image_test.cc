#include "system/memory_image.hh"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "system/system_error.hh"

namespace sockgrade::system {
namespace {

TEST(MemoryImage, CanBeStarted) {
    ASSERT_TRUE(may_start_from_memory());
    const Fd image = copy_to_memory("/bin/sh");
    const pid_t child = ::fork();
    if (child == 0) {
        const char* const argv[] = {"sh", "-c", "exit 7", nullptr};
        const char* const none[] = {nullptr};
        ::execveat(image.get(), "", const_cast<char**>(argv), const_cast<char**>(none), AT_EMPTY_PATH);
        ::_exit(1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 7);
}

TEST(MemoryImage, OfNoFileIsAnError) { EXPECT_THROW(copy_to_memory("/no/such/file"), SystemError); }

}  // namespace
}  // namespace sockgrade::system
