// Ends a stream after so many of its bytes: what `cut` and `reset` have in common.
#pragma once

#include "faults/stream.hh"

namespace sockgrade::faults {

// As soon as `after` bytes have passed the stream ends, and nothing of the rest goes through.
std::unique_ptr<StreamFault> make_break_off(std::uint64_t after, Ending ending);

}  // namespace sockgrade::faults
