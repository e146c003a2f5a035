// A class's programs, laid out for a tool that looks for similar ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class Collected : public testing::Test {
  protected:
    std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
    void add(const std::string& name, const std::string& content) const {
        fs::create_directories(fs::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << content;
    }
    // Below a folder, in alphabetical order.
    std::vector<std::string> files(const std::string& folder) const {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(path(folder)))
            if (!entry.is_directory())
                names.push_back(entry.path().lexically_relative(path(folder)).string());
        std::sort(names.begin(), names.end());
        return names;
    }
    Said collect(const std::string& assignment = "udp-sender") const {
        return run({"collect", assignment, path("class"), "--out", path("out")});
    }

  private:
    system::TemporaryFolder folder_;
};

TEST_F(Collected, AFolderForEachStudentAndTheStartersApart) {
    add("class/ann/sender.py", "print('mine')\n");
    add("class/ann/notes.txt", "what I thought\n");
    add("class/bo/work/sender.c", "#include \"net.h\"\nint main(void) { return 0; }\n");
    add("class/bo/work/net.c", "int f(void) { return 1; }\n");
    add("class/bo/work/other.c", "int main(void) { return 1; }\n");
    const Said said = collect();
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(said.text, HasSubstr("udp-sender: programs of 2 students in"));
    EXPECT_THAT(files("out/udp-sender/programs"), ElementsAre("ann/sender.py", "bo/net.c", "bo/sender.c"));
    EXPECT_THAT(files("out/udp-sender/starters"),
                ElementsAre("c/sender.c", "cpp/sender.cpp", "java/Sender.java", "python/sender.py"));
}

TEST_F(Collected, WhoHasNoSourceIsNamed) {
    add("class/ann/sender.py", "print('mine')\n");
    fs::create_directories(path("class/bo"));
    fs::copy_file("/bin/true", path("class/bo/sender"));
    add("class/cy/readme.txt", "not done\n");
    const Said said = collect();
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(said.text, AllOf(HasSubstr("programs of 1 student "),
                                 HasSubstr("left out: bo: There is no source"), HasSubstr("left out: cy: ")));
    EXPECT_THAT(files("out/udp-sender/programs"), ElementsAre("ann/sender.py"));
}

// A folder with a Makefile is all that is in it, but for what a link brings in from elsewhere.
TEST_F(Collected, NothingFromOutsideOfAHandIn) {
    add("secret.py", "password = 'swordfish'\n");
    add("class/ann/Makefile", "all:\n\ttrue\n");
    add("class/ann/src/sender.c", "int main(void) { return 0; }\n");
    fs::create_symlink(path("secret.py"), path("class/ann/src/stolen.py"));
    fs::create_directory_symlink(fs::path(path("secret.py")).parent_path(), path("class/ann/everything"));
    EXPECT_EQ(collect().status, 0);
    EXPECT_THAT(files("out/udp-sender/programs"), ElementsAre("ann/src/sender.c"));
}

TEST_F(Collected, BothProgramsOfAPairAreToldApart) {
    add("class/ann/sender.py", "print('mine')\n");
    add("class/ann/receiver.js", "console.log('mine')\n");
    EXPECT_EQ(collect("pair-udp-message").status, 0);
    EXPECT_THAT(files("out/pair-udp-message/programs"),
                ElementsAre("ann/receiver/receiver.js", "ann/sender/sender.py"));
}

// What is left there of another class would be compared with this one.
TEST_F(Collected, AFolderWithSomethingInItIsRefused) {
    add("class/ann/sender.py", "print('mine')\n");
    add("out/old/sender.py", "print('of last year')\n");
    const Said said = collect();
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.text, HasSubstr("there is something in"));
}

}  // namespace
}  // namespace sockgrade
