#pragma once

#include <poll.h>

#include <cerrno>

#include "system/system_error.hh"

namespace sockgrade::sandbox {

// For calls that make namespaces, and return a negative number with errno: namespaces die after their last
// process, and the kernel counts them until then. What it refuses for their number is tried again for up to
// two seconds. Throws SystemError.
template <typename Call>
auto try_patiently(const char* what, Call call) {
    constexpr int kTries = 40;
    constexpr int kPauseMs = 50;
    for (int i = 0;; ++i) {
        const auto result = call();
        if (result >= 0) return result;
        if ((errno != ENOSPC && errno != EAGAIN) || i == kTries) throw system::SystemError(what, errno);
        ::poll(nullptr, 0, kPauseMs);
    }
}

}  // namespace sockgrade::sandbox
