// What is typed on a program's standard input.
#pragma once

#include "model/event.hh"

namespace sockgrade::model {

// A text for somebody else, not what the program itself asked for: the host, the port, yes or no.
inline bool is_text(const event::Typed& typed) { return typed.as.empty() || typed.as == "the message"; }

}  // namespace sockgrade::model
