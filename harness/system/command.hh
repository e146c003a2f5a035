// Runs a helper, such as a compiler, to its end. Students' programs are run by sandbox/, not by this.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <variant>
#include <vector>

namespace sockgrade::system {

inline constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

// For each of its processes. Never more than we may have ourselves.
struct CommandLimits {
    std::uint64_t file_size = kNoLimit;  // bytes, of any file that it writes
    std::uint64_t data = kNoLimit;       // bytes of memory; address space that is only reserved is free
    std::uint64_t cpu_seconds = kNoLimit;
};

struct CommandOptions {
    std::vector<std::string> argv;         // argv[0]: a path, or a name for find_program
    std::string folder;                    // to run in; empty: ours
    std::vector<std::string> environment;  // NAME=value; nothing of ours is passed on
    std::chrono::milliseconds time_limit = std::chrono::seconds(60);
    std::size_t output_limit = std::size_t{256} * 1024;  // bytes that are kept, from the start
    CommandLimits limits;
    // Its one child is process 1 of a pid namespace with all the rest in it. It is killed through that child:
    // then nothing in there is left when the command has ended.
    bool keeps_a_namespace = false;
    // Asked a few times a second: it is killed once this says true. May be empty.
    std::function<bool()> has_gone_too_far;
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
// `has_gone_too_far` said so.
struct Stopped {
    friend bool operator==(const Stopped&, const Stopped&) = default;
};
// It never ran: not the same as a program that exits with 127.
struct NotStarted {
    int error_number = 0;
    friend bool operator==(const NotStarted&, const NotStarted&) = default;
};
using CommandEnd = std::variant<Exited, Signaled, TimedOut, Stopped, NotStarted>;

struct CommandResult {
    CommandEnd end;
    std::string output;        // standard output and standard error, as they came
    std::size_t left_out = 0;  // bytes of output beyond the limit

    bool succeeded() const { return end == CommandEnd(Exited{0}); }
};

// Ends when the command itself ends; what it left running in its session's group is killed then, as is all of
// it at the time limit. Standard input is empty, no descriptor of ours is inherited and no privilege can be
// gained (set-user-id programs, file capabilities); it writes no core file. Throws a SystemError where the
// system refuses a pipe or a process.
CommandResult run_command(const CommandOptions& options);

}  // namespace sockgrade::system
