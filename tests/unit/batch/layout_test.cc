#include "batch/layout.hh"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "batch/archive.hh"
#include "batch/names.hh"
#include "batch/zip_file.hh"
#include "tests/unit/batch/hand_ins.hh"

namespace sockgrade::batch {
namespace {

std::string place(Layout layout, const std::string& entry) {
    StudentRow student;
    student.entry = entry;
    return place_in(layout, student, ".html").value_or("none");
}

TEST(Layout, IsWhatTheCourseSystemTakesBack) {
    EXPECT_EQ(place(Layout::moodle, "Ann Lee_1234_assignsubmission_file_"),
              "Ann Lee_1234_assignsubmission_file_/feedback.html");
    EXPECT_EQ(place(Layout::moodle, "Ann Lee_1234_assignsubmission_file_server.py"),
              "Ann Lee_1234_assignsubmission_file_/feedback.html");
    EXPECT_EQ(place(Layout::moodle, "Zo\u00eb O'Connor-Smith_104_assignsubmission_file_"),
              "Zo\u00eb O'Connor-Smith_104_assignsubmission_file_/feedback.html");
    EXPECT_EQ(place(Layout::canvas, "leeann_LATE_1234_5678_server-2.py"),
              "leeann_LATE_1234_5678_feedback.html");
    EXPECT_EQ(place(Layout::gradescope, "submission_1234"), "submission_1234/results.json");
    EXPECT_EQ(place(Layout::canvas, "Ann Lee_1234_assignsubmission_file_"), "none");
    EXPECT_EQ(place(Layout::moodle, "leeann_1234_5678_server.py"), "none");
    EXPECT_EQ(place(Layout::gradescope, "ann"), "none");
    EXPECT_EQ(place(Layout::moodle, ""), "none");
}

TEST(Layout, NoNameLeavesTheFolderOrMovesMoodlesNumber) {
    EXPECT_EQ(place(Layout::moodle, "../x_Ann_1234_assignsubmission_file_"),
              "%2E.%2Fx Ann_1234_assignsubmission_file_/feedback.html");
    EXPECT_EQ(place(Layout::canvas, "..\n_1_2_x.py"), "%2E.%0A_1_2_feedback.html");
}

TEST(ZipFile, IsUnpackedAsItWasWritten) {
    const HandIns folder;
    write_zip(folder.path("out.zip"),
              {{"J\u00fcrgen Lee_7_assignsubmission_file_/feedback.html", "<p>\u00fc</p>"}, {"b.txt", ""}});
    EXPECT_FALSE(std::filesystem::exists(folder.path("out.zip.part")));
    std::filesystem::create_directories(folder.path("there"));
    EXPECT_EQ(unpack(folder.path("out.zip"), folder.path("there"), kOfOneStudent).files, 2U);
    std::ifstream file(folder.path("there/J\u00fcrgen Lee_7_assignsubmission_file_/feedback.html"));
    std::string text;
    std::getline(file, text);
    EXPECT_EQ(text, "<p>\u00fc</p>");
}

}  // namespace
}  // namespace sockgrade::batch
