// What several formats say in the same words. All of it is harmless on a terminal and in a CI runner's log,
// has no control characters and is valid UTF-8; each format adds the encoding that is its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.hh"

namespace sockgrade::reports {

inline constexpr std::string_view kNobodysFault = "something other than the program got in the way";

// One line of at most `most` bytes; three dots stand for what was cut.
std::string one_line(std::string_view text, std::size_t most = 400);

// "ID: TITLE"
std::string heading_of(const model::CaseResult& result);

// One line: why it has not passed, or nothing.
std::string reason_of(const model::CaseResult& result);

// A few lines, each with what it is in front: why, what helps, the reason, and what was awaited and got.
std::vector<std::string> brief_of(const model::CaseResult& result);

// Whether it says something about the program. What does not costs no points.
bool judged(const model::CaseResult& result);

// "3 of 7 points, 1 of them not judged"
std::string score_of(const model::Result& result);

// The exercise's title, or its name where it has none.
std::string title_of(const model::Result& result);

// "0.812"
std::string seconds_of(std::int64_t milliseconds);

// "2026-11-22T09:30:00Z"
std::string utc_of(std::int64_t unix_ms);

}  // namespace sockgrade::reports
