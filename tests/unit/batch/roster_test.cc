#include "batch/roster.hh"

#include <gtest/gtest.h>

#include "base/error.hh"

namespace sockgrade::batch {
namespace {

std::string roster_problems(const std::string& text) {
    try {
        read_roster(text, "class.csv");
    } catch (const SpecError& error) {
        return error.what();
    }
    return "";
}

TEST(Roster, ReadsWhatCourseSystemsExport) {
    for (const char* text :
         {"id,name\n7,Ann Lee\n8,\"Bo \"\"B\"\" Ray\"\n",
          "\xef\xbb\xbfName;SIS User ID;Section\r\nAnn Lee;7;1\r\n\r\n\"Bo \"\"B\"\" Ray\";8;1",
          "Student\tID\n Ann Lee \t7\nBo \"B\" Ray\t8\n"}) {
        const auto roster = read_roster(text, "class.csv");
        ASSERT_EQ(roster.size(), 2U) << text;
        EXPECT_EQ(roster[0].id, "7");
        EXPECT_EQ(roster[0].name, "Ann Lee");
        EXPECT_EQ(roster[1].id, "8");
        EXPECT_EQ(roster[1].name, "Bo \"B\" Ray");
    }
}

TEST(Roster, SaysWhatIsWrongAndWhere) {
    EXPECT_EQ(roster_problems(""),
              "class.csv:1:1: the class list is empty; its first line should be id,name");
    EXPECT_EQ(roster_problems("a,b\n1,2\n"),
              "class.csv:1:1: the first line should name the columns: id,name");
    EXPECT_EQ(roster_problems("id,name\n"), "class.csv:1:1: the class list names no student");
    EXPECT_EQ(roster_problems("id,name\n7,\"Ann\n8,Bo\n"), "class.csv:2:3: a quote is not closed");
    EXPECT_EQ(roster_problems("name,id\nAnn,7\nBo,7\n"), "class.csv:3:4: the id \"7\" is here twice");
    EXPECT_EQ(roster_problems("id,name\n7,J\xf6rg\n"), "class.csv:1:1: not UTF-8 text; save it as CSV UTF-8");
}

TEST(Roster, FindsStudentsHoweverTheyAreWritten) {
    const std::vector<RosterEntry> roster{
        {"7", "Ann Lee", 2}, {"8", "Ray, Bo", 3}, {"9", "Cy Doe", 4}, {"10", "Cy Doe", 5}};
    EXPECT_EQ(find_in_roster(roster, "7", "somebody"), 0U);
    EXPECT_EQ(find_in_roster(roster, "", "8"), 1U);           // the folder is called after the id
    EXPECT_EQ(find_in_roster(roster, "1234", "leeann"), 0U);  // Canvas
    EXPECT_EQ(find_in_roster(roster, "", "raybo"), 1U);
    EXPECT_EQ(find_in_roster(roster, "", "Bo Ray"), 1U);  // Moodle
    EXPECT_EQ(find_in_roster(roster, "", "Lee, Ann"), 0U);
    EXPECT_EQ(find_in_roster(roster, "", "Cy Doe"), std::nullopt);  // which of the two?
    EXPECT_EQ(find_in_roster(roster, "10", "Cy Doe"), 3U);
    EXPECT_EQ(find_in_roster(roster, "", ""), std::nullopt);
}

}  // namespace
}  // namespace sockgrade::batch
