// A class as a page for its instructor: what it has understood, and where each student is. Pure.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "reports/class_summary.hh"
#include "reports/meeting_matrix.hh"

namespace sockgrade::reports {

struct ClassPageOptions {
    // Where the student's page of an exercise is, as a path relative to the class's page; empty: there is
    // none.
    std::function<std::string(const ClassLine&)> page_of{};
    // Where the student's page of all exercises is, by the hand-in's name.
    std::function<std::string(const std::string&)> page_of_student{};
    std::vector<MeetingMatrix> meetings{};
    bool is_running = false;  // the class is still being graded
};

// All cases are in it, those that are hidden from students too.
std::string class_page(const ClassSummary& summary, const ClassPageOptions& options = {});

}  // namespace sockgrade::reports
