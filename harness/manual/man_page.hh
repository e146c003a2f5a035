// Manual pages for man, in the language of man 7 man.
#pragma once

#include <string>

#include "manual/command_line.hh"

namespace sockgrade::manual {

// "sockgrade-proxy-tcp", as man knows the page of a command; "sockgrade" for the program itself.
std::string page_name(const Command& command);

// The page of one command; that of the program lists its commands.
std::string man_page(const Command& command, const std::string& version);

}  // namespace sockgrade::manual
