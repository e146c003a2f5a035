// What to say about the usual errors and warnings of gcc and g++ in socket programs. Pure.
#pragma once

#include <string>
#include <string_view>

namespace sockgrade::build {

// For "implicit declaration of function ‘close’": "; add #include <unistd.h>". Empty for other warnings.
std::string c_warning_advice(std::string_view warning);

// For a log with errors; empty when there is nothing to add.
std::string c_error_hint(std::string_view log);

// Our machine's fault, not the program's: there is a compiler, but no <stdio.h>.
bool lacks_system_headers(std::string_view log);

}  // namespace sockgrade::build
