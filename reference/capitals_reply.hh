// What the reference server answers to a client program.
#pragma once

#include <string>
#include <string_view>

#include "base/random.hh"
#include "model/step.hh"

namespace sockgrade::reference {

// The request in capitals, as long as it was and ending as it ended, with its longest word replaced by random
// capitals: a client that shows the reply shows this word, one that makes capitals by itself can't. (In
// Unicode capitals the length may change with the letters.)
std::string capitals_reply(std::string_view request, model::Letters letters, RandomStream& random);

}  // namespace sockgrade::reference
