#include "shipped/data_folder.hh"

#include <gtest/gtest.h>

#include <filesystem>

#include "system/temporary_folder.hh"

namespace sockgrade::shipped {
namespace {

namespace fs = std::filesystem;

// A machine with a program in bin/, and folders of data where a test puts them.
class DataFolder : public testing::Test {
  protected:
    fs::path put(const fs::path& folder) {
        fs::create_directories(root() / folder / "specs");
        return root() / folder;
    }
    fs::path root() const { return place_.path(); }
    Places places() const {
        return {root() / "bin/sockgrade", root() / "usr/share/sockgrade", root() / "source"};
    }

  private:
    system::TemporaryFolder place_{"sockgrade-unit"};
};

TEST_F(DataFolder, TakesWhatLiesBesideTheProgramFirst) {
    put("source");
    put("usr/share/sockgrade");
    const fs::path in_the_same_folder = put("bin/share/sockgrade");
    EXPECT_EQ(data_folder(places()), in_the_same_folder);
    const fs::path as_installed = put("share/sockgrade");
    EXPECT_EQ(data_folder(places()), as_installed);
}

TEST_F(DataFolder, TakesWhatIsInstalledBeforeTheSourceTree) {
    const fs::path source = put("source");
    EXPECT_EQ(data_folder(places()), source);
    const fs::path installed = put("usr/share/sockgrade");
    EXPECT_EQ(data_folder(places()), installed);
}

TEST_F(DataFolder, NeverLooksTwoFoldersAboveTheProgram) {
    put(".");
    const Places built{root() / "build/release/sockgrade", {}, {}};
    EXPECT_EQ(data_folder(built), std::nullopt);
}

TEST_F(DataFolder, IsNotTheCurrentFolderWhereNoneIsNamed) {
    const fs::path before = fs::current_path();
    put(".");
    fs::current_path(root());
    EXPECT_EQ(data_folder({root() / "bin/sockgrade", {}, {}}), std::nullopt);
    fs::current_path(before);
}

TEST_F(DataFolder, WantsTheSpecsInIt) {
    fs::create_directories(root() / "share/sockgrade");
    EXPECT_EQ(data_folder(places()), std::nullopt);
}

}  // namespace
}  // namespace sockgrade::shipped
