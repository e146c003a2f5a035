// The sections of a class's page.
#pragma once

#include <vector>

#include "reports/class_figures.hh"
#include "reports/class_page.hh"
#include "reports/html_page.hh"
#include "reports/markup.hh"

namespace sockgrade::reports::html {

// "passed", "failed", ... of a case of a class, as the JSON has them.
Look look_of(const ClassCase& one);
// How a student stands in an exercise.
Look look_of(const ClassLine& line);

// Around a table that scrolls in both directions, its first row and column in sight. A large one is laid out
// when it is near.
Markup scroll_of(std::string_view what, std::size_t rows, const Markup& table);

Markup column_head(std::string_view title, std::string_view kind = {});

// Passed, mean and to look at.
Markup overview_of(const ClassSummary& summary, const std::vector<ExerciseFigures>& figures);
// What several got wrong, and who.
Markup together_section(const ClassSummary& summary);

// How many passed what, each exercise a row.
Markup exercises_section(const std::vector<ExerciseFigures>& figures);
// How many passed each case, and why the others failed.
Markup cases_section(const std::vector<ExerciseFigures>& figures);
Markup scores_section(const std::vector<ExerciseFigures>& figures);
// The table of students, with what its rows unfold to as data.
Markup students_section(const ClassSummary& summary, const std::vector<ExerciseFigures>& figures,
                        const ClassPageOptions& options);
Markup meetings_section(const MeetingMatrix& matrix, std::size_t index);

}  // namespace sockgrade::reports::html
