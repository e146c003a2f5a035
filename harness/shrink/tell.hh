// The smallest story in plain words.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/plan.hh"
#include "shrink/smallest.hh"

namespace sockgrade::shrink {

struct Story {
    std::string text;
    std::vector<std::string> remains;   // of what could be left out
    std::vector<std::string> left_out;  // of what the case had
};

// `whole`: the plan with nothing left out; `smallest`: what stays of it; `start`: what was left out already
// before the search. `times`: how often each part was seen to fail; `runs`: all that it took.
Story tell(const model::Plan& whole, const model::Plan& smallest, const plan::Only& start,
           const Smallest& found, std::size_t times, std::size_t runs);

}  // namespace sockgrade::shrink
