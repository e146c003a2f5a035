// Who can talk to whom: everybody's program of one role with everybody's of the other. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sockgrade::reports {

struct MeetingCell {
    std::string verdict;  // passed, failed, inconclusive; none: one of them has no program; empty: not met
    std::string blamed;   // of a failed one: a role, or neither
    std::string summary;
};

struct MeetingMatrix {
    std::string exercise;
    std::string title;
    std::string row_role;                         // who dials
    std::string column_role;                      // who listens
    std::vector<std::string> rows;                // students
    std::vector<std::string> columns;             // the same
    std::vector<std::vector<MeetingCell>> cells;  // by row
};

// A picture in letters, with what each of them means.
std::string matrix_text(const MeetingMatrix& matrix, std::size_t columns);
// A row a meeting.
std::string matrix_csv(const std::vector<MeetingMatrix>& matrices);

}  // namespace sockgrade::reports
