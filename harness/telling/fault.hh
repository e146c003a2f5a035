#pragma once

#include <string>

#include "model/fault.hh"

namespace sockgrade::telling {

// How the two directions are called.
struct Sides {
    std::string to = "to the program";
    std::string from = "from the program";
};

// The rule in plain words, after "the network will": `drop datagrams 2 and 3 on their way to the program`.
std::string in_words(const model::FaultRule& rule, const Sides& sides = {});

}  // namespace sockgrade::telling
