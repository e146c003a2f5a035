#include "spec/assignment.hh"

#include <gtest/gtest.h>

#include "base/error.hh"
#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

using model::Assignment;

TEST(AssignmentFile, SaysWhatAClassIsGradedOn) {
    const Assignment read = load_assignment_text(
        "assignment: week-2\ntitle: Week 2\nmissing: leave-out\nseveral: first\nignore-case: false\n"
        "exercises:\n  - tcp-sender\n"
        "  - { exercise: specs/mine.yaml, program: \"tcp/receiver.*\", points: 10 }\n"
        "  - exercise: pair-tcp-message\n    programs: { sender: [\"a/*.py\", \"*.c\"], receiver: \"b/*\" "
        "}\n",
        "a.yaml");
    EXPECT_EQ(read.name, "week-2");
    EXPECT_EQ(read.title, "Week 2");
    EXPECT_EQ(read.missing, Assignment::Missing::leave_out);
    EXPECT_EQ(read.several, Assignment::Several::first);
    EXPECT_FALSE(read.ignore_case);
    ASSERT_EQ(read.parts.size(), 3U);
    EXPECT_EQ(read.parts[0].exercise, "tcp-sender");
    EXPECT_EQ(read.parts[0].points, std::nullopt);
    EXPECT_EQ(read.parts[1].points, 10U);
    EXPECT_EQ(read.parts[1].program, std::vector<std::string>{"tcp/receiver.*"});
    EXPECT_EQ(read.parts[1].line, 8);
    EXPECT_EQ(read.parts[2].programs.at("sender").size(), 2U);
}

TEST(AssignmentFile, WhatIsUsual) {
    const Assignment read = load_assignment_text("assignment: w\nexercises: [tcp-sender]\n", "a.yaml");
    EXPECT_EQ(read.missing, Assignment::Missing::zero);
    EXPECT_EQ(read.several, Assignment::Several::ask);
    EXPECT_TRUE(read.ignore_case);
}

std::string assignment_problems(const std::string& text) {
    try {
        load_assignment_text(text, "a.yaml");
    } catch (const SpecError& error) {
        return error.what();
    }
    return "";
}

TEST(AssignmentFile, MistakesAreNamedWithTheirPlace) {
    EXPECT_EQ(assignment_problems("assignment: w\n"), "a.yaml:1:1: 'exercises' is missing");
    EXPECT_EQ(assignment_problems("assignment: Week 2\nexercises: []\n"),
              "a.yaml:1:13: assignment: an id has lower-case letters, digits and dashes, and begins with a "
              "letter\na.yaml:2:12: exercises: expected at least one exercise");
    EXPECT_EQ(assignment_problems("assignment: w\nexcercises: [a]\nexercises: [tcp-sender]\nseveral: all\n"),
              "a.yaml:2:1: excercises: unknown key; expected assignment, title, exercises, missing, several, "
              "questions, ignore-case, due or late; did you mean 'exercises'?\n"
              "a.yaml:4:10: several: expected ask or first, not \"all\"; did you mean 'ask'?");
    EXPECT_EQ(assignment_problems("assignment: w\nexercises:\n- { exercise: a, program: ../x, points: -1 }\n"
                                  "- { exercise: a, program: \"\", programs: { sender: x } }\n- A B\n"),
              "a.yaml:3:27: exercises[0].program: a pattern stays within the hand-in; \"..\" has no place in "
              "it\n"
              "a.yaml:3:41: exercises[0].points: expected a whole number from 0 to 100000, not \"-1\"\n"
              "a.yaml:4:3: exercises[1]: the exercise 'a' is here twice, first in line 3\n"
              "a.yaml:4:27: exercises[1].program: a pattern names files, such as \"server.*\"\n"
              "a.yaml:4:31: exercises[1].programs: 'program' and 'programs' exclude each other\n"
              "a.yaml:5:3: exercises[2]: expected an exercise's id (see `sockgrade list`) or a spec's file "
              "that ends in .yaml");
}

TEST(AssignmentFile, SaysUntilWhenAndWhatBeingLateCosts) {
    const Assignment read = load_assignment_text(
        "assignment: w\ndue: 2026-03-12 23:59 +01:00\nlate: { percent-a-day: 10, free-days: 2 }\n"
        "exercises:\n  - tcp-sender\n  - { exercise: tcp-receiver, due: 2026-03-19 12:00 }\n",
        "a.yaml");
    ASSERT_TRUE(read.due.has_value());
    EXPECT_EQ(to_string(*read.due), "2026-03-12 23:59 +01:00");
    ASSERT_TRUE(read.late.has_value());
    EXPECT_EQ(read.late->percent_a_day, 10U);
    EXPECT_EQ(read.late->free_days, 2U);
    EXPECT_EQ(read.parts.at(0).due, std::nullopt);
    ASSERT_TRUE(read.parts.at(1).due.has_value());
    EXPECT_EQ(to_string(*read.parts.at(1).due), "2026-03-19 12:00");
}

TEST(AssignmentFile, MistakesAboutTimeAreNamedWithTheirPlace) {
    EXPECT_EQ(assignment_problems("assignment: w\ndue: 2026-02-30 23:59\nexercises: [tcp-sender]\n"),
              "a.yaml:2:6: due: expected a day and a time, such as 2026-03-12 23:59, with a zone if you "
              "like: 2026-03-12 23:59 +01:00");
    EXPECT_EQ(assignment_problems("assignment: w\nlate: { percent-a-day: 10 }\nexercises: [tcp-sender]\n"),
              "a.yaml:2:1: late: 'late' counts from 'due', which is missing");
    EXPECT_EQ(assignment_problems("assignment: w\ndue: 2026-03-12 23:59\nlate: { percent: 10, free-days: -2 "
                                  "}\nexercises: [tcp-sender]\n"),
              "a.yaml:3:7: late: 'percent-a-day' is missing\n"
              "a.yaml:3:9: late.percent: unknown key; expected percent-a-day or free-days\n"
              "a.yaml:3:33: late.free-days: expected a whole number from 0 to 365, not \"-2\"");
    EXPECT_EQ(assignment_problems("assignment: w\ndue: 2026-03-12 23:59\nlate: 10 % a day\nexercises: "
                                  "[tcp-sender]\n"),
              "a.yaml:3:7: late: expected a map with percent-a-day and free-days, not \"10 % a day\"");
}

TEST(GradescopeSubmitters, WhateverElseStandsThere) {
    const auto who = read_submitters(
        "submission_1:\n  :submitters:\n  - &1\n    :name: Ann\n    :sid: '7'\n  :created_at: 2026-03-12 "
        "22:58:01.328527000 Z\n  :results: {x: [1, 2]}\n"
        "submission_2:\n  :submitters:\n  - :email: b@x\n    :name:\n"
        "submission_3: nothing\nsubmission_4:\n  :submitters: []\n",
        "m.yml");
    ASSERT_EQ(who.size(), 2U);
    EXPECT_EQ(who.at("submission_1").submitters.at(0).name, "Ann");
    EXPECT_EQ(who.at("submission_1").submitters.at(0).id, "7");
    ASSERT_TRUE(who.at("submission_1").handed_in.has_value());
    EXPECT_EQ(to_string(*who.at("submission_1").handed_in), "2026-03-12 22:58:01 +00:00");
    EXPECT_EQ(who.at("submission_2").handed_in, std::nullopt);
    EXPECT_EQ(who.at("submission_2").submitters.at(0).id, "b@x");
    EXPECT_THROW(read_submitters("a: [", "m.yml"), SpecError);
}

}  // namespace
}  // namespace sockgrade::spec
