// Who can talk to whom: the programs of a class in two roles, each against each.
#pragma once

#include <string>
#include <vector>

namespace sockgrade::reports {

// How one meeting went.
struct MeetingCell {
    std::string verdict;  // passed, failed, skipped, unsupported, inconclusive; empty: they never met
    std::string blamed;   // the role that broke its exercise's rules first, or "neither"
    std::string summary;  // one line
};

struct MeetingMatrix {
    std::string exercise;
    std::string title;
    std::string row_role;
    std::string column_role;
    std::vector<std::string> rows;                // students, by name
    std::vector<std::string> columns;             // likewise
    std::vector<std::vector<MeetingCell>> cells;  // a row each; what is not there never met
};

}  // namespace sockgrade::reports
