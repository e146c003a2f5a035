#include "reports/class_summary.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/golden.hh"
#include "tests/unit/reports/sample_class.hh"

namespace sockgrade::reports {
namespace {

using testing::AllOf;
using testing::HasSubstr;

ClassLine class_line(const std::string& student, const std::string& exercise, const std::string& verdict,
                     std::int64_t score) {
    ClassLine line;
    line.student = student;
    line.submission = student;
    line.exercise = exercise;
    line.outcome = "graded";
    line.verdict = verdict;
    line.score = score;
    line.max_score = 12;
    line.seed = 7;
    line.isolation = "A";
    line.program = "server.py";
    line.duration_ms = 812;
    return line;
}

ClassSummary sample_class() {
    ClassSummary summary;
    summary.title = "Week 2";
    summary.lines = {class_line("Ann Lee", "tcp-sender", "passed", 12),
                     class_line("Ann Lee", "udp-receiver", "failed", 7),
                     class_line("Bo Ray", "tcp-sender", "failed", 0),
                     class_line("Bo Ray", "udp-receiver", "inconclusive", 12),
                     class_line("=cmd|' /C calc'!A0", "tcp-sender", "failed", 0),
                     class_line("=cmd|' /C calc'!A0", "udp-receiver", "", 0)};
    summary.lines[0].id = "s7";
    summary.lines[1].counts = 10;
    summary.lines[1].failed = "prints-a-message, any-order";
    summary.lines[1].late = true;
    summary.lines[2].failed = "sends";
    summary.lines[3].counts = 10;
    summary.lines[3].unsure = "any-order";
    summary.lines[3].attempts = 2;
    summary.lines[4].outcome = "refused";
    summary.lines[4].message = "The archive \"\x1b[2J.zip\" was not unpacked: it is protected by a password.";
    summary.lines[5].outcome = "open";
    return summary;
}

TEST(ClassSummary, AsText) { golden::expect_golden(class_text(sample_class(), 80), "class.txt"); }
TEST(ClassSummary, AsCsv) { golden::expect_golden(class_csv(sample_class()), "class.csv"); }
TEST(ClassSummary, AsMatrix) { golden::expect_golden(class_matrix(sample_class()), "class-matrix.csv"); }

// What a class got wrong together, a program that did not compile, corrections and being late.
TEST(ClassSummary, SaysWhyAndWhatToTalkAbout) {
    ClassSummary summary = samples::small_class();
    summary.lines.push_back(samples::line_in_class(
        "Zoe", "s11", "tcp-capitalize-server", "graded", "failed",
        {samples::failed_in_class("replies", "A message comes back in capitals", 4, "build-failed", "",
                                  "server.c does not compile: line 3: expected ';'")}));
    summary.notes = {"The times of 2 hand-ins are not known."};
    golden::expect_golden(class_text(summary, 80), "class-why.txt");
}

TEST(ClassSummary, AnOpenAnswerIsToBeLookedAt) {
    ClassLine line = samples::line_in_class("Ann Lee", "s7", "tcp-sender", "graded", "passed",
                                            {samples::case_in_class("sends", "It sends", "passed", 4, 4)});
    ClassCase open = samples::case_in_class("why-acks", "Why?", "unsupported", 0, 2);
    open.for_a_person = true;
    line.cases.push_back(open);
    ClassSummary summary;
    summary.lines = {line};
    EXPECT_THAT(class_text(summary, 80),
                AllOf(HasSubstr("4/6 so far"), HasSubstr("for a person to read: why-acks"),
                      HasSubstr("1 to look at")));
    EXPECT_THAT(class_csv(summary), HasSubstr(",\"why-acks\",0.000\r\n"));
    EXPECT_THAT(class_matrix(summary), HasSubstr("\"Ann Lee\",,\r\n"));
    EXPECT_THAT(
        next_steps(summary, "my results/"),
        AllOf(HasSubstr("Look at Ann Lee (tcp-sender): read the open answers"),
              HasSubstr("page is my results/class.html; `sockgrade report 'my results/' --format html")));
    summary.lines[0].cases.back().max_points = 0;
    EXPECT_THAT(class_text(summary, 80), HasSubstr("0 to look at")) << "what counts nothing waits for nobody";
}

TEST(ClassSummary, StudentsWithOneNameAreToldApart) {
    ClassSummary summary;
    for (const char* id : {"anna.schmidt@uni.example", "anna.schmidt2@uni.example"}) {
        summary.lines.push_back(samples::line_in_class(
            "Anna Schmidt", id, "tcp-sender", "graded", "failed",
            {samples::failed_in_class("sends", "It sends", 4, "missing", "", "Nothing came.")}));
        summary.lines.back().submission = id;
    }
    mark_shared_names(summary);
    const std::string text = class_text(summary, 80);
    EXPECT_THAT(text, AllOf(HasSubstr("  Anna Schmidt (anna.schmidt@uni.example)"),
                            HasSubstr("  Anna Schmidt (anna.schmidt2@uni.example)")));
    EXPECT_THAT(text.substr(text.find("To talk about")), HasSubstr("anna.schmidt2@uni.example"));
}

TEST(ClassSummary, ProgramsAreCountedAndNotStudents) {
    const std::string text = class_text(samples::small_class(), 80);
    EXPECT_THAT(text, HasSubstr("\n8 programs: 2 passed"));
}

// Points that may change do not look as if they were final.
TEST(ClassPage, WhatIsNotDecidedHasNoSum) {
    ClassSummary summary;
    for (const char* student : {"Ann", "Bo"})
        summary.lines.push_back(samples::line_in_class(student, student, "tcp-sender", "unclear", "", {}));
    summary.lines.insert(
        summary.lines.begin() + 1,
        samples::line_in_class("Ann", "Ann", "udp-sender", "graded", "passed", samples::all_well()));
    const std::string page = class_page(summary);
    EXPECT_THAT(page, HasSubstr(">6 so far</td>"));
    EXPECT_THAT(page, HasSubstr("data-value=\"-1\">\u2013</td>"));
}

TEST(ClassSummary, PointsAreWeighed) {
    ClassLine line = class_line("a", "e", "failed", 7);
    EXPECT_EQ(points_of(line), "7");
    line.counts = 10;
    EXPECT_EQ(points_of(line), "5.83");
    line.counts = 0;
    EXPECT_EQ(points_of(line), "0");
    line.max_score = 0;
    EXPECT_EQ(points_of(line), "0");
    line.outcome = "unclear";
    EXPECT_EQ(points_of(line), "");
}

TEST(ClassSummary, NoNameIsAFormulaOrAnOrder) {
    EXPECT_THAT(class_csv(sample_class()), HasSubstr("\"'=cmd|' /C calc'!A0\""));
    ClassSummary summary = sample_class();
    summary.lines[4].message = std::string(69, 'x') + " ::error::x";
    summary.lines[0].exercise = summary.lines[0].failed = "\x1b[2J.yaml";
    EXPECT_THAT(class_text(summary, 80), testing::Not(HasSubstr("\x1b")));
    EXPECT_THAT(class_text(summary, 80), HasSubstr("\n      \\x3a:error::x")) << "where a line is broken";
}

}  // namespace
}  // namespace sockgrade::reports
