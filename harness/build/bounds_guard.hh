// C and C++ programs end where they use an element that an array does not have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::build {

// What the compiler is told so that it looks at each index of an array whose length it knows, and at each
// function's stack when that returns (as Ubuntu's compiler does by default).
std::vector<std::string> bounds_options();

// A C file to link with: what is done about an index beyond the end. It writes the place on standard error
// and aborts. Without it the byte behind a buffer changes something or nothing, as chance has it: recv() of a
// whole buffer, and then buffer[n] = 0, goes well on one machine and not on the next.
//
// An index below 0 is let through, for the byte before a buffer seldom matters to anybody: programs that
// write buffer[n] = 0 before they look whether recv() has failed go well nearly everywhere.
std::string_view bounds_guard();

}  // namespace sockgrade::build
