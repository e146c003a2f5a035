#include "sandbox/file_view.hh"

#include <gtest/gtest.h>
#include <sched.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "sandbox/abilities.hh"
#include "sandbox/world.hh"
#include "system/system_error.hh"
#include "system/trial.hh"
#include "tests/support/levels.hh"

namespace sockgrade::sandbox {
namespace {

using system::attempt_in_child;
using system::check_call;
using system::Trial;

// The file in a world of this level, whose network has been changed before.
std::string hosts_in(Level level, bool with_ipv6) {
    return attempt_in_child([&]() -> Trial {
               const Identity identity = identity_for_programs();
               const FileView files({runtime_paths(), {}, "", ""});
               enter_world(level, identity);
               for (const char* which : {"all", "lo"})
                   if (!with_ipv6)
                       std::ofstream(std::string("/proc/sys/net/ipv6/conf/") + which + "/disable_ipv6") << 1;
               check_call("unshare", ::unshare(CLONE_NEWPID));
               return attempt_in_child([&]() -> Trial {
                   files.enter(inside(level, identity), Limits{});
                   std::ifstream file("/etc/hosts");
                   return {{std::istreambuf_iterator<char>(file), {}}, 0};
               });
           })
        .complaint;
}

// A server that listens at every address of localhost can do so.
TEST(FileView, HostsHasTheAddressesThatTheNetworkHas) {
    if (!std::filesystem::exists("/proc/sys/net/ipv6")) GTEST_SKIP() << "this machine has no IPv6";
    for (const Level level : worlds_of_this_user()) {
        EXPECT_NE(hosts_in(level, true).find("::1 localhost"), std::string::npos) << to_string(level);
        EXPECT_EQ(hosts_in(level, false), "127.0.0.1 localhost\n192.168.7.2 homework\n") << to_string(level);
        EXPECT_EQ(try_localhost(level).complaint, "") << to_string(level);
    }
}

TEST(FileView, AProgramOfThisMachineStartsThere) {
    for (const Level level : worlds_of_this_user()) {
        EXPECT_EQ(try_starting(level, {"/bin/echo", "hello"}, {}).complaint, "") << to_string(level);
        EXPECT_EQ(try_starting(level, {"/no/such/program"}, {}).complaint,
                  "/no/such/program does not start there");
    }
}

}  // namespace
}  // namespace sockgrade::sandbox
