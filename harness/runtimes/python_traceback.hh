// A traceback of Python says more than a Stop: the line of code too.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sockgrade::runtimes {

struct Traceback {
    std::string file;
    std::string line;
    std::string code;   // the line of the program
    std::string error;  // "ValueError: ..."
};

// The last one that Python wrote; nothing for a program that was interrupted.
std::optional<Traceback> traceback(std::string_view errors);

// What usually helps with it.
std::string_view hint_for(const Traceback& traceback);

}  // namespace sockgrade::runtimes
