// What a class's results add up to. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "reports/class_summary.hh"

namespace sockgrade::reports {

// Why a case failed, and how often.
struct WhyFigures {
    std::string sentence;
    std::size_t count = 0;
    std::string example;  // how it went for the first of them
};

struct CaseFigures {
    ClassCase shown;  // as the first student has it
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t other = 0;         // skipped, or without a verdict
    std::vector<WhyFigures> whys;  // the most frequent first
};

// Tenths of all points: 0 to 9 %, ... 90 to 99 %, and 100 %.
inline constexpr std::size_t kScoreBins = 11;

struct ExerciseFigures {
    std::string exercise;
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t missing = 0;
    std::size_t open = 0;            // somebody has to look, or it is not done yet
    std::size_t by_hand = 0;         // not judged, and decided by an instructor
    std::vector<CaseFigures> cases;  // in the order of the spec
    std::array<std::size_t, kScoreBins> scores{};
    std::size_t scored = 0;
    Spread spread;  // of points
};

// In the order of the assignment.
std::vector<ExerciseFigures> figures_of(const ClassSummary& summary);

// Where the exercise and the case are among the figures; their size where they are not.
std::size_t place_of(const std::vector<ExerciseFigures>& figures, const std::string& exercise);
std::size_t place_of(const ExerciseFigures& figures, const std::string& case_id);

// Of what it counts, 0 to 1 and more where a correction says so; below 0 where somebody has to look first.
double part_of_points(const ClassLine& line);

}  // namespace sockgrade::reports
