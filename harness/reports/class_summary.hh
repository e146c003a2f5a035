// A class at a glance, for people and for a spreadsheet. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sockgrade::reports {

// One case, or one question, of one student.
struct ClassCase {
    std::string id;
    std::string title;
    std::string level;      // must, should, bonus
    std::string verdict;    // passed, failed, skipped, unsupported, inconclusive
    std::string cause;      // when it failed
    std::string diagnosis;  // the likeliest one's id, when there is one
    std::string summary;    // one line
    std::int64_t points = 0;
    std::int64_t max_points = 0;
    bool is_hidden = false;  // from students
};

// One student in one exercise.
struct ClassLine {
    std::string student;
    std::string id;
    std::string submission;  // what it is called in the class's folder
    bool late = false;
    std::string exercise;
    std::string outcome;  // graded, missing, unclear, refused, trouble, or open: not done yet
    std::string message;  // why it was not graded
    std::string verdict;
    std::int64_t score = 0;
    std::int64_t max_score = 0;
    std::optional<std::int64_t> counts;  // all of its points count that much
    std::string failed;                  // cases, by id
    std::string unsure;                  // cases without a verdict
    std::int64_t attempts = 1;
    std::uint64_t seed = 0;
    std::string isolation;
    std::string program;
    std::int64_t duration_ms = 0;
    std::vector<ClassCase> cases{};  // in the order of the spec
};

struct ClassSummary {
    std::string title;
    std::vector<ClassLine> lines;  // in the order of students, then exercises
};

// Somebody has to look before these points mean anything.
bool is_open(const ClassLine& line);

// The points as they count, with what was weighed, e.g. "6.67"; empty when it was not graded.
std::string points_of(const ClassLine& line);

// What a student has in all exercises together.
struct StudentTotal {
    std::string student;
    std::string id;
    std::string submission;
    std::optional<double> points;  // nothing while somebody has to look at one of them
    double most = 0;
};
std::vector<StudentTotal> totals_of(const ClassSummary& summary);

std::string class_text(const ClassSummary& summary, std::size_t columns);
// A row a student and exercise.
std::string class_csv(const ClassSummary& summary);
// A row a student, a column an exercise: what grade books import.
std::string class_matrix(const ClassSummary& summary);

}  // namespace sockgrade::reports
