// Two results of a class side by side: whose grade changed, and what else did. Pure.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "reports/class_summary.hh"

namespace sockgrade::reports {

// A line, and what its grade came of.
struct GradedFrom {
    ClassLine line;
    std::string hand_in;  // fingerprints
    std::string spec;
};

// By student (the name of the hand-in), then exercise.
using ClassGrades = std::map<std::pair<std::string, std::string>, GradedFrom>;

struct GradeChange {
    std::string student;
    std::string id;
    std::string submission;
    std::string exercise;
    std::string was;  // "failed 3/10; failed: replies"
    std::string is;
    std::string why;
    std::string points_before;  // empty: none
    std::string points_after;
};

struct ClassChanges {
    std::vector<GradeChange> changes;
    std::size_t same = 0;
};

ClassChanges changes_of(const ClassGrades& before, const ClassGrades& after);

std::string changes_text(const ClassChanges& changes);
// A row a change.
std::string changes_csv(const ClassChanges& changes);
std::string changes_page(const ClassChanges& changes);

}  // namespace sockgrade::reports
