// What a program that looks for gaps reports of the datagrams that came, and what it would have to report if
// it had one mistake or another. A mistake is found by its whole output: where that is just what such a
// detector prints, and not what a right one does. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "diagnoses/diagnosis.hh"

namespace sockgrade::diagnoses {

struct GapReport {
    enum class What { missing, doubled, late };
    What what = What::missing;
    std::size_t number = 0;

    friend auto operator<=>(const GapReport&, const GapReport&) = default;
};

// How a detector works. As it is here it is right.
struct GapRules {
    enum class First { zero, one, whatever_comes };
    enum class Gap { each, first_only, ends_only, with_the_one_that_came, how_many, how_many_so_far };
    enum class Small { by_history, all_doubled, all_late };
    enum class Number { whole, first_digit, text };
    First first = First::zero;  // what is awaited before anything has come
    Gap gap = Gap::each;        // what is called missing when a greater number than the awaited one comes
    Small small = Small::by_history;  // what a number is called that is smaller
    Number number = Number::whole;    // what is taken for the number, and how two are compared
    bool moves_on = true;             // after a gap it awaits what follows the one that came
    bool goes_back = false;           // so it does after a smaller number
    bool forgets_late_ones = true;    // a late number is missing no more
};

// In the order of what is made of them. Datagrams that begin with no number are left out.
std::vector<GapReport> gap_reports(const std::vector<std::string>& datagrams, const GapRules& rules);

struct Gaps {
    std::vector<std::string> came;  // the datagrams, in the order in which the program got them
    std::vector<GapReport> printed;
    std::vector<std::size_t> evidence;  // where reports were printed; where nothing was, what came last
};
// Nothing when the case is not about gaps, or the program has ended.
std::optional<Gaps> gaps_of(const Failure& failure);

// `missing 2, late 2`, or `nothing`.
std::string in_words(const std::vector<GapReport>& reports);

// What is said when the program printed what a detector by one of these rules would print, and none by a
// simpler one.
std::optional<model::Diagnosis> works_like(const Failure& failure, const std::vector<GapRules>& rules,
                                           const std::string& mistake, const std::string& hint,
                                           const std::vector<GapRules>& simpler = {});

}  // namespace sockgrade::diagnoses
