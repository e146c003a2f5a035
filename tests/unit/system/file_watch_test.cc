#include "system/file_watch.hh"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "system/temporary_folder.hh"

namespace sockgrade::system {
namespace {

namespace fs = std::filesystem;
constexpr std::chrono::seconds kLimit{10};

class FileWatching : public testing::Test {
  protected:
    std::string file(const std::string& name) const { return folder_.path() + "/" + name; }
    void put(const std::string& name, const std::string& text) const { std::ofstream(file(name)) << text; }
    std::string folder() const { return folder_.path(); }

    // Whether somebody who waits is woken by it.
    template <typename Change>
    bool wakes(const std::vector<std::string>& paths, const Change& change) const {
        EventLoop loop;
        const FileWatch watch(loop, paths);
        change();
        const Clock::time_point end = Clock::now() + kLimit;
        while (!watch.woke() && Clock::now() < end) loop.run_once(end);
        return watch.woke();
    }

  private:
    TemporaryFolder folder_;
};

TEST_F(FileWatching, SeesWhatIsWrittenRenamedAndRemoved) {
    put("server.py", "a");
    const std::vector<std::string> paths{file("server.py")};
    const FileStates before = states_of(paths);
    EXPECT_EQ(states_of(paths), before);
    EXPECT_TRUE(wakes(paths, [&] { put("server.py", "ab"); }));
    const FileStates written = states_of(paths);
    EXPECT_NE(written, before);
    put("server.py.new", "xy");  // as editors do
    EXPECT_TRUE(wakes(paths, [&] { fs::rename(file("server.py.new"), file("server.py")); }));
    EXPECT_NE(states_of(paths), written);
    EXPECT_TRUE(wakes(paths, [&] { fs::remove(file("server.py")); }));
    EXPECT_TRUE(states_of(paths).empty());
    EXPECT_TRUE(wakes(paths, [&] { put("server.py", "back"); }));
}

TEST_F(FileWatching, SeesAFileInAFolderOfAFolder) {
    fs::create_directories(file("src/net"));
    put("src/net/server.py", "a");
    const FileStates before = states_of({folder()});
    EXPECT_EQ(before.size(), 1U);
    EXPECT_TRUE(wakes({folder()}, [&] { put("src/net/server.py", "ab"); }));
    EXPECT_NE(states_of({folder()}), before);
    put("src/net/other.py", "new");
    EXPECT_EQ(states_of({folder()}).size(), 2U);
}

TEST_F(FileWatching, AFilesNeighboursMayBelongToIt) {
    put("server.py", "a");
    put("helper.py", "a");
    const FileStates before = states_of({file("server.py")});
    put("report.html", "x");
    EXPECT_EQ(states_of({file("server.py")}), before);
    put("helper.py", "ab");
    EXPECT_NE(states_of({file("server.py")}), before);
}

TEST_F(FileWatching, WhatEditorsAndInterpretersPutBesideIsNoChange) {
    put("server.py", "a");
    const FileStates before = states_of({folder()});
    fs::create_directories(file("__pycache__"));
    fs::create_directories(file(".git"));
    for (const char* name :
         {".server.py.swp", "server.py~", "__pycache__/x.py", ".git/index", "server.pyc", "report.html"})
        put(name, "x");
    EXPECT_EQ(states_of({folder()}), before);
}

}  // namespace
}  // namespace sockgrade::system
