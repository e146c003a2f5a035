// The line of the student's program that a traceback or a compiler names.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/result.hh"

namespace sockgrade::reports {

struct SourceLine {
    std::string path;  // as the tool named the file
    std::size_t number = 0;
    std::string text;       // as the traceback shows it, where it does
    std::size_t event = 0;  // where the traceback begins; 0: it is a compiler's
};

// Of several, the innermost that is not a library's.
std::optional<SourceLine> source_line(const model::CaseResult& result);

// "server.py:12"
std::string place_of(const SourceLine& line);

}  // namespace sockgrade::reports
