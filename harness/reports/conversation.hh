// What happened in a case, as reports tell it: the transcript that the findings are about, told event by
// event.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/result.hh"

namespace sockgrade::reports {

struct Line {
    std::size_t number = 0;  // of the event, or of the first of several that are told as one
    std::int64_t at_us = 0;
    std::string text;
    bool decisive = false;   // a finding or a diagnosis rests on it
    bool after_gap = false;  // lines before this one were left out
};

// Everything that is worth telling: without the harness's own bookkeeping, and a TCP message that travelled
// in pieces told once.
std::vector<Line> conversation(const model::CaseResult& result);

// Every single event.
std::vector<Line> whole_conversation(const model::CaseResult& result);

// The last `most` lines, and the decisive ones wherever they are.
std::vector<Line> end_of(std::vector<Line> lines, std::size_t most);

}  // namespace sockgrade::reports
