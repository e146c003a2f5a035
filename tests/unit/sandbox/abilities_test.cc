#include "sandbox/abilities.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>

#include "sandbox/control_group.hh"
#include "sandbox/meaning.hh"
#include "sandbox/probe.hh"
#include "tests/support/levels.hh"

namespace sockgrade::sandbox {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(Abilities, OfAWorldAreHere) {
    for (const Level level : worlds_of_this_user()) {
        EXPECT_EQ(try_own_network(level).complaint, "") << to_string(level);
        EXPECT_EQ(try_own_files(level).complaint, "") << to_string(level);
        EXPECT_EQ(try_own_processes(level).complaint, "") << to_string(level);
    }
}

TEST(Abilities, OfEveryLevelAreHere) {
    for (const Level level : levels_of_this_user()) {
        EXPECT_EQ(try_level(level).complaint, "") << to_string(level);
        EXPECT_EQ(try_ending_daemons(level).complaint, "") << to_string(level);
        EXPECT_EQ(try_ipv6(level).complaint, "") << to_string(level);
        const bool is_root = level == Level::shared && ::geteuid() == 0;
        EXPECT_EQ(try_process_limit(level).works(), !is_root) << to_string(level);
    }
}

TEST(Abilities, OfControlGroupsAreHere) {
    EXPECT_EQ(try_control_groups().complaint, "");
    EXPECT_EQ(try_memory_limit().complaint, "");
    EXPECT_EQ(try_level(Level::limited).complaint, "");
}

TEST(Abilities, OfTheKernelAreHere) {
    EXPECT_EQ(try_no_new_privileges().complaint, "");
    EXPECT_EQ(try_forbidden_calls(Level::shared).complaint, "");
    EXPECT_EQ(try_refusing_files().complaint, "");
    EXPECT_EQ(try_refusing_signals().complaint, "");
}

TEST(Abilities, AreMissedWhereTheyAreNot) {
    const system::Trial network = try_own_network(Level::shared);
    EXPECT_FALSE(network.works());
    EXPECT_EQ(network.error_number, EADDRNOTAVAIL);
}

TEST(Abilities, AreTriedAsTheProgramWouldBe) {
    if (::geteuid() != 0) return;
    const auto not_root = [](const Become& become) -> system::Trial {
        become();
        return {::getuid() == 0 ? "it is root" : "", 0};
    };
    for (const Level level : {Level::namespaces, Level::privileged, Level::own_user})
        EXPECT_EQ(try_in_world(level, not_root).complaint, "") << to_string(level);
}

TEST(GroupParents, AreTheGroupOfWhoAsks) {
    const std::string mounts = "30 24 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n";
    const GroupParent scope{"/sys/fs/cgroup/user.slice/run-1.scope", true};
    EXPECT_THAT(group_parents("0::/user.slice/run-1.scope\n", mounts), ElementsAre(scope));
    // Having moved once, it would otherwise move deeper and deeper.
    EXPECT_THAT(group_parents("0::/user.slice/run-1.scope/sockgrade-self-4711\n", mounts),
                ElementsAre(scope));
}

TEST(Meaning, NamesWhatIsNotContained) {
    EXPECT_THAT(not_contained(Level::limited, {}), IsEmpty());
    EXPECT_THAT(not_contained(Level::namespaces, {}), ElementsAre(StartsWith("memory: ")));
    EXPECT_THAT(not_contained(Level::namespaces, {}, {true, false}),
                ElementsAre(StartsWith("processes: "), StartsWith("memory: ")));
    EXPECT_THAT(not_contained(Level::limited, {}, {true, false}), ElementsAre(StartsWith("processes: ")));
    EXPECT_THAT(
        not_contained(Level::namespaces, {}, {false, true}),
        ElementsAre(StartsWith("memory: "), StartsWith("number of processes: a program may start any")));
    EXPECT_THAT(meaning_of(Level::namespaces), HasSubstr("processes (256)"));
    EXPECT_THAT(meaning_of(Level::namespaces, {false, true}), Not(HasSubstr("processes (256)")));
    const auto files = [](Level level, Refusals refusals) { return not_contained(level, refusals)[3]; };
    EXPECT_THAT(files(Level::shared, {true, true}), StartsWith("files: Landlock refuses"));
    EXPECT_THAT(files(Level::shared, {}), HasSubstr("whatever you can"));
    EXPECT_THAT(files(Level::own_user, {}), HasSubstr("any user of this machine"));
}

}  // namespace
}  // namespace sockgrade::sandbox
