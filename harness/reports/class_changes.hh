// Two results of a class side by side: whose grade changed, and what else did. Pure.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

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

struct ClassChanges {
    std::string text;
    std::size_t changed = 0;
};

ClassChanges changes_of(const ClassGrades& before, const ClassGrades& after);

}  // namespace sockgrade::reports
