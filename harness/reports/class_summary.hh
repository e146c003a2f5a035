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
    bool is_hidden = false;     // from students
    std::string why{};          // the likeliest cause, as a sentence with what was seen
    std::string mistake{};      // the same in general, as all have it who made it
    bool for_a_person = false;  // an answer that only a person can judge, and nobody has yet
};

// A grade that an instructor has written over the machine's.
struct Correction {
    double points = 0;
    std::string reason;
};

// Points for one case that an instructor has given, in place of the machine's.
struct GivenPoints {
    std::string case_id;
    std::int64_t points = 0;
    std::string reason;
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
    std::string handed_in{};         // when; empty: nobody knows
    std::int64_t days_late = 0;      // that have begun; 0: in time, or nobody knows
    std::int64_t percent_taken = 0;  // of what was reached, for being late
    bool costs_to_be_late = false;
    std::optional<Correction> corrected{};
    std::vector<GivenPoints> given{};  // the score and the cases have them
    bool shares_name = false;          // with somebody else of the class
};

struct ClassSummary {
    std::string title;
    std::vector<ClassLine> lines;      // in the order of students, then exercises
    std::vector<std::string> notes{};  // about the class as a whole, a sentence each
};

// Marks who shares a name with somebody else.
void mark_shared_names(ClassSummary& summary);
// The student's name; with the id, where a name is not enough.
std::string label_of(const ClassLine& line);

// Takes points that an instructor gives for one case. False: the student has no such case there, or it does
// not count that much.
bool take_given(ClassLine& line, const GivenPoints& given);

// Somebody has to look before these points mean anything.
bool is_open(const ClassLine& line);

// The answers that wait for a person and count something: ids of their questions.
std::vector<std::string> open_answers(const ClassLine& line);

// Somebody had to look, and has decided.
bool is_decided_by_hand(const ClassLine& line);

// It was handed in and could not be built: no case says anything about it.
bool is_unbuilt(const ClassLine& line);

// The points as they count: weighed, less what being late takes, or as they were corrected. Nothing when it
// was not graded.
std::optional<double> value_of(const ClassLine& line);
// What they count at most.
double most_of(const ClassLine& line);

// "10.77/20", "10.77/20 so far", "-": as a table has it.
std::string points_in_table(const ClassLine& line);

// "6.67", "10".
std::string points_text(double points);
// value_of() as text, empty for nothing.
std::string points_of(const ClassLine& line);
// Weighed, and nothing else: what the program has reached.
std::string reached_of(const ClassLine& line);

// "passed", "failed", "missing", "not done yet" ...
std::string status_of(const ClassLine& line);

// "3 days late: 10 % taken"; empty when in time.
std::string lateness_of(const ClassLine& line);

// "corrected: was 5.83; shown in the lab"; empty when it was not.
std::string correction_of(const ClassLine& line);

// The exercises, in the order of the assignment.
std::vector<std::string> exercises_of(const ClassSummary& summary);

// What a student has in all exercises together.
struct StudentTotal {
    std::string student;
    std::string id;
    std::string submission;
    std::optional<double> points;  // nothing while somebody has to look at one of them
    double most = 0;
};
std::vector<StudentTotal> totals_of(const ClassSummary& summary);

// How points are spread over those of whom nothing is open.
struct Spread {
    std::size_t count = 0;
    double mean = 0;
    double median = 0;
    double most = 0;
};
Spread spread_of(const ClassSummary& summary, const std::string& exercise);
Spread spread_of(const std::vector<StudentTotal>& totals);
// "mean 6.5, median 7 of 10"; empty without anybody.
std::string spread_text(const Spread& spread);

// Last on the screen: whom to look at, and what to do next with the results in that folder.
std::string next_steps(const ClassSummary& summary, const std::string& folder);

std::string class_text(const ClassSummary& summary, std::size_t columns);
// A row a student and exercise.
std::string class_csv(const ClassSummary& summary);
// A row a student, a column an exercise: what grade books import.
std::string class_matrix(const ClassSummary& summary);

}  // namespace sockgrade::reports
