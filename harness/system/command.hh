// Runs a helper, such as a compiler, to its end. Students' programs are run by sandbox/, not by this.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace sockgrade::system {

struct CommandOptions {
    std::vector<std::string> argv;         // argv[0]: a path, or a name for find_program
    std::string folder;                    // to run in; empty: ours
    std::vector<std::string> environment;  // NAME=value; nothing of ours is passed on
    std::chrono::milliseconds time_limit = std::chrono::seconds(60);
    std::size_t output_limit = 256 * 1024;  // bytes that are kept, from the start
};

struct Exited {
    int status = 0;
    friend bool operator==(const Exited&, const Exited&) = default;
};
struct Signaled {
    int signal = 0;
    friend bool operator==(const Signaled&, const Signaled&) = default;
};
struct TimedOut {
    friend bool operator==(const TimedOut&, const TimedOut&) = default;
};
// It never ran: not the same as a program that exits with 127.
struct NotStarted {
    int error_number = 0;
    friend bool operator==(const NotStarted&, const NotStarted&) = default;
};
using CommandEnd = std::variant<Exited, Signaled, TimedOut, NotStarted>;

struct CommandResult {
    CommandEnd end;
    std::string output;        // standard output and standard error, as they came
    std::size_t left_out = 0;  // bytes of output beyond the limit

    bool succeeded() const { return end == CommandEnd(Exited{0}); }
};

// Ends when the command itself ends; what it left running in its session's group is killed then, as is all of
// it at the time limit. Standard input is empty, no descriptor of ours is inherited and no privilege can be
// gained (set-user-id programs, file capabilities). Throws a SystemError where the system refuses a pipe or a
// process.
CommandResult run_command(const CommandOptions& options);

}  // namespace sockgrade::system
