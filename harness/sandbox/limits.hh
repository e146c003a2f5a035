// What a program may use up.
//
// Far beyond what an exercise needs, far below what would hurt others. Address space is not limited: Node and
// Java reserve gigabytes that they never touch. The memory that is really used is watched (observe/), and
// limited by a control group where there is one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "sandbox/level.hh"

namespace sockgrade::sandbox {

struct Limits {
    std::size_t memory = std::size_t{1} << 30;          // bytes, of all its processes together
    std::size_t socket_memory = std::size_t{64} << 20;  // of that, what its TCP sockets hold
    std::size_t data = std::size_t{4} << 30;            // bytes that one process may make writable
    std::size_t processes = 256;                        // and threads
    std::size_t open_files = 1024;
    std::size_t file_size = std::size_t{64} << 20;  // bytes of one file
    std::size_t disk = std::size_t{64} << 20;       // bytes of all files that it writes
    std::size_t files = 4096;                       // that it makes
    std::size_t cpu_seconds = 60;                   // of one process
};

// Numbers of descriptors: below `program`, those that a program may have; `control` is one that it can't get
// to, however it duplicates its own. Where even the hard limit is low, a program has some fewer.
struct DescriptorNumbers {
    int program;
    int control;
};
DescriptorNumbers descriptor_numbers(const Limits& limits);

// Lets this process have as many descriptors as it may (RLIMIT_NOFILE), within reason.
void raise_descriptor_limit();

// For the calling process and all that it starts. Where a program shares its user with others (level E), as
// many more processes than that user has now.
void apply_limits(const Limits& limits, Level level);

// Whether the kernel holds a program to `Limits::processes` by what apply_limits() does: it never counts what
// root starts (copy_process() in kernel/fork.c). The calling process has become who programs are; it starts
// some of its own for it.
bool may_start_any_number(const Limits& limits, Level level);

// Of the calling process's pid namespace, before a program is in it: leaves as many numbers as it may have
// processes, which holds for root's, too (pid_max of a namespace, Linux 6.14). `proc` is a /proc that can be
// written. Does nothing elsewhere.
void limit_process_numbers(const Limits& limits, const std::string& proc);

}  // namespace sockgrade::sandbox
