// Exercises put together for a class, and where in a hand-in the program of each is.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date_time.hh"

namespace sockgrade::model {

struct AssignmentPart {
    std::string exercise;               // its id, or a spec's file, as the assignment says it
    std::optional<std::size_t> points;  // what all of its points count; as they are without this
    std::vector<std::string> program;   // patterns, the first that finds something counts; empty: by its name
    std::map<std::string, std::vector<std::string>> programs;  // of a pair: role -> patterns
    int line = 0;
    std::optional<DateTime> due{};  // in place of the assignment's
};

// What being late costs: so much of what the program has reached, for each day that has begun.
struct LateRule {
    std::size_t percent_a_day = 0;
    std::size_t free_days = 0;
};

struct Assignment {
    // Nothing is there for an exercise: no points, or no line in the grades.
    enum class Missing { zero, leave_out };
    // Several programs are there: somebody has to look, or the first of them by its path is taken.
    enum class Several { ask, first };

    // Whether the questions of exercises are asked: of everybody, of nobody, or of who answers them, for whom
    // they count nothing. A maximum is never one student's own.
    enum class Questions { automatic, always, never };

    std::string file;  // empty: made from an exercise's id
    std::string name;
    std::string title;
    std::vector<AssignmentPart> parts;
    Missing missing = Missing::zero;
    Several several = Several::ask;
    Questions questions = Questions::automatic;
    bool ignore_case = true;  // in patterns
    std::optional<DateTime> due{};
    std::optional<LateRule> late{};
};

// Who handed in a folder of an export from Gradescope.
struct Submitter {
    std::string name;
    std::string id;
};

// A hand-in of that export.
struct HandInRecord {
    std::vector<Submitter> submitters;
    std::optional<DateTime> handed_in{};
};

}  // namespace sockgrade::model
