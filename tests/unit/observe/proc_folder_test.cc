#include "observe/proc_folder.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string>
#include <vector>

#include "child.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::observe {
namespace {

using system::Fd;

ProcFolder folder_at(const std::string& path) {
    return ProcFolder(Fd(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)));
}

void write(const std::string& path, const std::string& text) { std::ofstream(path) << text; }

std::size_t open_descriptors() {
    return folder_at("/proc").numbers_in(fmt::format("{}/fd", ::getpid())).size();
}

TEST(ProcFolder, AFileIsReadAnewEachTime) {
    const system::TemporaryFolder here("proc-folder-test");
    ProcFolder folder = folder_at(here.path());
    write(here.path() + "/stat", "first");
    EXPECT_EQ(folder.read("stat"), "first");
    write(here.path() + "/stat", "second");
    EXPECT_EQ(folder.read("stat"), "second");
    EXPECT_EQ(folder.read_once("stat"), "second");
}

TEST(ProcFolder, WhatIsNotThereSaysSo) {
    const system::TemporaryFolder here("proc-folder-test");
    ProcFolder folder = folder_at(here.path());
    EXPECT_FALSE(folder.read("stat").has_value());
    EXPECT_EQ(errno, ENOENT);
    EXPECT_TRUE(folder.numbers_in("task").empty());
}

TEST(ProcFolder, NumbersAreAllThatIsListed) {
    const system::TemporaryFolder here("proc-folder-test");
    ProcFolder folder = folder_at(here.path());
    for (const char* name : {"0", "12", "net", "3"}) write(here.path() + "/" + name, "");
    auto numbers = folder.numbers_in(".");
    std::sort(numbers.begin(), numbers.end());
    EXPECT_EQ(numbers, (std::vector<pid_t>{0, 3, 12}));
    write(here.path() + "/7", "");
    EXPECT_EQ(folder.numbers_in(".").size(), 4U);
}

TEST(ProcFolder, WhoIsGoneIsNotToldOf) {
    ProcFolder folder = folder_at("/proc");
    std::string path;
    {
        const Child child([] { ::pause(); });
        path = fmt::format("{}/stat", child.pid());
        EXPECT_TRUE(folder.read(path).has_value());
    }
    EXPECT_FALSE(folder.read(path).has_value());
}

TEST(ProcFolder, NothingStaysOpenThatNobodyReads) {
    ProcFolder folder = folder_at("/proc");
    const std::size_t before = open_descriptors();
    EXPECT_TRUE(folder.read("self/stat").has_value());
    EXPECT_FALSE(folder.numbers_in("self/task").empty());
    EXPECT_EQ(open_descriptors(), before + 2);
    folder.close_unused();
    EXPECT_EQ(open_descriptors(), before + 2);
    folder.close_unused();
    EXPECT_EQ(open_descriptors(), before);
}

TEST(ProcFolder, NoMoreStaysOpenThanItMay) {
    const system::TemporaryFolder here("proc-folder-test");
    ProcFolder folder = folder_at(here.path());
    const std::size_t before = open_descriptors();
    for (int i = 0; i < 300; ++i) {
        const std::string name = std::to_string(i);
        write(here.path() + "/" + name, name);
        EXPECT_EQ(folder.read(name), name);
    }
    EXPECT_LE(open_descriptors(), before + 128);
}

}  // namespace
}  // namespace sockgrade::observe
