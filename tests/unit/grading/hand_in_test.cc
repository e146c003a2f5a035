#include "grading/hand_in.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "system/temporary_folder.hh"

namespace sockgrade::grading {
namespace {

namespace fs = std::filesystem;
using sandbox::Level;
using testing::HasSubstr;

class HandInTest : public testing::Test {
  protected:
    build::Built handed_in() {
        put("server.py", "print('hello')\n");
        put("helper.py", "");
        build::Built built;
        built.folder = folder();
        built.command = {"/usr/bin/python3", folder() + "/server.py"};
        return built;
    }
    void put(const std::string& name, const std::string& text) {
        const fs::path file = fs::path(folder()) / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file) << text;
    }
    // Sparse: it has a size and takes no room.
    void put_large(const std::string& name) {
        put(name, "");
        fs::resize_file(folder() + "/" + name, 300 << 20);
    }
    std::string folder() const { return folder_.path(); }
    static bool is_root() { return ::geteuid() == 0; }

  private:
    system::TemporaryFolder folder_;
};

uid_t owner_of(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_uid : 0;
}

std::string text_of(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST_F(HandInTest, RootsProgramsGetACopyThatIsTheirs) {
    const HandIn hand_in(handed_in(), Level::namespaces);
    const run::Submission& submission = hand_in.submission();
    EXPECT_EQ(submission.folder, folder());  // where the student knows it
    EXPECT_EQ(submission.command.back(), folder() + "/server.py");
    EXPECT_TRUE(hand_in.notes().empty());
    if (!is_root()) {
        EXPECT_EQ(submission.source, "");
        EXPECT_EQ(submission.identity.uid, ::geteuid());
        return;
    }
    EXPECT_EQ(text_of(submission.source + "/server.py"), "print('hello')\n");
    EXPECT_EQ(owner_of(submission.source + "/server.py"), submission.identity.uid);
    EXPECT_NE(submission.identity.uid, 0U);
    EXPECT_EQ(owner_of(folder() + "/server.py"), 0U);
}

TEST_F(HandInTest, WithoutAWorldTheCopyIsWhereItRuns) {
    const HandIn hand_in(handed_in(), Level::own_user);
    const run::Submission& submission = hand_in.submission();
    EXPECT_EQ(submission.command.back(), submission.folder + "/server.py");
    EXPECT_EQ(submission.folder != folder(), is_root());
    EXPECT_TRUE(fs::exists(submission.folder + "/helper.py"));
    EXPECT_EQ(submission.command.front(), "/usr/bin/python3");
}

TEST_F(HandInTest, SharedWithTheCallerNothingIsCopied) {
    const HandIn hand_in(handed_in(), Level::shared);
    EXPECT_EQ(hand_in.submission().folder, folder());
    EXPECT_EQ(hand_in.submission().source, "");
}

TEST_F(HandInTest, OfAHomeFullOfThingsItGetsWhatIsSmallAndNotHidden) {
    put_large("film.mkv");
    put(".ssh/id", "secret");
    put(".token", "secret");
    put("package/module.py", "x = 1\n");
    const HandIn hand_in(handed_in(), Level::namespaces);
    if (!is_root()) {
        EXPECT_EQ(hand_in.submission().source, "");
        return;
    }
    const std::string copy = hand_in.submission().source;
    EXPECT_TRUE(fs::exists(copy + "/server.py"));
    EXPECT_TRUE(fs::exists(copy + "/package/module.py"));
    EXPECT_FALSE(fs::exists(copy + "/film.mkv"));
    EXPECT_FALSE(fs::exists(copy + "/.ssh"));
    EXPECT_FALSE(fs::exists(copy + "/.token"));
    ASSERT_EQ(hand_in.notes().size(), 1U);
    EXPECT_THAT(hand_in.notes().front(), HasSubstr("too large"));
}

TEST_F(HandInTest, ACopyIsGoneWithItsHandIn) {
    std::string copy;
    {
        const HandIn hand_in(handed_in(), Level::namespaces);
        copy = hand_in.submission().source;
    }
    if (is_root()) {
        ASSERT_NE(copy, "");
        EXPECT_FALSE(fs::exists(copy));
    }
    EXPECT_TRUE(fs::exists(folder() + "/server.py"));
}

TEST_F(HandInTest, AProgramAtTheTopOfTheFileSystemRunsInAFolderOfItsOwn) {
    build::Built built = handed_in();
    built.folder = "/";
    built.command = {"/usr/bin/python3", "-c", "pass"};
    const HandIn hand_in(built, Level::namespaces);
    EXPECT_NE(hand_in.submission().folder, "/");
    EXPECT_EQ(hand_in.submission().command, built.command);
}

}  // namespace
}  // namespace sockgrade::grading
