#include "observe/dead_tracees.hh"

#include <sys/ptrace.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>

namespace sockgrade::observe {

namespace {

// True when there is nothing more to be taken. Who stops after all lives, and goes on.
bool take_end(pid_t thread) {
    int status = 0;
    pid_t told = 0;
    do {
        told = ::waitpid(thread, &status, __WALL | WNOHANG);
    } while (told < 0 && errno == EINTR);
    if (told == 0) return false;
    if (told < 0 || !WIFSTOPPED(status)) return true;
    const std::intptr_t signal = status >> 16 == PTRACE_EVENT_STOP ? 0 : WSTOPSIG(status);
    return ::ptrace(PTRACE_DETACH, thread, nullptr, reinterpret_cast<void*>(signal)) == 0;
}

}  // namespace

void DeadTracees::add(pid_t thread) {
    threads_.push_back(thread);
    take_ends();
}

void DeadTracees::take_ends() {
    for (std::size_t before = 0; before != threads_.size();) {
        before = threads_.size();
        threads_.erase(std::remove_if(threads_.begin(), threads_.end(), take_end), threads_.end());
    }
}

}  // namespace sockgrade::observe
