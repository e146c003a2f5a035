#pragma once

#include <string>

#include "model/fault.hh"

namespace sockgrade::plan {

// The rule in plain words, after "the network will": `drop datagrams 2 and 3 on their way to the program`.
std::string in_words(const model::FaultRule& rule);

}  // namespace sockgrade::plan
