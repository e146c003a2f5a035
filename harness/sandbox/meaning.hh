// What a level means, in words for whoever grades with it.
#pragma once

#include <string>
#include <vector>

#include "sandbox/level.hh"

namespace sockgrade::sandbox {

// In two sentences.
std::string meaning_of(Level level);

// What Landlock can refuse, which matters where programs share our files and processes.
struct Refusals {
    bool files = false;
    bool signals = false;
};

// What a program can still do to others, or use up. Shortest where the level is best. `sees_all_processes`:
// in a world of its own (FileView::Processes).
std::vector<std::string> not_contained(Level level, const Refusals& refusals,
                                       bool sees_all_processes = false);

}  // namespace sockgrade::sandbox
