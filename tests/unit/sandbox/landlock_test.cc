#include "sandbox/landlock.hh"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "in_child.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::sandbox {
namespace {

namespace fs = std::filesystem;

// Of this user, who has nothing against being looked into.
class Neighbour {
  public:
    Neighbour() : process_(::fork()) {
        if (process_ != 0) return;
        ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
        for (;;) ::pause();
    }
    Neighbour(const Neighbour&) = delete;
    Neighbour& operator=(const Neighbour&) = delete;
    ~Neighbour() {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    std::string file(const char* name) const { return fmt::format("/proc/{}/{}", process_, name); }

  private:
    pid_t process_;
};

bool can_be_read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    char byte = 0;
    return in.is_open() && ::access(file.c_str(), R_OK) == 0 && in.read(&byte, 1);
}

bool leads_somewhere(const std::string& link) {
    std::error_code error;
    return !fs::read_symlink(link, error).empty();
}

bool confine() {
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    return confine_to_own_processes();
}

// (Root would read their memory all the same, with CAP_PERFMON; programs have no capabilities.)
TEST(ConfineToOwnProcesses, KeepsFromLookingIntoOthers) {
    const Neighbour other;
    EXPECT_TRUE(can_be_read(other.file("syscall")));
    EXPECT_TRUE(leads_somewhere(other.file("root")));
    EXPECT_TRUE(in_child([&] {
        return confine() && !can_be_read(other.file("syscall")) && !leads_somewhere(other.file("root")) &&
               can_be_read("/proc/self/syscall") && leads_somewhere("/proc/self/root");
    }));
}

TEST(ConfineToOwnProcesses, LeavesFilesAlone) {
    const system::TemporaryFolder folder("landlock");
    EXPECT_TRUE(in_child([&] {
        const fs::path top(folder.path());
        if (!confine()) return false;
        fs::create_directories(top / "here");
        fs::create_directories(top / "there");
        std::ofstream(top / "here" / "file") << "text";
        fs::rename(top / "here" / "file", top / "there" / "file");
        return fs::exists(top / "there" / "file");
    }));
}

}  // namespace
}  // namespace sockgrade::sandbox
