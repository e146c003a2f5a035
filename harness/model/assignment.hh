// Exercises put together for a class, and where in a hand-in the program of each is.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sockgrade::model {

struct AssignmentPart {
    std::string exercise;               // its id, or a spec's file, as the assignment says it
    std::optional<std::size_t> points;  // what all of its points count; as they are without this
    std::vector<std::string> program;   // patterns, the first that finds something counts; empty: by its name
    std::map<std::string, std::vector<std::string>> programs;  // of a pair: role -> patterns
    int line = 0;
};

struct Assignment {
    // Nothing is there for an exercise: no points, or no line in the grades.
    enum class Missing { zero, leave_out };
    // Several programs are there: somebody has to look, or the first of them by its path is taken.
    enum class Several { ask, first };

    std::string file;  // empty: made from an exercise's id
    std::string name;
    std::string title;
    std::vector<AssignmentPart> parts;
    Missing missing = Missing::zero;
    Several several = Several::ask;
    bool ignore_case = true;  // in patterns
};

// Who handed in a folder of an export from Gradescope.
struct Submitter {
    std::string name;
    std::string id;
};

}  // namespace sockgrade::model
