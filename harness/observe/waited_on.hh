// What a blocked call waits for, for the transcript.
#pragma once

#include <sys/types.h>

#include <optional>

#include "model/wait.hh"
#include "observe/blocked_call.hh"

namespace sockgrade::observe {

// `process`: by our number; without it the call alone tells what it waits for.
model::Wait wait_of(const BlockedCall& call, std::optional<pid_t> process);

}  // namespace sockgrade::observe
