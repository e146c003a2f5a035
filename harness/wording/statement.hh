// Does a program say what this sentence says? A sentence is what a handout shows: "source 12345, destination
// 53, length 20, checksum ok". Programs say the same in many ways: in a table, as JSON, in other words and
// languages, each number on a line of its own, its name before or behind it.
//
// So a number is looked for with the name that stands next to it. Where numbers have names those decide;
// where they have none their order does, and then no other number may stand among them. What is said of the
// last thing
// ("ok", "wrong", "none") is looked for in the same line, or in those right behind it: see
// judgement_in_words.hh.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wording/judgement_in_words.hh"
#include "wording/vocabulary.hh"

namespace sockgrade::wording {

struct Fact {
    Meaning name{};
    std::optional<double> number;
    bool is_percentage = false;
    Word word = Word::nothing;
};

// Facts of a sentence: a name and its value, and so on. Empty when a name or a value is none.
std::vector<Fact> facts_of(std::string_view sentence);

bool says(std::string_view sentence, std::string_view output);

}  // namespace sockgrade::wording
