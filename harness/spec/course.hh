// The course that comes with this program: which exercises it has, week by week, and the library behind it,
// by topic.
#pragma once

#include <string>
#include <vector>

namespace sockgrade::spec {

struct CoursePart {
    std::string title;                   // "Week 1: ...", "Library: ..."
    std::vector<std::string> exercises;  // in the order in which they are given
};

// `file`: exercises/course.yaml. UsageError where it can't be read.
std::vector<CoursePart> load_course(const std::string& file);

}  // namespace sockgrade::spec
