#include "system/temporary_place.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>

#include "system/system_error.hh"
#include "system/temporary_folder.hh"
#include "system/trial.hh"

namespace sockgrade::system {
namespace {

using testing::HasSubstr;

// In mounts of its own. What it finds wrong is said; empty: nothing.
std::string in_own_mounts(const std::function<std::string()>& work) {
    const Trial trial = attempt_in_child([&]() -> Trial {
        check_call("unshare", ::unshare(CLONE_NEWNS));
        check_call("mount", ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr));
        return {work(), 0};
    });
    return trial.complaint;
}

void mount_memory(const std::string& where, unsigned long flags, const char* options = "size=64m") {
    check_call("mount " + where, ::mount("tmpfs", where.c_str(), "tmpfs", flags, options));
}

TEST(TemporaryPlace, AUsualOneIsTakenAsItIs) {
    const TemporaryFolder folder;
    const TemporaryPlace place = try_place(folder.path());
    EXPECT_EQ(place.complaint, "");
    EXPECT_TRUE(place.can_write && place.can_start);
    EXPECT_TRUE(may_start(folder.path()));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(TemporaryPlace, WhereNoProgramMayBeStartedAnotherIsTaken) {
    if (::geteuid() != 0) GTEST_SKIP() << "mounts take root";
    const TemporaryFolder top;
    const std::string noexec = top.path() + "/noexec";
    const std::string usual = top.path() + "/usual";
    for (const std::string& folder : {noexec, usual}) std::filesystem::create_directory(folder);
    EXPECT_EQ(in_own_mounts([&]() -> std::string {
                  mount_memory(noexec, MS_NOEXEC);
                  const ChosenPlace chosen = choose_place({noexec, usual});
                  if (chosen.place.folder != usual) return "took " + chosen.place.folder;
                  if (may_start(noexec)) return "does not see it";
                  const ChosenPlace only = choose_place({noexec});
                  if (only.place.folder != noexec || !only.place.can_write || only.place.can_start)
                      return "does not take the only one";
                  return complaints_of(chosen.passed_by) ==
                                 noexec + " (no program in it may be started: Permission denied)"
                             ? ""
                             : complaints_of(chosen.passed_by);
              }),
              "");
}

TEST(TemporaryPlace, AReadOnlyOrFullOneIsPassedBy) {
    if (::geteuid() != 0) GTEST_SKIP() << "mounts take root";
    const TemporaryFolder top;
    const std::string read_only = top.path() + "/read-only";
    const std::string full = top.path() + "/full";
    for (const std::string& folder : {read_only, full}) std::filesystem::create_directory(folder);
    EXPECT_EQ(in_own_mounts([&]() -> std::string {
                  mount_memory(read_only, MS_RDONLY);
                  mount_memory(full, 0, "size=1m");
                  const ChosenPlace chosen = choose_place({read_only, full, "/no/such/folder"});
                  if (chosen.place.can_write) return "took " + chosen.place.folder;
                  return complaints_of(chosen.passed_by);
              }),
              read_only + " (Read-only file system), " + full +
                  " (it has no room left), /no/such/folder (No such file or directory)");
}

// TMPDIR tells the process, and all that is made for it.
TEST(TemporaryPlace, IsUsedByAllTemporaryFolders) {
    const TemporaryFolder top;
    EXPECT_EQ(attempt_in_child([&]() -> Trial {
                  ::setenv("TMPDIR", (top.path() + "/").c_str(), 1);
                  use_temporary_place();
                  const TemporaryFolder below;
                  return {below.path().starts_with(top.path() + "/") ? "" : below.path(), 0};
              }).complaint,
              "");
}

}  // namespace
}  // namespace sockgrade::system
