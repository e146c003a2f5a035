#include "batch/submissions.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hh"
#include "batch/contents.hh"
#include "batch/prepared.hh"
#include "batch/zip_file.hh"
#include "build/nearest.hh"
#include "system/command.hh"
#include "system/find_program.hh"
#include "tests/unit/batch/hand_ins.hh"

namespace sockgrade::batch {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> keys_of(const Class& all) {
    std::vector<std::string> keys;
    for (const Submission& one : all.submissions) keys.push_back(one.key);
    return keys;
}

// With the machine's own tar: ours only reads.
void pack_folder(const HandIns& hand_ins, const std::string& folder, const std::string& archive) {
    system::CommandOptions command;
    command.argv = {"tar", "-czf", hand_ins.path(archive), "-C", hand_ins.path(), folder};
    command.environment = {"PATH=" + system::search_path()};
    const system::CommandResult result = system::run_command(command);
    ASSERT_TRUE(result.succeeded()) << result.output;
}

TEST(Submissions, FoldersFilesAndArchives) {
    const HandIns hand_ins;
    hand_ins.add("class/ann/server.py");
    hand_ins.add("class/bo.py");
    hand_ins.add("cy/server.py", "print(3)\n");
    pack_folder(hand_ins, "cy", "class/cy.tar.gz");
    hand_ins.add("class/grades.csv");
    hand_ins.add("class/__MACOSX/._ann");
    const Class all = find_submissions(hand_ins.path("class"), {});
    EXPECT_THAT(keys_of(all), ElementsAre("ann", "bo", "cy"));
    for (const Submission& one : all.submissions) {
        const Prepared prepared(one);
        EXPECT_EQ(prepared.refusal(), "");
        EXPECT_EQ(choose_program(prepared.folder(), {{"*.py"}, "server"}).what, Choice::What::found)
            << one.key;
    }
}

TEST(Submissions, TwoStudentsWithOneNameStayTwo) {
    const HandIns hand_ins;
    hand_ins.add("class/lee.py", "1");
    hand_ins.add("class/lee.c", "2");
    hand_ins.add("class/lee/server.py", "3");
    hand_ins.add("class/leeann_11_1_a.py", "4");
    hand_ins.add("class/leeann_22_2_a.py", "5");
    const Class all = find_submissions(hand_ins.path("class"), {});
    EXPECT_THAT(keys_of(all), ElementsAre("lee", "lee.c", "lee.py", "leeann_11", "leeann_22"));
    EXPECT_EQ(keys_of(find_submissions(hand_ins.path("class"), {})), keys_of(all));
}

TEST(Submissions, CanvasFilesOfOneStudentAreOneHandIn) {
    const HandIns hand_ins;
    hand_ins.add("class/leeann_LATE_7_100_server.py", "old");
    hand_ins.add("class/leeann_LATE_7_101_client.py", "c");
    hand_ins.add("class/leeann_LATE_7_105_server-2.py", "new");
    hand_ins.add("class/raybo_8_104_server.py", "b");
    const Class all = find_submissions(hand_ins.path("class"), {});
    ASSERT_THAT(keys_of(all), ElementsAre("leeann_7", "raybo_8"));
    EXPECT_TRUE(all.submissions[0].late);
    EXPECT_FALSE(all.submissions[1].late);
    EXPECT_EQ(all.submissions[0].id, "7");
    const Prepared prepared(all.submissions[0]);
    EXPECT_THAT(build::paths_below(prepared.folder()), ElementsAre("client.py", "server.py"));
    std::ifstream file(prepared.folder() + "/server.py");
    std::string content;
    file >> content;
    EXPECT_EQ(content, "new");
}

TEST(Submissions, MoodleFoldersWithAnArchiveIn) {
    const HandIns hand_ins;
    hand_ins.add("hw/server.py");
    pack_folder(hand_ins, "hw", "hw.tar.gz");
    std::filesystem::create_directories(hand_ins.path("class/Ann Lee_7_assignsubmission_file_"));
    std::filesystem::rename(hand_ins.path("hw.tar.gz"),
                            hand_ins.path("class/Ann Lee_7_assignsubmission_file_/hw.tar.gz"));
    hand_ins.add("class/Ann Lee_7_assignsubmission_onlinetext_/onlinetext.html", "see file");
    const Class all = find_submissions(hand_ins.path("class"), {});
    ASSERT_THAT(keys_of(all), ElementsAre("Ann Lee_7"));
    EXPECT_EQ(all.submissions[0].name, "Ann Lee");
    const Prepared prepared(all.submissions[0]);
    EXPECT_EQ(choose_program(prepared.folder(), {{"server.py"}, "server"}).path, "hw/server.py");
}

// Whoever typed the program into the form has handed something in.
TEST(Submissions, ATextTypedIntoMoodleIsToBeLookedAt) {
    const HandIns hand_ins;
    hand_ins.add("class/Ann Lee_7_assignsubmission_file_/server.py");
    hand_ins.add("class/Bo Ray_8_assignsubmission_onlinetext_/onlinetext.html", "<p>import socket</p>");
    hand_ins.add("class/Cy Doe_9_assignsubmission_onlinetext_onlinetext.html", "<p>see you</p>");
    const Class all = find_submissions(hand_ins.path("class"), {});
    ASSERT_THAT(keys_of(all), ElementsAre("Ann Lee_7", "Bo Ray_8", "Cy Doe_9"));
    EXPECT_EQ(all.submissions[0].unclear, "");
    for (const std::size_t i : {1U, 2U}) {
        EXPECT_TRUE(all.submissions[i].files.empty());
        EXPECT_EQ(all.submissions[i].unclear,
                  "The hand-in is a text typed into Moodle (onlinetext.html), and has no file.");
        EXPECT_NE(all.submissions[i].fingerprint, "");
    }
}

TEST(Submissions, GradescopeExportAsOneArchive) {
    const HandIns hand_ins;
    hand_ins.add("assignment_1_export/submission_11/server.py");
    hand_ins.add("assignment_1_export/submission_12/server.py");
    hand_ins.add(
        "assignment_1_export/submission_metadata.yml",
        "submission_11:\n  :submitters:\n  - :name: Ann Lee\n    :sid: s7\n    :email: a@x\n"
        "  - :name: Bo Ray\n    :sid: s8\n  :created_at: 2026-01-01 00:00:00.0 Z\n"
        "submission_12:\n  :submitters:\n  - :name: Cy Doe\n    :email: c@x\n  :results:\n    :a: [1]\n");
    pack_folder(hand_ins, "assignment_1_export", "export.tgz");
    const Class all = find_submissions(hand_ins.path("export.tgz"), {});
    ASSERT_THAT(keys_of(all), ElementsAre("Ann Lee and Bo Ray", "Cy Doe"));
    EXPECT_EQ(all.submissions[0].id, "s7+s8");
    EXPECT_EQ(all.submissions[1].id, "c@x");
    ASSERT_TRUE(all.submissions[0].handed_in.has_value());
    EXPECT_EQ(to_string(*all.submissions[0].handed_in), "2026-01-01 00:00:00 +00:00");
    EXPECT_EQ(all.submissions[1].handed_in, std::nullopt);
    EXPECT_EQ(all.submissions[0].entry, "submission_11");
}

TEST(Submissions, TablesSayWhenTheyWereHandedIn) {
    const HandIns hand_ins;
    hand_ins.add("class/Ann Lee_7_assignsubmission_file_/server.py");
    hand_ins.add("class/Bo Ray_8_assignsubmission_file_/server.py");
    hand_ins.add("class/Cy Doe_9_assignsubmission_file_/server.py");
    const auto roster = read_roster(
        "Identifier,Full name,Last modified (submission),Grade,Last modified (grade)\n"
        "Participant 7,Ann Lee,\"Thursday, 12 March 2026, 11:58 PM\",,-\n"
        "Participant 8,Bo Ray,-,,-\nParticipant 9,Cy Doe,yesterday,,-\n",
        "class.csv");
    const auto times = read_roster("name,submitted\nBo Ray,2026-03-13 08:00\n", "times.csv");
    const Class all = find_submissions(hand_ins.path("class"), roster, times);
    ASSERT_EQ(all.submissions.size(), 3U);
    EXPECT_EQ(to_string(all.submissions[0].handed_in.value()), "2026-03-12 23:58");
    EXPECT_EQ(to_string(all.submissions[1].handed_in.value()), "2026-03-13 08:00");
    EXPECT_EQ(all.submissions[2].handed_in, std::nullopt);
    ASSERT_EQ(all.own_notes.size(), 1U);
    EXPECT_EQ(all.own_notes[0].key, "Cy Doe_9");
    EXPECT_THAT(all.own_notes[0].text, HasSubstr("can't be read: \"yesterday\" in line 4"));
}

TEST(Submissions, ATableWithTimesMustBeReadable) {
    try {
        read_times("name,submitted\nAnn,2026-03-12 10:00\nBo,13/3/2026 08:00\nCy,-\n", "times.csv");
        FAIL() << "nobody knows which day that is";
    } catch (const SpecError& error) {
        EXPECT_STREQ(error.what(),
                     "times.csv:3:4: \"13/3/2026 08:00\" is no time; write it as 2026-03-12 23:59");
    }
    const HandIns hand_ins;
    hand_ins.add("class/ann/server.py");
    const auto times =
        read_times("name,submitted\nAnn,13.3.2026 08:00\nKarl Nobody,2026-03-12 10:00\n", "times.csv");
    const Class all = find_submissions(hand_ins.path("class"), {}, times);
    EXPECT_EQ(to_string(all.submissions.at(0).handed_in.value()), "2026-03-13 08:00");
    EXPECT_THAT(all.notes,
                ElementsAre("line 3 of the table with times is of \"Karl Nobody\", and nobody in the "
                            "class is called so"));
}

TEST(Submissions, RepositoriesOfAnAssignment) {
    const HandIns hand_ins;
    for (const char* name : {"hw-sockets-ann-lee", "hw-sockets-bo"}) {
        hand_ins.add(std::string("class/") + name + "/server.py");
        hand_ins.add(std::string("class/") + name + "/.git/HEAD");
    }
    EXPECT_THAT(keys_of(find_submissions(hand_ins.path("class"), {})), ElementsAre("ann-lee", "bo"));
}

TEST(Submissions, RosterSaysWhoIsMissing) {
    const HandIns hand_ins;
    hand_ins.add("class/leeann_1234_1_server.py");
    hand_ins.add("class/stranger.py");
    const Class all = find_submissions(hand_ins.path("class"), {{"s7", "Ann Lee", 2}, {"s8", "Bo Ray", 3}});
    ASSERT_THAT(keys_of(all), ElementsAre("leeann_1234", "absent:s8", "stranger"));
    EXPECT_EQ(all.submissions[0].id, "s7");
    EXPECT_TRUE(all.submissions[1].files.empty());
    EXPECT_THAT(all.nobodys, ElementsAre("stranger"));
}

// A hand-in that is nobody's may be that of a student who has none: no zero for what a name is written like.
TEST(Submissions, WhoMayHaveHandedInUnderAnotherNameIsToBeLookedAt) {
    const std::vector<RosterEntry> roster{{"s7", "Ann Lee", 2}, {"s8", "Bo Ray", 3}};
    const HandIns hand_ins;
    hand_ins.add("class/leeann_1234_1_server.py");
    EXPECT_EQ(find_submissions(hand_ins.path("class"), roster).submissions[1].unclear, "");
    hand_ins.add("class/bobby.py");
    const Class all = find_submissions(hand_ins.path("class"), roster);
    ASSERT_THAT(keys_of(all), ElementsAre("leeann_1234", "absent:s8", "bobby"));
    EXPECT_EQ(all.submissions[0].unclear, "");
    EXPECT_EQ(
        all.submissions[1].unclear,
        "Nothing was handed in under this name, and \"bobby\" could not be found on the class list. Somebody "
        "has to say whose that is.");
    // With another stranger it is looked at again.
    hand_ins.add("class/ray-b.py");
    const Class later = find_submissions(hand_ins.path("class"), roster);
    EXPECT_NE(later.submissions[1].fingerprint, all.submissions[1].fingerprint);
}

TEST(Submissions, NumbersOfMoodleAreNoIds) {
    const HandIns hand_ins;
    hand_ins.add("class/Ann Lee_8_assignsubmission_file_/server.py");
    hand_ins.add("class/Zoe_7_assignsubmission_file_/server.py");
    const Class all = find_submissions(hand_ins.path("class"), {{"7", "Ann Lee", 2}, {"8", "Bo Ray", 3}});
    ASSERT_THAT(keys_of(all), ElementsAre("Ann Lee_8", "absent:8", "Zoe_7"));
    EXPECT_EQ(all.submissions[0].id, "7");
}

TEST(Submissions, FingerprintsAreOfWhatWasHandedIn) {
    const HandIns hand_ins;
    hand_ins.add("class/ann/server.py", "1");
    hand_ins.add("class/bo/server.py", "1");
    const Class before = find_submissions(hand_ins.path("class"), {});
    EXPECT_EQ(before.submissions[0].fingerprint, before.submissions[1].fingerprint);
    hand_ins.add("class/ann/server.py", "2");
    const Class after = find_submissions(hand_ins.path("class"), {});
    EXPECT_NE(after.submissions[0].fingerprint, before.submissions[0].fingerprint);
    EXPECT_EQ(after.submissions[1].fingerprint, before.submissions[1].fingerprint);
}

TEST(Submissions, NothingToGradeIsSaid) {
    const HandIns hand_ins;
    const auto refusal = [&](const std::string& path) -> std::string {
        try {
            find_submissions(path, {});
        } catch (const UsageError& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_THAT(refusal(hand_ins.path("nowhere")), HasSubstr("there is no such folder or archive"));
    std::filesystem::create_directories(hand_ins.path("class"));
    EXPECT_THAT(refusal(hand_ins.path("class")), HasSubstr("has no hand-ins in it"));
    hand_ins.add("class/grades.csv");
    EXPECT_THAT(refusal(hand_ins.path("class")), HasSubstr("has no hand-ins in it"));
    hand_ins.add("class.zip", "PK?");
    EXPECT_THAT(refusal(hand_ins.path("class.zip")), HasSubstr("can't be unpacked"));
}

TEST(Submissions, ABadArchiveIsRefusedWithItsReason) {
    const HandIns hand_ins;
    hand_ins.add("class/ann.zip", "PK\x03\x04 and nothing more");
    const Class all = find_submissions(hand_ins.path("class"), {});
    EXPECT_THAT(Prepared(all.submissions.at(0)).refusal(),
                HasSubstr("The archive \"ann.zip\" was not unpacked"));
}

TEST(Submissions, AnArchiveIsFoundInFoldersAndBesideTexts) {
    const HandIns hand_ins;
    hand_ins.add("hw/server.py");
    pack_folder(hand_ins, "hw", "inner.tar.gz");
    hand_ins.add("class/ann/abgabe/src/.keep");
    std::filesystem::copy_file(hand_ins.path("inner.tar.gz"),
                               hand_ins.path("class/ann/abgabe/src/inner.tar.gz"));
    hand_ins.add("class/bo/note.txt", "my program is in the archive");
    hand_ins.add("class/bo/answers.yaml", "why: because");
    std::filesystem::copy_file(hand_ins.path("inner.tar.gz"), hand_ins.path("class/bo/inner.tar.gz"));
    hand_ins.add("class/cy/client.py");
    std::filesystem::copy_file(hand_ins.path("inner.tar.gz"), hand_ins.path("class/cy/inner.tar.gz"));
    const Class all = find_submissions(hand_ins.path("class"), {});
    ASSERT_THAT(keys_of(all), ElementsAre("ann", "bo", "cy"));
    const auto path_in = [&](std::size_t i) {
        return choose_program(Prepared(all.submissions[i]).folder(), {{"server.py"}, "server"}).path;
    };
    EXPECT_EQ(path_in(0), "hw/server.py");
    EXPECT_EQ(path_in(1), "hw/server.py");
    EXPECT_EQ(path_in(2), "") << "beside a program it may be anything";
    const Prepared with_answers(all.submissions[1]);
    EXPECT_TRUE(std::filesystem::exists(with_answers.folder() + "/answers.yaml"));
}

// The grader may read what a student may not: a link must not bring it into their hand-in.
TEST(Submissions, LinksBesideAnArchiveAreNotFollowed) {
    namespace fs = std::filesystem;
    const HandIns hand_ins;
    hand_ins.add("hw/server.py");
    pack_folder(hand_ins, "hw", "hw.tar.gz");
    hand_ins.add("secret/answers.yaml", "why: the key to the exam");
    hand_ins.add("class/ann/.keep");
    fs::copy_file(hand_ins.path("hw.tar.gz"), hand_ins.path("class/ann/hw.tar.gz"));
    fs::create_symlink(hand_ins.path("secret/answers.yaml"), hand_ins.path("class/ann/answers.yaml"));
    hand_ins.add("class/bo/.keep");
    fs::create_symlink(hand_ins.path("hw.tar.gz"), hand_ins.path("class/bo/hw.tar.gz"));
    hand_ins.add("class/cy/.keep");
    fs::create_directory_symlink(hand_ins.path("class/ann"), hand_ins.path("class/cy/mine"));
    const Class all = find_submissions(hand_ins.path("class"), {});
    ASSERT_THAT(keys_of(all), ElementsAre("ann", "bo", "cy"));
    const auto files_of = [&](std::size_t i) {
        return build::paths_below(Prepared(all.submissions[i]).folder());
    };
    EXPECT_THAT(files_of(0), ElementsAre("hw/", "hw/server.py"));
    EXPECT_THAT(files_of(1), ElementsAre("hw.tar.gz")) << "the link itself, not unpacked";
    EXPECT_THAT(files_of(2), ElementsAre("mine"));
}

// The list of files at its end is what a zip file is read by; a reader of streams does without it.
TEST(Submissions, AZipThatIsCutOffAndRarAreRefused) {
    const HandIns hand_ins;
    hand_ins.add("class/here");
    write_zip(hand_ins.path("class/whole.zip"), {{"server.py", std::string(5000, '#')}});
    std::filesystem::remove(hand_ins.path("class/here"));
    std::filesystem::copy_file(hand_ins.path("class/whole.zip"), hand_ins.path("class/cut.zip"));
    std::filesystem::resize_file(hand_ins.path("class/cut.zip"),
                                 std::filesystem::file_size(hand_ins.path("class/whole.zip")) - 30);
    hand_ins.add("class/packed.rar", "Rar!\x1a\x07");
    const Class all = find_submissions(hand_ins.path("class"), {});
    ASSERT_THAT(keys_of(all), ElementsAre("cut", "packed", "whole"));
    EXPECT_THAT(Prepared(all.submissions[0]).refusal(), HasSubstr("it is damaged or cut off"));
    EXPECT_THAT(Prepared(all.submissions[1]).refusal(), HasSubstr("RAR is not read: hand in a zip archive"));
    EXPECT_EQ(Prepared(all.submissions[2]).refusal(), "");
}

}  // namespace
}  // namespace sockgrade::batch
