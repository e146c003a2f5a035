#include "system/find_program.hh"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "system/temporary_folder.hh"

namespace sockgrade::system {
namespace {

class FindProgram : public testing::Test {
  protected:
    std::string put(const std::string& name, const std::string& text, mode_t mode = 0700) const {
        const std::string file = folder_.path() + "/" + name;
        std::filesystem::create_directories(std::filesystem::path(file).parent_path());
        std::ofstream(file) << text;
        ::chmod(file.c_str(), mode);
        return file;
    }
    std::string path() const {
        return folder_.path() + "/a:" + folder_.path() + "/b:" + folder_.path() + "/c";
    }

    TemporaryFolder folder_;
};

TEST_F(FindProgram, TakesTheFirstBinary) {
    const std::string first = put("a/tool",
                                  "\x7f"
                                  "ELF");
    put("b/tool",
        "\x7f"
        "ELF");
    EXPECT_EQ(find_program("tool", path()), first);
}

TEST_F(FindProgram, PrefersABinaryToAScriptBeforeIt) {
    put("a/tool", "#!/bin/sh\n");
    const std::string binary = put("c/tool",
                                   "\x7f"
                                   "ELF");
    EXPECT_EQ(find_program("tool", path()), binary);
}

TEST_F(FindProgram, TakesTheFirstScriptWhenThereIsNoBinary) {
    const std::string script = put("b/tool", "#!/bin/sh\n");
    put("c/tool", "#!/bin/sh\n");
    EXPECT_EQ(find_program("tool", path()), script);
}

TEST_F(FindProgram, PassesByWhatCannotBeRun) {
    put("a/tool",
        "\x7f"
        "ELF",
        0600);
    std::filesystem::create_directories(folder_.path() + "/b/tool");
    EXPECT_EQ(find_program("tool", path()), std::nullopt);
    EXPECT_EQ(find_program("", path()), std::nullopt);
    EXPECT_EQ(find_program("tool", ""), std::nullopt);
}

TEST_F(FindProgram, NeverLooksInTheCurrentFolder) {
    put("a/tool",
        "\x7f"
        "ELF");
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder_.path() + "/a");
    EXPECT_EQ(find_program("tool", ":.:../a"), std::nullopt);
    std::filesystem::current_path(before);
}

TEST_F(FindProgram, TakesAPathAsItIs) {
    const std::string file = put("a/tool", "#!/bin/sh\n");
    EXPECT_EQ(find_program(file, ""), file);
    EXPECT_EQ(find_program(file + "s", path()), std::nullopt);
}

TEST(FindProgramHere, FindsTheShell) { EXPECT_TRUE(find_program("sh").has_value()); }

}  // namespace
}  // namespace sockgrade::system
