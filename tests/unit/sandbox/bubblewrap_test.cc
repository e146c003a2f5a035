#include "sandbox/bubblewrap.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "system/find_program.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::sandbox {
namespace {

using Way = Bubblewrap::Way;

TEST(FindBubblewrap, WorksHere) {
    const auto found = find_bubblewrap(system::search_path());
    ASSERT_TRUE(found.has_value()) << "see ci/install";
    EXPECT_EQ(found->way, ::geteuid() == 0 ? Way::other_user : Way::user_namespace);
}

TEST(FindBubblewrap, IsNotTakenForGrantedWhereItIsMissing) {
    const system::TemporaryFolder folder;
    EXPECT_FALSE(find_bubblewrap(folder.path()).has_value());
}

TEST(FindBubblewrap, IsNotTakenForGrantedWhereItIsNotAllowedToWork) {
    const system::TemporaryFolder folder;
    const std::string file = folder.path() + "/bwrap";
    for (const char* script : {"exit 1", "exit 0"}) {
        std::ofstream(file) << "#!/bin/sh\n" << script << "\n";
        ASSERT_EQ(::chmod(file.c_str(), 0755), 0);
        ASSERT_EQ(::symlink("/usr/bin/prlimit", (folder.path() + "/prlimit").c_str()) == 0 || errno == EEXIST,
                  true);
        ASSERT_EQ(::symlink("/usr/bin/setpriv", (folder.path() + "/setpriv").c_str()) == 0 || errno == EEXIST,
                  true);
        EXPECT_FALSE(find_bubblewrap(folder.path()).has_value()) << script;
    }
}

TEST(BubblewrapCommand, EndsWithTheToolAndSharesNoNamespace) {
    const Bubblewrap bubblewrap{Way::user_namespace, "/usr/bin/bwrap", "/usr/bin/prlimit", "", false};
    BuildView view;
    view.folder = view.writable = "/w";
    const auto argv = command_in(bubblewrap, view, {"/usr/bin/make", "-B"});
    EXPECT_EQ(argv.front(), "/usr/bin/bwrap");
    EXPECT_EQ(argv.back(), "-B");
    EXPECT_THAT(argv, testing::IsSupersetOf({"--unshare-all", "--die-with-parent", "--new-session"}));
    EXPECT_THAT(argv, testing::Not(testing::Contains("--share-net")));
    EXPECT_THAT(argv, testing::IsSupersetOf({"--proc", "--hostname"}));
}

TEST(BubblewrapCommand, AsksForNothingThatAContainerRefuses) {
    const Bubblewrap bubblewrap{Way::user_namespace, "/usr/bin/bwrap", "/usr/bin/prlimit", "", true};
    BuildView view;
    view.folder = view.writable = "/w";
    const auto argv = command_in(bubblewrap, view, {"/usr/bin/make"});
    EXPECT_THAT(argv, testing::Not(testing::Contains("--proc")));
    EXPECT_THAT(argv, testing::Not(testing::Contains("--hostname")));
    EXPECT_THAT(argv, testing::IsSupersetOf({"--unshare-all", "--die-with-parent"}));
}

}  // namespace
}  // namespace sockgrade::sandbox
