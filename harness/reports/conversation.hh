// What happened in a case, as reports tell it: the transcript that the findings are about, told event by
// event.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/result.hh"

namespace sockgrade::reports {

// An event as it is told: several that are pieces of one message are one.
struct Told {
    model::Event event;        // the first of them, with all bytes
    std::size_t position = 0;  // of the first in the transcript's events
    std::size_t pieces = 1;
    bool decisive = false;  // a finding or a diagnosis rests on it
};

// The transcript that the findings are about; nothing where nothing was run.
const model::Transcript* shown_transcript(const model::CaseResult& result);

// What is worth telling, without the harness's own bookkeeping. Reports in lines and in pictures agree on it.
std::vector<Told> told_events(const model::CaseResult& result);

struct Line {
    std::size_t number = 0;  // of the event, or of the first of several that are told as one
    std::size_t step = 0;    // as readers count: which of all lines
    std::int64_t at_us = 0;
    std::string text;
    bool decisive = false;   // a finding or a diagnosis rests on it
    bool after_gap = false;  // lines before this one were left out
};

// One event, in the words of who wrote the program: where its interpreter and its files are is no news there.
std::string in_words(const model::Event& event, const model::Plan& plan);

// told_events() in words.
std::vector<Line> conversation(const model::CaseResult& result);

// Every single event.
std::vector<Line> whole_conversation(const model::CaseResult& result);

// The last `most` lines, and the decisive ones wherever they are.
std::vector<Line> end_of(std::vector<Line> lines, std::size_t most);

// Those that decided, `most` of them, and where nothing did, the last.
std::vector<Line> deciding(std::vector<Line> lines, std::size_t most);

}  // namespace sockgrade::reports
