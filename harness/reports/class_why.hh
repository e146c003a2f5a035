// Why programs of a class failed, in sentences: of one student, and what several got wrong together. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reports/class_summary.hh"

namespace sockgrade::reports {

// A reason, and the cases that failed for it.
struct Reason {
    std::string sentence;
    std::vector<std::string> cases;  // by id; none: it is about the program as a whole
};

// What a student should read first stands first: what is required before what should be.
std::vector<Reason> reasons_of(const ClassLine& line);

// "It says hello twice. (replies, next-client)", each reason in it once.
std::string why_of(const ClassLine& line);

// The mistake of a failed case, as all have it who made it.
std::string mistake_of(const ClassCase& one);

// A mistake of several students, in one exercise or in several.
struct SharedMistake {
    std::string sentence;
    std::vector<std::string> places;    // "tcp-sender: sends and any-order", one for each exercise
    std::vector<std::string> students;  // in the order of the class
    std::size_t graded = 0;             // so many handed in something there that was graded
};

// What a lecture may begin with: what most got wrong first, and nothing that only one did.
std::vector<SharedMistake> shared_mistakes(const ClassSummary& summary);

}  // namespace sockgrade::reports
