// Which program of a hand-in is meant, and what is built of it.
#pragma once

#include <string>

#include "batch/grade_part.hh"
#include "batch/prepared.hh"
#include "build/build.hh"

namespace sockgrade::batch {

struct Program {
    std::string role;
    std::string path;   // on the disk
    std::string shown;  // in the hand-in
};

// What keeps a program from being graded.
struct NotGraded {
    Outcome outcome;
    std::string message;
};

// The one for this exercise, or this half of a pair. Throws NotGraded.
Program find_program(const Work& work, const Part& part, const model::Spec& half, const Prepared& prepared);

// Would the patterns, as they are now, come to something else than that result is of?
bool chooses_otherwise(const Work& work, const Part& part, const Submission& submission,
                       const ResultRow& row);

// Throws NotGraded where this machine can't; what does not compile is in the result.
build::Built build_one(const Work& work, const model::Spec& spec, const Program& program);

}  // namespace sockgrade::batch
