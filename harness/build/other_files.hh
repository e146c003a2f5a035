// Files that are handed in, and that nobody can start: what they are, and what to do. Pure.
#pragma once

#include <string>
#include <string_view>

namespace sockgrade::build {

enum class OtherKind {
    unknown,
    part_of_a_program,  // something that a program was made into, or can be made of
    document,           // to read or to look at
};

OtherKind kind_of_other(std::string_view file_name);

// "compiled Java; hand in its source, Server.java", to stand behind the file's name; empty for what is
// unknown.
std::string advice_on_other(std::string_view file_name);

}  // namespace sockgrade::build
