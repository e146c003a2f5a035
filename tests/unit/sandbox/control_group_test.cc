#include "sandbox/control_group.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <ctime>
#include <string>

#include "system/pidfd.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kMounts =
    "30 24 0:26 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n"
    "31 24 0:27 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids\n"
    "32 24 0:28 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu,cpuacct\n";

TEST(GroupParents, OfVersionOneAreThreeAtMost) {
    const GroupParent memory{"/sys/fs/cgroup/memory/a", false};
    const GroupParent pids{"/sys/fs/cgroup/pids", false};
    const GroupParent time{"/sys/fs/cgroup/cpu", false};
    EXPECT_THAT(group_parents("4:memory:/a\n3:pids:/\n2:cpu,cpuacct:/\n", kMounts),
                ElementsAre(memory, pids, time));
    EXPECT_THAT(group_parents("4:memory:/a\n3:pids:/\n", kMounts), ElementsAre(memory, pids));
    EXPECT_THAT(group_parents("4:memory:/a\n2:cpu,cpuacct:/\n", kMounts), IsEmpty());
}

TEST(ProcessorTime, IsReadFromEitherVersion) {
    EXPECT_EQ(parse_processor_time("1500000\n"), 1500us);
    EXPECT_EQ(parse_processor_time("usage_usec 1500\nuser_usec 1200\nsystem_usec 300\n"), 1500us);
    EXPECT_EQ(parse_processor_time(""), std::nullopt);
    EXPECT_EQ(parse_processor_time("user_usec 1200\n"), std::nullopt);
}

// Burns so much, and is gone without anybody having waited for it.
void burn(std::chrono::nanoseconds amount) {
    ::signal(SIGCHLD, SIG_IGN);
    if (::fork() == 0) {
        timespec used{};
        do ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
        while (std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec) < amount);
        ::_exit(0);
    }
    while (::wait(nullptr) > 0) {
    }
}

TEST(ControlGroup, CountsTheTimeOfChildrenThatNobodyWaitedFor) {
    const ControlGroups groups = ControlGroups::of_this_process();
    ASSERT_TRUE(groups.usable());
    const ControlGroup group(groups, Limits{});
    ASSERT_TRUE(group.processor_time().has_value());
    EXPECT_LT(*group.processor_time(), 20ms);
    const pid_t child = system::check_call("fork", ::fork());
    if (child == 0) {
        for (const int door : group.doors())
            if (::write(door, "0", 1) < 0) ::_exit(1);
        burn(50ms);
        ::_exit(0);
    }
    system::wait_for_end(system::open_process(child));
    EXPECT_GE(*group.processor_time(), 50ms);
}

}  // namespace
}  // namespace sockgrade::sandbox
