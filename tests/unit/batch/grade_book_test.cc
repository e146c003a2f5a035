#include "batch/grade_book.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hh"

namespace sockgrade::batch {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kCanvas =
    "Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (101),Week 2 (102),Current Score\r\n"
    "    Points Possible,,,,,10,20,(read only)\r\n"
    "\"Lee, Ann\",5001,A1,ann@x,\"S1, early\",9.5,,88\r\n"
    "\"Ray, Bo\",5002,B2,bo@x,S1,10,3,91\r\n"
    "\"=HYPERLINK(\"\"x\"\")\",5003,C3,cy@x,S2,,,\r\n";

std::vector<Grade> canvas_grades() {
    return {{"leeann_5001", "5001", "leeann", 20.0, 20},
            {"raybo_5002", "5002", "raybo", 13.333, 20},
            {"x_5003", "5003", "=HYPERLINK(\"x\")", 0.0, 20}};
}

TEST(GradeBookOfCanvas, OnlyCellsOfTheColumnChange) {
    const FilledBook book = fill_grade_book(kCanvas, "grades.csv", "", {"week-2", "Week 2"}, canvas_grades());
    EXPECT_EQ(book.text,
              "Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (101),Week 2 (102),Current Score\r\n"
              "    Points Possible,,,,,10,20,(read only)\r\n"
              "\"Lee, Ann\",5001,A1,ann@x,\"S1, early\",9.5,20,88\r\n"
              "\"Ray, Bo\",5002,B2,bo@x,S1,10,13.33,91\r\n"
              "\"=HYPERLINK(\"\"x\"\")\",5003,C3,cy@x,S2,,0,\r\n");
    EXPECT_EQ(book.filled, 3U);
    EXPECT_THAT(book.notes, ElementsAre("1 student had another grade, which was replaced"));
}

TEST(GradeBookOfCanvas, PointsAreScaledToWhatTheColumnCounts) {
    const FilledBook book = fill_grade_book(kCanvas, "grades.csv", "week 1", {}, {{"b", "B2", "", 15.0, 20}});
    EXPECT_THAT(book.text, HasSubstr("bo@x,S1,7.5,3,91"));
    EXPECT_THAT(book.notes,
                ElementsAre("\"Week 1 (101)\" counts to 10, and the assignment to 20: points were scaled",
                            "1 student had another grade, which was replaced"));
}

TEST(GradeBookOfCanvas, WhoIsNotClearIsLeftAlone) {
    const FilledBook book = fill_grade_book(kCanvas, "grades.csv", "Week 2", {},
                                            {{"leeann_5001", "5001", "leeann", std::nullopt, 20},
                                             {"zoe", "9", "Zoe", 20.0, 20},
                                             {"raybo", "5002", "raybo", 3.0, 20},
                                             {"raybo-2", "5002", "raybo", 4.0, 20}});
    EXPECT_EQ(book.text, kCanvas);
    EXPECT_EQ(book.filled, 1U);
    EXPECT_THAT(
        book.notes,
        ElementsAre("somebody has to look at these first, and their cells are as they were: \"leeann\"",
                    "not in the table, or not to be told apart by name: \"Zoe\"",
                    "has a second hand-in, which was left out: \"raybo\""));
}

TEST(GradeBookOfCanvas, TheColumnHasToBeClear) {
    const auto refusal = [](const std::string& column) -> std::string {
        try {
            fill_grade_book(kCanvas, "grades.csv", column, {"Homework"}, canvas_grades());
        } catch (const UsageError& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_EQ(refusal(""),
              "'grades.csv' has no column that is called \"Homework\" or \"Grade\"; name one with --column: "
              "\"Week 1 (101)\" or "
              "\"Week 2 (102)\"");
    EXPECT_THAT(refusal("Week 3"), HasSubstr("no column that is called \"Week 3\""));
    EXPECT_THAT(refusal("Student"), HasSubstr("no column that is called"));
}

TEST(GradeBookOfMoodle, ParticipantsAreFoundByTheirNumber) {
    constexpr std::string_view kMoodle =
        "\ufeffIdentifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Feedback "
        "comments\"\n"
        "\"Participant 77\",\"Ann Lee\",a@x,Submitted,,10.00,\n"
        "\"Participant 78\",\"Bo Ray\",b@x,Submitted,,10.00,\"well, well\"";
    const FilledBook book =
        fill_grade_book(kMoodle, "grades.csv", "", {"Week 2"},
                        {{"k", "78", "", 7.5, 10}, {"Lee, Ann", "", "Lee, Ann", 10.0, 10}});
    EXPECT_THAT(book.text, HasSubstr("a@x,Submitted,10,10.00,\n"));
    EXPECT_THAT(book.text, HasSubstr("b@x,Submitted,7.5,10.00,\"well, well\""));
    EXPECT_THAT(book.notes, IsEmpty());
    EXPECT_TRUE(book.text.starts_with("\ufeff"));
}

TEST(GradeBookOfMoodle, ACommaInANumberStaysOne) {
    constexpr std::string_view kGerman =
        "Identifier;Full name;Grade;Maximum Grade\nTeilnehmer/in 77;Ann Lee;;10,00\n";
    EXPECT_THAT(fill_grade_book(kGerman, "g.csv", "", {}, {{"k", "77", "", 7.5, 10}}).text,
                HasSubstr("Ann Lee;7,5;10,00\n"));
    constexpr std::string_view kWithCommas =
        "Identifier,Full name,Grade,Maximum Grade\nTeilnehmer/in 77,Ann Lee,,\"10,00\"\n";
    EXPECT_THAT(fill_grade_book(kWithCommas, "g.csv", "", {}, {{"k", "77", "", 7.5, 10}}).text,
                HasSubstr("Ann Lee,\"7,5\",\"10,00\"\n"));
}

TEST(GradeBookOfMoodle, ItsGradeIsKnownInOtherLanguages) {
    constexpr std::string_view kGerman =
        "\ufeffID,\"Vollst\u00e4ndiger Name\",Bewertung,Bestwertung,\"Zuletzt ge\u00e4ndert (Bewertung)\"\n"
        "\"Teilnehmer/in77\",\"Ann Lee\",,\"20,00\",-\n";
    const FilledBook book = fill_grade_book(kGerman, "g.csv", "", {"q", "q"}, {{"k", "77", "", 7.5, 10}});
    EXPECT_THAT(book.text, HasSubstr("\"Ann Lee\",\"15\",\"20,00\",-"));
    EXPECT_THAT(book.notes, ElementsAre(HasSubstr("\"Bewertung\" counts to 20")));
    try {
        fill_grade_book("id,name,week\n7,Ann,\n", "g.csv", "", {"q", "q"}, {});
        FAIL() << "it has no such column";
    } catch (const UsageError& error) {
        EXPECT_THAT(error.what(), HasSubstr("no column that is called \"q\" or \"Grade\"; name one"));
    }
}

TEST(GradeBook, OtherTablesAreRefused) {
    EXPECT_THROW(fill_grade_book("", "g.csv", "", {}, {}), SpecError);
    EXPECT_THROW(fill_grade_book("a,b\n1,2\n", "g.csv", "", {}, {}), SpecError);
    EXPECT_THROW(fill_grade_book("Student,ID\n\"Ann,1\n", "g.csv", "", {}, {}), SpecError);
    EXPECT_THROW(fill_grade_book("Student\n\xff\n", "g.csv", "", {}, {}), SpecError);
}

}  // namespace
}  // namespace sockgrade::batch
