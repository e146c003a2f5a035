// What a program that waits for a line asks for. Pure.
#pragma once

#include <string_view>

namespace sockgrade::run {

enum class Asked { host, port, message };

// Judged by the last line of the output so far. Homework asks in many languages; what is not clearly a
// question for the host or the port is one for the message.
Asked what_is_asked(std::string_view output);

}  // namespace sockgrade::run
