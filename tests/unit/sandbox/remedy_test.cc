#include "sandbox/remedy.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>

#include "system/temporary_folder.hh"

namespace sockgrade::sandbox {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using Container = Surroundings::Container;

const system::Trial kRefused{"unshare: Operation not permitted", EPERM};

std::string command(Need need, const Surroundings& here, const system::Trial& refused = kRefused) {
    return remedy_for(need, refused, here).command;
}

TEST(Remedy, OnUbuntuIsItsSetting) {
    Surroundings here;
    here.apparmor_restricts_namespaces = 1;
    EXPECT_EQ(command(Need::namespaces, here),
              "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0");
    here.github_actions = true;
    EXPECT_THAT(remedy_for(Need::namespaces, kRefused, here).words, HasSubstr("in a step before"));
    here.apparmor_restricts_namespaces = 0;
    EXPECT_EQ(command(Need::namespaces, here), "sudo sockgrade check EXERCISE PROGRAM");
}

TEST(Remedy, IsTheKernelsSettingThatForbids) {
    Surroundings here;
    here.unprivileged_namespaces = 0;
    EXPECT_EQ(command(Need::namespaces, here), "sudo sysctl -w kernel.unprivileged_userns_clone=1");
    here.most_user_namespaces = 0;
    EXPECT_EQ(command(Need::namespaces, here), "sudo sysctl -w user.max_user_namespaces=10000");
    here.root = true;
    EXPECT_EQ(command(Need::namespaces, here), "sysctl -w user.max_user_namespaces=10000");
    here = {};
    EXPECT_THAT(command(Need::namespaces, here, {"unshare: No space left on device", ENOSPC}),
                HasSubstr("user.max_user_namespaces"));
    here.ptrace_scope = 2;
    EXPECT_EQ(command(Need::observation, here), "sudo sysctl -w kernel.yama.ptrace_scope=1");
}

TEST(Remedy, InAContainerIsHowItIsStarted) {
    Surroundings here;
    here.container = Container::docker;
    here.apparmor_restricts_namespaces = 1;  // the machine's, which is not what forbids here
    EXPECT_THAT(command(Need::namespaces, here),
                AllOf(HasSubstr("docker run"), HasSubstr("seccomp=unconfined"),
                      HasSubstr("apparmor=unconfined"), Not(HasSubstr("SYS_ADMIN"))));
    here.root = true;
    EXPECT_THAT(command(Need::namespaces, here), HasSubstr("--cap-add SYS_ADMIN"));
    EXPECT_THAT(command(Need::observation, here), HasSubstr("--cap-add SYS_PTRACE"));
    EXPECT_EQ(command(Need::ipv6, here), "docker run --sysctl net.ipv6.conf.all.disable_ipv6=0 IMAGE");
    here.container = Container::podman;
    EXPECT_THAT(command(Need::namespaces, here), HasSubstr("podman run"));
    here.container = Container::kubernetes;
    EXPECT_THAT(command(Need::namespaces, here), HasSubstr("securityContext"));
    here.github_actions = true;
    EXPECT_THAT(command(Need::namespaces, here), HasSubstr("options: --privileged"));
}

TEST(Remedy, ForControlGroupsIsWhoDelegatesThem) {
    Surroundings here;
    here.systemd = true;
    EXPECT_EQ(command(Need::control_groups, here),
              "systemd-run --user --scope -p Delegate=yes sockgrade check EXERCISE PROGRAM");
    here.systemd = false;
    here.wsl = 2;
    EXPECT_THAT(command(Need::control_groups, here), HasSubstr("/etc/wsl.conf"));
    here.wsl = 0;
    EXPECT_EQ(command(Need::control_groups, here), "sudo sockgrade check EXERCISE PROGRAM");
}

TEST(Remedy, OnAnOldKernelIsAnother) {
    EXPECT_THAT(remedy_for(Need::observation, {"pidfd_getfd: Function not implemented", ENOSYS}, {}).words,
                HasSubstr("Linux 5.6"));
    EXPECT_THAT(command(Need::landlock, {}), HasSubstr("lsm=landlock"));
    Surroundings here;
    here.wsl = 1;
    EXPECT_EQ(command(Need::namespaces, here), "wsl --set-version DISTRIBUTION 2");
}

class LookAround : public testing::Test {
  protected:
    void put(const std::string& name, const std::string& text) const {
        const std::filesystem::path file = folder_.path() + "/" + name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file) << text;
    }
    Surroundings look() const { return look_around(folder_.path()); }

  private:
    system::TemporaryFolder folder_;
};

TEST_F(LookAround, FindsNothingWhereNothingIs) {
    const Surroundings here = look();
    EXPECT_EQ(here.container, Container::none);
    EXPECT_EQ(here.wsl, 0);
    EXPECT_FALSE(here.systemd || here.knows_ipv6 || here.most_user_namespaces.has_value());
}

TEST_F(LookAround, KnowsContainers) {
    put("proc/1/cgroup", "0::/kubepods/besteffort/pod1\n");
    EXPECT_EQ(look().container, Container::kubernetes);
    put("proc/1/cgroup", "0::/lxc.payload.box/lxc\n");
    EXPECT_EQ(look().container, Container::other);
    put(".dockerenv", "");
    EXPECT_EQ(look().container, Container::docker);
    put("run/.containerenv", "");
    EXPECT_EQ(look().container, Container::podman);
}

TEST_F(LookAround, KnowsWsl) {
    put("proc/sys/kernel/osrelease", "5.15.90.1-microsoft-standard-WSL2\n");
    EXPECT_EQ(look().wsl, 2);
    put("proc/sys/kernel/osrelease", "4.4.0-19041-Microsoft\n");
    EXPECT_EQ(look().wsl, 1);
}

TEST_F(LookAround, ReadsTheKernelsSettings) {
    put("proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1\n");
    put("proc/sys/kernel/unprivileged_userns_clone", "0\n");
    put("proc/sys/user/max_user_namespaces", "15000\n");
    put("proc/sys/kernel/yama/ptrace_scope", "2\n");
    const Surroundings here = look();
    EXPECT_EQ(here.apparmor_restricts_namespaces, 1);
    EXPECT_EQ(here.unprivileged_namespaces, 0);
    EXPECT_EQ(here.most_user_namespaces, 15000);
    EXPECT_EQ(here.ptrace_scope, 2);
}

}  // namespace
}  // namespace sockgrade::sandbox
