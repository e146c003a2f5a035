// Recognizing Python 2 by its print statement. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sockgrade::build {

// print "a", print x or print>>f, but not print(...) or print = 1. It does not know about strings and
// comments, so it only says which files are worth asking python3 about.
bool is_print_statement(std::string_view line);

// The 1-based line of the first one, 0 without any.
std::size_t first_print_statement(std::string_view text);

// Whether python3's error at a line can come from Python 2's syntax. A Python 3 program with a mistake
// elsewhere must fail by its own traceback.
bool is_python2_error(std::string_view message, std::string_view line);

}  // namespace sockgrade::build
