// A line at the foot of a terminal that says what a check is doing, until its report is there.
#pragma once

#include <cstddef>
#include <set>
#include <string>

namespace sockgrade::cli {

// Of the terminal that errors and progress go to; 0 where it is none.
std::size_t columns_of_stderr();

// Elsewhere than on a terminal it says nothing. It takes itself away.
class SignOfLife {
  public:
    // `columns`: of the terminal, 0 where there is none. `cases`: how many there are to run.
    SignOfLife(std::size_t columns, std::size_t cases) : columns_(columns), cases_(cases) {}
    SignOfLife(const SignOfLife&) = delete;
    SignOfLife& operator=(const SignOfLife&) = delete;
    ~SignOfLife() { clear(); }

    void say(const std::string& what);
    // The same case may run several times.
    void begins(const std::string& case_id);
    void clear();

  private:
    std::size_t columns_;
    std::size_t cases_;
    std::set<std::string> begun_;
    bool is_there_ = false;
};

}  // namespace sockgrade::cli
