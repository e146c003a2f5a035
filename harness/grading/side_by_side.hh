// Pieces of work in processes of their own, several at a time. (Not threads: what they do forks.)
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace sockgrade::grading {

// Says something before the piece is done.
using Tell = std::function<void(const std::string&)>;

struct SideBySide {
    std::size_t jobs = 1;  // pieces at a time
    // Asked before a piece is started while others run: false puts it off until something comes from one of
    // them.
    std::function<bool()> may_start{};
    // Called in this process with what a piece tells, in the order of its telling.
    std::function<void(std::size_t, const std::string&)> told{};
    // Called with what it returned, as the pieces end. A process that dies gives "its process ended early".
    std::function<void(std::size_t, const std::string&)> done;
};

// Calls `work` for 0 .. count-1, each in a forked process.
void side_by_side(std::size_t count, const SideBySide& how,
                  const std::function<std::string(std::size_t, const Tell&)>& work);

}  // namespace sockgrade::grading
