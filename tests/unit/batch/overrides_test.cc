#include "batch/overrides.hh"

#include <gtest/gtest.h>

#include "base/error.hh"

namespace sockgrade::batch {
namespace {

const std::vector<StudentRow>& students() {
    static const std::vector<StudentRow> all = {
        {"leeann_7", "s7", "Ann Lee", false, ""},
        {"bo", "s8", "Bo M\u00fcller", false, ""},
        {"absent:s9", "s9", "Cy Doe", false, ""},
        {"cy-2", "", "Cy Doe", false, ""},
    };
    return all;
}
const std::vector<ExerciseRow>& exercises() {
    static const std::vector<ExerciseRow> all = {{"tcp-sender", "A sender", 10, "f"},
                                                 {"udp-sender", "Another", std::nullopt, "g"}};
    return all;
}

std::vector<Override> read(const std::string& text) {
    return read_overrides(text, "overrides.csv", students(), exercises());
}

std::string override_problems(const std::string& text) {
    try {
        read(text);
    } catch (const SpecError& error) {
        return error.what();
    }
    return "";
}

TEST(Overrides, StudentsAreFoundAsOnAClassList) {
    const auto all = read(
        "student,exercise,points,reason\nleeann_7,tcp-sender,8.5,shown in the lab\ns8,udp-sender,0,copied\n"
        "\"Mueller, Bo\",tcp-sender,10,the machine was broken\ncy-2,tcp-sender,3,by mail\n");
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].key, "leeann_7");
    EXPECT_EQ(all[0].exercise, "tcp-sender");
    EXPECT_EQ(all[0].points, 8.5);
    EXPECT_EQ(all[0].reason, "shown in the lab");
    EXPECT_EQ(all[1].key, "bo");
    EXPECT_EQ(all[2].key, "bo");
    EXPECT_EQ(all[3].key, "cy-2");
}

TEST(Overrides, ASpreadsheetMayHaveWrittenThem) {
    const auto all =
        read("\xef\xbb\xbfReason;Points;Student;Exercise;Seen by\r\nlab;8,5;ANN LEE;tcp-sender;me\r\n");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].points, 8.5);
    EXPECT_EQ(all[0].key, "leeann_7");
    EXPECT_TRUE(read("student,exercise,points,reason\n").empty());
}

TEST(Overrides, OneMistakeIsOneErrorWithItsPlace) {
    EXPECT_EQ(override_problems(""),
              "overrides.csv:1:1: the table is empty; its first line is student,exercise,points,reason");
    EXPECT_EQ(
        override_problems("student,exercise,points\n"),
        "overrides.csv:1:1: no column is called reason; the first line is student,exercise,points,reason");
    EXPECT_EQ(override_problems("student,exercise,points,reason\nnobody,tcp-sendr,x,\n"),
              "overrides.csv:2:1: nobody is called \"nobody\"; name the hand-in or an id");
    EXPECT_EQ(override_problems("student,exercise,points,reason\nCy Doe,tcp-sender,1,x\n"),
              "overrides.csv:2:1: 2 are called \"Cy Doe\": name \"s9\" or \"cy-2\"");
    EXPECT_EQ(override_problems("student,exercise,points,reason\nbo,tcp-sendr,1,x\n,tcp-sender,1,x\n"),
              "overrides.csv:2:4: expected tcp-sender or udp-sender, not \"tcp-sendr\"; did you mean "
              "'tcp-sender'?\noverrides.csv:3:1: the student is missing");
    EXPECT_EQ(override_problems("student,exercise,points,reason\nbo,tcp-sender,ten,x\nbo,tcp-sender,-1,x\n"),
              "overrides.csv:2:15: expected points, such as 8.5, not \"ten\"\n"
              "overrides.csv:3:15: expected points, such as 8.5, not \"-1\"");
    EXPECT_EQ(override_problems("student,exercise,points,reason\nbo,tcp-sender,,x\nbo,tcp-sender,1,\n"),
              "overrides.csv:2:15: the points are missing\n"
              "overrides.csv:3:17: the reason is missing: the student reads it");
    EXPECT_EQ(override_problems("student,exercise,points,reason\nbo,tcp-sender,1,x\ns8,tcp-sender,2,y\n"),
              "overrides.csv:3:1: \"s8\" in tcp-sender is here twice, first in line 2");
    EXPECT_EQ(override_problems("student,exercise,points,reason\nbo,tcp-sender,nan,x\n"),
              "overrides.csv:2:15: expected points, such as 8.5, not \"nan\"");
    EXPECT_EQ(override_problems("student,exercise,points,reason\nbo\n"),
              "overrides.csv:2:1: the exercise is missing: tcp-sender or udp-sender");
}

TEST(Overrides, OneCaseMayHavePointsOfItsOwn) {
    const auto all = read(
        "student,exercise,case,points,reason\nbo,tcp-sender,why-acks,2,well said\nbo,tcp-sender,,8,shown\n");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].case_id, "why-acks");
    EXPECT_EQ(all[0].points, 2);
    EXPECT_EQ(all[1].case_id, "");
    EXPECT_EQ(override_problems("student,exercise,case,points,reason\nbo,tcp-sender,why-acks,1.5,x\n"),
              "overrides.csv:2:24: a case has whole points, not \"1.5\"");
}

TEST(Overrides, TheOnlyExerciseNeedsNoName) {
    const auto all = read_overrides("student,exercise,points,reason\nbo,,1,x\n", "o.csv", students(),
                                    {exercises().front()});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].exercise, "tcp-sender");
    EXPECT_EQ(override_problems("student,exercise,points,reason\nbo,,1,x\n"),
              "overrides.csv:2:4: the exercise is missing: tcp-sender or udp-sender");
}

}  // namespace
}  // namespace sockgrade::batch
