#include "system/pidfd.hh"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "system/system_error.hh"

namespace sockgrade::system {
namespace {

pid_t child_that_waits() {
    const pid_t child = check_call("fork", ::fork());
    if (child == 0) {
        for (;;) ::pause();
    }
    return child;
}

TEST(Pidfd, ASignalEndsAChildAndTheWaitForgetsIt) {
    const pid_t child = child_that_waits();
    const Fd handle = open_process(child);
    send_signal(handle, SIGKILL);
    pollfd end{handle.get(), POLLIN, 0};
    EXPECT_EQ(::poll(&end, 1, -1), 1);
    wait_for_end(handle);
    EXPECT_EQ(::waitpid(child, nullptr, WNOHANG), -1);
    EXPECT_EQ(errno, ECHILD);
}

TEST(Pidfd, ASignalToOneThatIsGoneHitsNobody) {
    const Fd handle = open_process(child_that_waits());
    send_signal(handle, SIGKILL);
    wait_for_end(handle);
    send_signal(handle, SIGKILL);
    wait_for_end(handle);  // nor does the wait last
}

TEST(Pidfd, NoSuchProcess) { EXPECT_THROW(open_process(-1), SystemError); }

TEST(Pidfd, TakesADescriptorOfAnother) {
    std::array<int, 2> pipe{};
    check_call("pipe2", ::pipe2(pipe.data(), O_CLOEXEC));
    const Fd read_end(pipe[0]);
    Fd write_end(pipe[1]);
    const int number = write_end.get();
    const pid_t child = child_that_waits();
    const Fd handle = open_process(child);
    write_end.reset();
    const Fd taken = take_descriptor(child, number);
    ASSERT_TRUE(taken.valid());
    EXPECT_EQ(::write(taken.get(), "x", 1), 1);
    char byte = 0;
    EXPECT_EQ(::read(read_end.get(), &byte, 1), 1);
    EXPECT_EQ(byte, 'x');
    EXPECT_NE(::fcntl(taken.get(), F_GETFD) & FD_CLOEXEC, 0);
    EXPECT_FALSE(take_descriptor(child, 987).valid());
    send_signal(handle, SIGKILL);
    wait_for_end(handle);
    EXPECT_FALSE(take_descriptor(child, number).valid());
}

}  // namespace
}  // namespace sockgrade::system
