#include "batch/working_copy.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/error.hh"
#include "batch/store.hh"
#include "system/system_error.hh"

namespace sockgrade::batch {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Copies : public testing::Test {
  protected:
    std::string kept() const { return folder_.path() + "/kept"; }
    static void put(const std::string& folder, const std::string& key) {
        Store store = Store::open(folder, true);
        store.begin({"w", "W", "c", "p", 1, false}, {{"tcp-sender", "A", std::nullopt, "f"}},
                    {{"ann", "", "Ann", false, {}, "a"}, {"bo", "", "Bo", false, {}, "b"}});
        ResultRow row;
        row.key = key;
        row.exercise = "tcp-sender";
        store.put(row, {});
    }
    std::size_t results() const { return Store::read(kept()).results().size(); }

    system::TemporaryFolder folder_;
};

TEST_F(Copies, AreThereWhenTheyAreCopiedBack) {
    WorkingCopy copy(kept(), false, WorkingCopy::Place::scratch);
    put(copy.folder(), "ann");
    EXPECT_FALSE(fs::exists(kept() + "/results.db"));
    copy.copy_back();
    EXPECT_EQ(results(), 1U);
    put(copy.folder(), "bo");
    EXPECT_EQ(results(), 1U) << "nothing is seen of it in between";
    copy.copy_back();
    EXPECT_EQ(results(), 2U);
}

TEST_F(Copies, GoOnWithWhatIsThere) {
    put(kept(), "ann");
    WorkingCopy copy(kept(), true, WorkingCopy::Place::scratch);
    put(copy.folder(), "bo");
    copy.copy_back();
    EXPECT_EQ(results(), 2U);
}

TEST_F(Copies, HoldTheFolderThatTheyAreKeptIn) {
    put(kept(), "ann");
    EXPECT_THROW(WorkingCopy(kept(), false, WorkingCopy::Place::scratch), UsageError);
    {
        const WorkingCopy copy(kept(), true, WorkingCopy::Place::scratch);
        EXPECT_TRUE(copy.is_locked());
    }
    EXPECT_FALSE(is_being_written(kept()));
}

TEST_F(Copies, BesideAreGoneWhenTheyWereNotFinished) {
    {
        WorkingCopy copy(kept(), false, WorkingCopy::Place::beside);
        put(copy.folder(), "ann");
    }
    EXPECT_FALSE(fs::exists(kept() + "/results.db"));
    EXPECT_FALSE(fs::exists(kept() + "/unfinished"));
    WorkingCopy copy(kept(), false, WorkingCopy::Place::beside);
    put(copy.folder(), "ann");
    copy.copy_back();
    EXPECT_EQ(results(), 1U);
}

TEST_F(Copies, StayWhereTheyAreWhenTheyCanNotBeCopied) {
    WorkingCopy copy(kept(), false, WorkingCopy::Place::scratch);
    put(copy.folder(), "ann");
    fs::create_directories(kept() + "/results.db.part/in-the-way");
    std::string said;
    try {
        copy.copy_back();
    } catch (const system::SystemError& error) {
        said = error.what();
    }
    ASSERT_THAT(said, HasSubstr("the results could not be copied and lie in "));
    const std::string place =
        said.substr(said.find("lie in ") + 7, said.find(": copy") - said.find("lie in ") - 7);
    EXPECT_EQ(Store::read(place).results().size(), 1U);
    fs::remove_all(place);
}

}  // namespace
}  // namespace sockgrade::batch
