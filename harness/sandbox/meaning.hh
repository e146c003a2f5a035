// What a level means, in words for whoever grades with it.
#pragma once

#include <string>
#include <vector>

#include "sandbox/level.hh"

namespace sockgrade::sandbox {

// What Landlock can refuse, which matters where programs share our files and processes.
struct Refusals {
    bool files = false;
    bool signals = false;
};

// What a level has elsewhere, and lacks on this machine.
struct Gaps {
    bool sees_all_processes = false;  // in a world of its own (FileView::Processes)
    bool any_number_of_them = false;  // may_start_any_number()
};

// In two sentences.
std::string meaning_of(Level level, const Gaps& gaps = {});

// What a program can still do to others, or use up. Shortest where the level is best.
std::vector<std::string> not_contained(Level level, const Refusals& refusals, const Gaps& gaps = {});

}  // namespace sockgrade::sandbox
