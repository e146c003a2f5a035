#include "observe/abilities.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "system/seccomp_program.hh"
#include "system/system_error.hh"

namespace sockgrade::observe {
namespace {

using system::Trial;

void nobody_else() { ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); }

// With the means that there are: asked first, since a trial is a child of a child here.
Trial observing(const Become& become) { return try_observing(become, means_here()); }

// As on a machine that refuses a call.
Trial refusing(int call, Trial (*attempt)(const Become&)) {
    return system::attempt_in_child([&] {
        system::SeccompProgram program;
        program.add(SCMP_ACT_ERRNO(EPERM), call);
        std::vector<sock_filter> instructions = program.instructions();
        const sock_fprog filter{static_cast<unsigned short>(instructions.size()), instructions.data()};
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        system::check_call("seccomp",
                           static_cast<int>(::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter)));
        return attempt(nobody_else);
    });
}

// Each works here, or these tests have to run where it does.
TEST(ObservingAbilities, AreAllHere) {
    for (Trial (*attempt)(const Become&) :
         {observing, try_notifications, try_descriptors, try_memory, try_blocked_calls})
        EXPECT_EQ(system::attempt_in_child([&] { return attempt(nobody_else); }).complaint, "");
    EXPECT_EQ(try_socket_queues().complaint, "");
}

TEST(ObservingAbilities, FailForThemselves) {
    const Trial descriptors = refusing(SCMP_SYS(pidfd_getfd), try_descriptors);
    EXPECT_EQ(descriptors.complaint, "pidfd_getfd: Operation not permitted");
    EXPECT_EQ(descriptors.error_number, EPERM);
    EXPECT_TRUE(refusing(SCMP_SYS(pidfd_getfd), try_notifications).works());
    EXPECT_TRUE(refusing(SCMP_SYS(pidfd_getfd), try_memory).works());
    // /proc/PID/mem does as well.
    EXPECT_EQ(refusing(SCMP_SYS(process_vm_readv), try_memory).complaint, "");
}

TEST(ObservingAbilities, TogetherTakeAllOfThem) {
    EXPECT_TRUE(refusing(SCMP_SYS(pidfd_getfd), observing).works());
    EXPECT_TRUE(refusing(SCMP_SYS(process_vm_readv), observing).works());
    EXPECT_FALSE(refusing(SCMP_SYS(seccomp), observing).works());
}

}  // namespace
}  // namespace sockgrade::observe
