#pragma once

#include <string>

#include "model/wait.hh"

namespace sockgrade::telling {

// "recvfrom() on the connection and sleep()".
std::string in_words(const model::Wait& wait);
std::string in_words(const model::Waits& waits);

}  // namespace sockgrade::telling
