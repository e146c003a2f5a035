// Looks for the smallest part of a plan that still fails: fewer faults, then fewer messages, then fewer of
// what each fault hits, then shorter messages. Pure: what fails is asked of whoever runs it.
#pragma once

#include <functional>
#include <map>

#include "plan/only.hh"
#include "plan/parts.hh"

namespace sockgrade::shrink {

enum class Outcome {
    fails,    // in the same way, each time
    passes,   // each time that it was tried
    differs,  // fails in another way, or not each time
    stopped   // it was not tried: there is no time for more
};

using Try = std::function<Outcome(const plan::Only& only)>;

struct Smallest {
    plan::Only only;
    bool is_complete = true;  // nothing was left untried
    // A message that cannot be shorter: so many bytes of it were seen to pass.
    std::map<plan::MessagePlace, std::size_t> passes_with{};
};

// Is there anything that `start` does not leave out already?
bool can_shrink(const plan::Parts& parts, const plan::Only& start);

// `start` is known to fail. Nothing is tried twice.
Smallest find_smallest(const plan::Parts& parts, const plan::Only& start, const Try& try_it);

}  // namespace sockgrade::shrink
