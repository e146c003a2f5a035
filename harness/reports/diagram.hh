// A case as a sequence diagram, before it is drawn: who takes part, and what went from whom to whom. The text
// and the picture draw the same one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/result.hh"

namespace sockgrade::reports {

struct Row {
    enum class Kind {
        message,  // bytes on their way
        control,  // a connection opens or ends
        note,     // something at the program: a call, output, its end
        help,     // what was done since the program was silent
        broken,   // the first requirement that was not met
        gap       // rows were left out
    };
    Kind kind = Kind::note;
    std::size_t number = 0;  // of the event; 0: of none
    std::size_t step = 0;    // as readers count: which of the rows that are of an event
    std::int64_t at_us = 0;
    std::size_t from = 0;  // lifelines, for message and control
    std::size_t to = 0;
    bool lost = false;  // it never got there
    bool decisive = false;
    std::string text;    // of unknown origin: whoever draws it makes it harmless
    std::string source;  // the line of the program that is known to have led to it; of unknown origin too
};

struct Diagram {
    std::vector<std::string> lifelines;  // the program, the link where there is one, the peers
    std::vector<Row> rows;
};

struct DiagramLimits {
    std::size_t lifelines = 6;  // with more peers, the last ones share one
    std::size_t rows = 60;      // of more, the first, the last and those that decided are kept
    std::size_t bytes = 100;    // of a message
};

// Without lifelines where nothing was run.
Diagram diagram_of(const model::CaseResult& result, const DiagramLimits& limits);

}  // namespace sockgrade::reports
