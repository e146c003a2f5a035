// The table of grades that a course system exports, filled in so that it can be imported again. Pure.
//
// Known are Canvas's grade book (a column an assignment, with its number behind its name, and a row "Points
// Possible") and Moodle's grading worksheet (columns "Grade" and "Maximum Grade", students as "Participant
// 1234"). Only cells of one column are changed; every other byte stays, since these systems make new
// assignments of columns that they do not know.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::batch {

struct Grade {
    std::string key;  // of the hand-in
    std::string id;
    std::string name;
    std::optional<double> points;  // nothing: not decided yet, the cell stays as it is
    double most = 0;
};

struct FilledBook {
    std::string text;
    std::size_t filled = 0;
    std::vector<std::string> notes;  // who was not found, what was replaced
};

// `column`: its name, with or without the number behind it; empty: the one called as the assignment is
// (`titles`), or "Grade". Points are scaled when the column counts to another number. SpecError for a file
// that is none of these, UsageError when the column is not clear.
FilledBook fill_grade_book(std::string_view text, const std::string& file_name, const std::string& column,
                           const std::vector<std::string>& titles, const std::vector<Grade>& grades);

}  // namespace sockgrade::batch
