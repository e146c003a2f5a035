#include "cli/sign_of_life.hh"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

namespace sockgrade::cli {

std::size_t columns_of_stderr() {
    winsize size{};
    if (::isatty(STDERR_FILENO) != 1 || ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) < 0) return 0;
    return size.ws_col == 0 ? 80 : size.ws_col;
}

void SignOfLife::say(const std::string& what) {
    if (columns_ == 0) return;
    // ECMA-48: back to the first column, and the line is emptied from there.
    std::fputs(fmt::format("\r\033[K{}", what.substr(0, columns_ - 1)).c_str(), stderr);
    is_there_ = true;
}

void SignOfLife::begins(const std::string& case_id) {
    begun_.insert(case_id);
    say(fmt::format("case {} of {}: {} ...", begun_.size(), cases_, case_id));
}

void SignOfLife::clear() {
    if (is_there_) std::fputs("\r\033[K", stderr);
    is_there_ = false;
}

}  // namespace sockgrade::cli
