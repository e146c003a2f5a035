// What a student gets back of a class's results: the grade as it counts, and all exercises on one page. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/result.hh"
#include "reports/class_summary.hh"
#include "reports/format.hh"

namespace sockgrade::reports {

// What the grade came of beside the program: weight, being late, a correction by hand. A sentence each.
std::vector<std::string> grade_notes(const ClassLine& line);

// The result with these notes before its own, and with points that were given by hand. What was not graded
// has the reason in place of its cases, once.
model::Result with_grade(model::Result result, const ClassLine& line);

struct GradedExercise {
    ClassLine line;
    model::Result result;
};

// What the student reads first: the points as they count, or that there are none yet. Nothing where they are
// what the program has reached.
std::optional<CountedGrade> counted_grade(const ClassLine& line);
std::optional<CountedGrade> counted_grade(const std::vector<GradedExercise>& exercises);

// A student's results in all exercises as one, so that every format can write it. Cases have the exercise in
// front of their ids.
model::Result all_in_one(const std::string& assignment, const std::string& title,
                         const std::vector<GradedExercise>& exercises);

// all_in_one() as a report, with what was reached as it counts: the systems that take one number, or one for
// each exercise, add up nothing. `total` without points: somebody has to look first.
std::string counted_report(const Format& format, const model::Result& result, const ReportOptions& options,
                           const std::vector<GradedExercise>& exercises, const StudentTotal& total);

}  // namespace sockgrade::reports
