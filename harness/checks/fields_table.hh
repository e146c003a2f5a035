// The fields of a message beside their bytes, so that whoever has mixed up two of them, or their byte order,
// sees where.
#pragma once

#include <string>

#include "formats/format.hh"

namespace sockgrade::checks {

// A line for each field, each with a line end before it:
// "bytes 2-3   00 07   block = 7, should be 1".
std::string table_of(const formats::Comparison& comparison, const std::string& got);

// What is wrong, in sentences, and the table below them.
std::string problems_and_table(const formats::Comparison& comparison, const std::string& got);

}  // namespace sockgrade::checks
