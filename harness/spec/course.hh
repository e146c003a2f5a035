// The course that comes with this program: which exercises it has, week by week.
#pragma once

#include <string>
#include <vector>

namespace sockgrade::spec {

struct Week {
    std::string title;
    std::vector<std::string> exercises;  // in the order in which they are given
};

// `file`: exercises/course.yaml. UsageError where it can't be read.
std::vector<Week> load_course(const std::string& file);

}  // namespace sockgrade::spec
