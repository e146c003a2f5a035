// What a thread is waiting in, read from /proc/PID/task/TID/syscall (man 5 proc).
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "model/wait.hh"
#include "system/event_loop.hh"

namespace sockgrade::observe {

struct BlockedCall {
    enum class Wait {
        running,  // or ready to run
        forever,  // until somebody does something
        timed,    // until `at_least` more has passed, or somebody does something
        over      // the thread is gone
    };
    Wait wait = Wait::running;
    std::chrono::nanoseconds at_least{
        0};  // for timed: no earlier than this from now; may be 0 when it can't be known
    model::Wait::Call call = model::Wait::Call::none;
    int descriptor = -1;     // that it waits on, where the call names one
    bool on_socket = false;  // recvfrom, accept, connect, ...: SO_RCVTIMEO may limit it

    long number = -1;  // of the system call; -1: none
    std::array<std::uint64_t, 6> arguments{};
    std::uint64_t stack = 0;  // where the thread's stack ends in that call; 0: not known
    // For timed, when it ends: so long after it began, or at a moment by the program's clock. Neither: not
    // known.
    std::optional<std::chrono::nanoseconds> length = {};
    std::optional<system::Clock::time_point> moment = {};
};

// Reads `size` bytes of the thread's memory at an address; false when that is not possible.
using ReadMemory = std::function<bool(std::uint64_t address, void* to, std::size_t size)>;

// `line`: the contents of the file. `age`: how long the program has run by its own clock, the most that a
// relative wait can have lasted already. `ahead`: how far its clock is ahead of ours.
BlockedCall parse_blocked_call(std::string_view line, const ReadMemory& read, std::chrono::nanoseconds age,
                               std::chrono::nanoseconds ahead = {});

}  // namespace sockgrade::observe
