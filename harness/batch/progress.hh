// How far a class is: a bar that is drawn again and again on a terminal, a line for each program elsewhere.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace sockgrade::batch {

struct ProgressState {
    std::size_t done = 0;    // in this run
    std::size_t total = 0;   // of this run
    std::size_t failed = 0;  // so far, of those done
    std::size_t unsure = 0;  // not graded, or inconclusive
    std::chrono::milliseconds elapsed{};
};

// "  [#####.....]  12/40  3 failed  1 unsure  2.1/s  13 s left". Pure.
std::string bar_of(const ProgressState& state, std::size_t columns);

class Progress {
  public:
    using Print = std::function<void(const std::string&)>;
    // `now`: a clock that never goes back. `columns`: of the terminal, 0 when there is none.
    Progress(std::size_t total, std::size_t columns, Print print,
             std::function<std::chrono::milliseconds()> now);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // `line`: what became of it, for where there is no terminal.
    void done(const std::string& line, bool failed, bool unsure);
    // There is more to do than it seemed.
    void add(std::size_t count) { state_.total += count; }
    // Before something else is printed: the bar makes way for it.
    void clear();

  private:
    ProgressState state_;
    std::size_t columns_;
    Print print_;
    std::function<std::chrono::milliseconds()> now_;
    std::chrono::milliseconds began_;
};

}  // namespace sockgrade::batch
