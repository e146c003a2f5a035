// Everybody's program of one role with everybody's of the other: who can talk to whom in a class.
//
// Each program is built once, in this process; each meeting runs in a process of its own. A meeting is stored
// when it has ended, and does not run again while both hand-ins and the seed are the same.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "batch/grade_part.hh"
#include "batch/store.hh"
#include "batch/submissions.hh"

namespace sockgrade::batch {

struct Meetings {
    std::size_t jobs = 1;
    std::function<bool()> may_start{};
    std::function<void(const MeetingRow&)> stored;
    std::function<void(std::size_t)> found;  // how many there are to run
};

// `part`: a pair. `students`: those who hand in meet each other and themselves.
void run_meetings(Store& store, const Work& work, const Part& part,
                  const std::vector<const Submission*>& students, const Meetings& how);

}  // namespace sockgrade::batch
