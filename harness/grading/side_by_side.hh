// Pieces of work in processes of their own, several at a time. (Not threads: what they do forks.)
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace sockgrade::grading {

// Calls `work` for 0 .. count-1, each in a forked process, and `done` with what it returned, in this process
// and as they end. A process that dies gives "its process ended early".
void side_by_side(std::size_t count, std::size_t jobs, const std::function<std::string(std::size_t)>& work,
                  const std::function<void(std::size_t, const std::string&)>& done);

}  // namespace sockgrade::grading
