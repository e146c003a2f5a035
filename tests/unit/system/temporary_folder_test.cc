#include "system/temporary_folder.hh"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include "system/system_error.hh"

namespace sockgrade::system {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

TEST(TemporaryFolder, IsThereForItsOwnerOnlyAndThenGone) {
    std::string path;
    {
        const TemporaryFolder folder("unit");
        path = folder.path();
        EXPECT_TRUE(fs::path(path).is_absolute());
        EXPECT_EQ(fs::path(path).filename().string().rfind("unit-", 0), 0U);
        EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_all);
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST(TemporaryFolder, RemovesATreeWithUnreadableFolders) {
    std::string path;
    {
        const TemporaryFolder folder;
        path = folder.path();
        fs::create_directories(path + "/a/b/c");
        write(path + "/a/b/c/file", "x");
        write(path + "/a/read-only", "x");
        ::chmod((path + "/a/read-only").c_str(), 0);
        for (const char* inner : {"/a/b/c", "/a/b", "/a", ""}) ::chmod((path + inner).c_str(), 0);
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST(TemporaryFolder, NeverFollowsALinkOutOfItself) {
    const TemporaryFolder other;
    write(other.path() + "/kept", "x");
    ::chmod(other.path().c_str(), 0755);
    {
        const TemporaryFolder folder;
        fs::create_directory(folder.path() + "/inner");
        fs::create_symlink(other.path(), folder.path() + "/link");
        fs::create_symlink(other.path(), folder.path() + "/inner/link");
        fs::create_symlink("..", folder.path() + "/inner/up");
    }
    EXPECT_TRUE(fs::exists(other.path() + "/kept"));
    EXPECT_EQ(fs::status(other.path()).permissions(), fs::perms{0755});
}

TEST(TemporaryFolder, RemovesATreeDeeperThanAnyPathOrDescriptorLimit) {
    std::string path;
    {
        const TemporaryFolder folder;
        path = folder.path();
        Fd at(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        for (int depth = 0; depth < 1500; ++depth) {
            ASSERT_EQ(::mkdirat(at.get(), "folder", 0700), 0);
            at.reset(::openat(at.get(), "folder", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
            ASSERT_TRUE(at.valid());
        }
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST(TemporaryFolder, MovesUpPastNamesThatAreTaken) {
    std::string path;
    {
        const TemporaryFolder folder;
        path = folder.path();
        for (const char* name : {"/0/0/0", "/0/1/2", "/1/0", "/2/1"}) fs::create_directories(path + name);
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST(TemporaryFolder, GoesAlongWhenMoved) {
    TemporaryFolder first;
    const std::string path = first.path();
    std::optional<TemporaryFolder> second(std::move(first));
    EXPECT_EQ(second->path(), path);
    EXPECT_TRUE(fs::exists(path));
    TemporaryFolder third;
    const std::string replaced = third.path();
    third = std::move(*second);
    second.reset();
    EXPECT_FALSE(fs::exists(replaced));
    EXPECT_TRUE(fs::exists(path));
}

TEST(TemporaryFolder, DoesNotMindThatItIsGoneAlready) {
    const TemporaryFolder folder;
    fs::remove_all(folder.path());
}

// TMPDIR is something else as long as this lives.
class PlaceForFolders {
  public:
    explicit PlaceForFolders(const std::string& path) {
        if (const char* const before = ::getenv("TMPDIR")) saved_ = before;
        ::setenv("TMPDIR", path.c_str(), 1);
    }
    PlaceForFolders(const PlaceForFolders&) = delete;
    PlaceForFolders& operator=(const PlaceForFolders&) = delete;
    ~PlaceForFolders() {
        if (saved_) {
            ::setenv("TMPDIR", saved_->c_str(), 1);
        } else {
            ::unsetenv("TMPDIR");
        }
    }

  private:
    std::optional<std::string> saved_;
};

TEST(TemporaryFolder, StandsInTheFolderThatTheEnvironmentNames) {
    const TemporaryFolder parent;
    const PlaceForFolders there(parent.path());
    const TemporaryFolder folder;
    {
        const PlaceForFolders nowhere("/missing/for/sure");
        EXPECT_THROW(TemporaryFolder(), SystemError);
    }
    EXPECT_EQ(fs::path(folder.path()).parent_path().string(), parent.path());
}

// Ends without its destructors, as if it were killed.
std::string folder_of_a_killed_process(const fs::path& parent) {
    const pid_t child = ::fork();
    if (child == 0) {
        const TemporaryFolder folder;
        write(folder.path() + "/file", "left");
        ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    return fs::directory_iterator(parent)->path().string();
}

void make_old(const std::string& path) {
    const timespec an_hour_ago[2] = {{::time(nullptr) - 3600, 0}, {::time(nullptr) - 3600, 0}};
    ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), an_hour_ago, 0), 0);
}

TEST(TemporaryFolder, WhatAKilledProcessLeftIsRemoved) {
    const TemporaryFolder parent;
    const PlaceForFolders there(parent.path());
    const std::string left = folder_of_a_killed_process(parent.path());
    remove_abandoned_folders();
    EXPECT_TRUE(fs::exists(left)) << "it might just have been made";
    make_old(left);
    const std::string foreign = parent.path() + "/other";
    fs::create_directory(foreign);
    make_old(foreign);
    fs::create_directory_symlink(foreign, parent.path() + "/sockgrade-link");
    const TemporaryFolder used;
    make_old(used.path());
    remove_abandoned_folders();
    EXPECT_FALSE(fs::exists(left));
    EXPECT_TRUE(fs::exists(used.path()));
    EXPECT_TRUE(fs::exists(foreign));
}

}  // namespace
}  // namespace sockgrade::system
