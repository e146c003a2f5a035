#include "system/stop_signals.hh"

#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

#include "system/system_error.hh"

namespace sockgrade::system {

namespace {

Fd open_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    check_call("sigprocmask", ::sigprocmask(SIG_BLOCK, &signals, nullptr));
    return Fd(check_call("signalfd", ::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC)));
}

}  // namespace

StopSignals::StopSignals(EventLoop& loop) : loop_(loop), signals_(open_signals()) {
    loop_.watch(signals_.get(), EPOLLIN, [this](std::uint32_t) {
        signalfd_siginfo signal{};
        came_ = ::read(signals_.get(), &signal, sizeof(signal)) == sizeof(signal) || came_;
    });
}

StopSignals::~StopSignals() { loop_.forget(signals_.get()); }

}  // namespace sockgrade::system
