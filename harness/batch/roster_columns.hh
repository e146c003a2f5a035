// What the columns of a class list are called, in the languages that course systems speak. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace sockgrade::batch {

struct RosterColumns {
    std::vector<std::size_t> ids;  // all that tell who somebody is, the one to show first
    std::optional<std::size_t> name;
    std::optional<std::size_t> first_name;  // these two go before `name`
    std::optional<std::size_t> last_name;
    // "Participant 1234" of Moodle's grading worksheet: the number in the names of its hand-ins.
    std::optional<std::size_t> participant;
    // Canvas's grade book, which has rows that are no students.
    bool is_canvas = false;
    std::optional<std::size_t> sis_id;
    std::optional<std::size_t> login;

    std::optional<std::size_t> handed_in;  // when

    bool names_somebody() const { return !ids.empty() || name || first_name || last_name || participant; }
};

RosterColumns columns_of_roster(const std::vector<std::string>& header);

// Moodle's columns in a grading worksheet: the grade, and what it counts to.
bool is_grade_column(const std::string& cell);
bool is_maximum_column(const std::string& cell);

// The last word of "Participant 1234", whatever Moodle's language calls a participant, where it is a number;
// otherwise all of it.
std::string participant_number(const std::string& text);

}  // namespace sockgrade::batch
