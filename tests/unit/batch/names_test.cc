#include "batch/names.hh"

#include <gtest/gtest.h>

#include <set>

namespace sockgrade::batch {
namespace {

using Form = NameParts::Form;

TEST(HandInNames, Canvas) {
    const NameParts on_time = parts_of_name("leeann_1234_56789_tcp_server.py", false);
    EXPECT_EQ(on_time.form, Form::canvas);
    EXPECT_EQ(on_time.student, "leeann");
    EXPECT_EQ(on_time.id, "1234");
    EXPECT_EQ(on_time.file, "tcp_server.py");
    EXPECT_FALSE(on_time.late);
    const NameParts late = parts_of_name("leeann_LATE_1234_56789_hw.tar.gz", false);
    EXPECT_EQ(late.id, "1234");
    EXPECT_EQ(late.file, "hw.tar.gz");
    EXPECT_TRUE(late.late);
}

TEST(HandInNames, WhatOnlyLooksLikeCanvas) {
    for (const char* name : {"tcp_server_2.py", "lee_ann_1_2.py", "_1_2_a.py", "lee_1_2_", "lee_1_b_a.py"})
        EXPECT_EQ(parts_of_name(name, false).form, Form::plain) << name;
    EXPECT_EQ(parts_of_name("leeann_1234_56789_x", true).form, Form::plain);
}

TEST(HandInNames, Moodle) {
    const NameParts folder = parts_of_name("Ann-Marie de la Cruz_1327627_assignsubmission_file_", true);
    EXPECT_EQ(folder.form, Form::moodle);
    EXPECT_EQ(folder.student, "Ann-Marie de la Cruz");
    EXPECT_EQ(folder.id, "1327627");
    EXPECT_EQ(folder.file, "");
    EXPECT_FALSE(folder.passed_over);
    EXPECT_EQ(parts_of_name("Bo_Lee_12_assignsubmission_file", true).student, "Bo_Lee");
    EXPECT_EQ(parts_of_name("Bo Lee_12_assignsubmission_file_my_server.py", false).file, "my_server.py");
    EXPECT_TRUE(parts_of_name("Bo Lee_12_assignsubmission_onlinetext_", true).passed_over);
}

TEST(HandInNames, GradescopeAndPlain) {
    EXPECT_EQ(parts_of_name("submission_987", true).id, "987");
    EXPECT_EQ(parts_of_name("submission_987", false).form, Form::plain);
    EXPECT_EQ(parts_of_name("ann.lee", true).student, "ann.lee");
    EXPECT_EQ(parts_of_name("ann.py", false).student, "ann");
    EXPECT_EQ(parts_of_name("ann.lee.tar.gz", false).student, "ann.lee");
}

TEST(HandInNames, HandedInAgain) {
    EXPECT_EQ(handed_in_again("server-2.py").file, "server.py");
    EXPECT_EQ(handed_in_again("server-2.py").number, 2);
    EXPECT_EQ(handed_in_again("server.py").number, 0);
    EXPECT_EQ(handed_in_again("hw-12.tar.gz").file, "hw.tar.gz");
    EXPECT_EQ(handed_in_again("part-two.py").number, 0);
    EXPECT_EQ(handed_in_again("rfc-2026.txt").number, 0);  // no counter, but a name
    EXPECT_EQ(handed_in_again("-1.py").number, 0);
}

TEST(HandInNames, Archives) {
    EXPECT_TRUE(is_archive_name("HW.ZIP"));
    EXPECT_TRUE(is_archive_name("a.tgz"));
    EXPECT_FALSE(is_archive_name("server.jar"));  // a program
    EXPECT_FALSE(is_archive_name(".zip"));
}

TEST(HandInNames, FilesForReportsAreApartAndHarmless) {
    const std::set<std::string> names{file_name_of("a/b"),   file_name_of("a_b"),
                                      file_name_of("a%2Fb"), file_name_of(".."),
                                      file_name_of("."),     file_name_of(""),
                                      file_name_of("a "),    file_name_of("a"),
                                      file_name_of("\xff"),  file_name_of(std::string(400, 'x')),
                                      file_name_of("b\n"),   file_name_of(std::string(401, 'x'))};
    EXPECT_EQ(names.size(), 12U);
    for (const std::string& name : names) {
        EXPECT_EQ(name.find('/'), std::string::npos) << name;
        EXPECT_EQ(name.find('\n'), std::string::npos) << name;
        EXPECT_NE(name.front(), '.') << name;
        EXPECT_LE(name.size(), 200U) << name;
    }
    EXPECT_EQ(file_name_of("Jörg Müller_12"), "Jörg Müller_12");
}

}  // namespace
}  // namespace sockgrade::batch
