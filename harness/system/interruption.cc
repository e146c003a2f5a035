#include "system/interruption.hh"

#include <cerrno>
#include <csignal>

#include "system/system_error.hh"

namespace sockgrade::system {

namespace {

sigset_t interrupting_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

void do_nothing(int) {}  // a handler is needed for poll to return

}  // namespace

void defer_interruption() {
    const sigset_t signals = interrupting_signals();
    ::sigprocmask(SIG_BLOCK, &signals, nullptr);
    struct sigaction action {};
    action.sa_handler = do_nothing;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

void poll_or_interrupt(std::span<pollfd> waits) {
    sigset_t mask;
    ::sigprocmask(SIG_BLOCK, nullptr, &mask);
    sigdelset(&mask, SIGINT);
    sigdelset(&mask, SIGTERM);
    if (::ppoll(waits.data(), waits.size(), nullptr, &mask) >= 0) return;
    if (errno == EINTR) throw Interrupted();
    throw SystemError("poll", errno);
}

void throw_if_interrupted() {
    sigset_t waiting;
    sigemptyset(&waiting);
    ::sigpending(&waiting);
    if (sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1) throw Interrupted();
}

void end_on_interruption() {
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    const sigset_t signals = interrupting_signals();
    ::sigprocmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace sockgrade::system
