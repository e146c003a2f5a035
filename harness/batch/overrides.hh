// Grades that an instructor has corrected by hand: a CSV with student, exercise, points and reason, and a
// case where one likes. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "batch/store.hh"

namespace sockgrade::batch {

struct Override {
    std::string key;  // of the hand-in
    std::string exercise;
    std::string case_id;  // empty: the whole exercise
    double points = 0;    // as they count, whatever else is taken or weighed; of a case, its own
    std::string reason;
    int line = 0;
};

// A student is named by the hand-in's name, an id or a name, as on a class list (roster.hh). Where the
// assignment has one exercise, its name may be left out. With a
// column `case`, points may be those of one case or question. Throws SpecError with the line and column of
// everything that is wrong.
std::vector<Override> read_overrides(std::string_view text, const std::string& file_name,
                                     const std::vector<StudentRow>& students,
                                     const std::vector<ExerciseRow>& exercises);

}  // namespace sockgrade::batch
