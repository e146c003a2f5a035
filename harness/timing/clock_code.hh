// The functions with which a program reads the clock without a system call (man 7 vdso), replaced by some
// that add to what they read.
#pragma once

#include <chrono>
#include <cstdint>

#include "system/fd.hh"

namespace sockgrade::timing {

// In an argument of a clock reading that the kernel does not look at: made by our code, not to be asked
// about.
constexpr std::uint64_t kOwnReading = 0x736f636b67726164;

// Clocks that go on while nobody works; those of processor time are nobody's to move.
bool follows_time(int clock);

// `memory`, `auxiliary`: /proc/PID/mem for reading and writing, /proc/PID/auxv. The process must not be in
// one of these functions. False: nothing was changed, or the process is gone.
bool replace_clock(const system::Fd& memory, const system::Fd& auxiliary, std::chrono::microseconds ahead);

// Where the replaced clock keeps how far it is ahead; 0 when the clock was not replaced.
std::uint64_t replaced_clock(const system::Fd& memory, const system::Fd& auxiliary);
bool put_ahead(const system::Fd& memory, std::uint64_t replaced, std::chrono::microseconds ahead);

}  // namespace sockgrade::timing
