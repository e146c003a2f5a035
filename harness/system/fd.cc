#include "system/fd.hh"

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace sockgrade::system {

Fd& Fd::operator=(Fd&& other) noexcept {
    if (this != &other) reset(other.release());
    return *this;
}

int Fd::release() { return std::exchange(number_, -1); }

void Fd::reset(int number) {
    const int old = std::exchange(number_, number);
    if (old < 0 || old == number) return;
    // close(2): on Linux the descriptor is gone even when it returns EINTR, so it is never repeated. errno
    // stays as it was, because descriptors are often closed on the way out of a call that failed.
    const int saved = errno;
    ::close(old);
    errno = saved;
}

}  // namespace sockgrade::system
