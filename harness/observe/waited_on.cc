#include "observe/waited_on.hh"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <chrono>

#include "system/pidfd.hh"

namespace sockgrade::observe {

using Call = model::Wait::Call;
using On = model::Wait::On;

namespace {

int option_of(const system::Fd& socket, int name) {
    int value = -1;
    socklen_t length = sizeof(value);
    return ::getsockopt(socket.get(), SOL_SOCKET, name, &value, &length) == 0 ? value : -1;
}

On kind_of_socket(const system::Fd& socket) {
    const int family = option_of(socket, SO_DOMAIN);
    if (family != AF_INET && family != AF_INET6) return On::file;
    if (option_of(socket, SO_PROTOCOL) == IPPROTO_UDP) return On::udp_socket;
    if (option_of(socket, SO_PROTOCOL) != IPPROTO_TCP) return On::file;
    return option_of(socket, SO_ACCEPTCONN) == 1 ? On::listening_socket : On::connection;
}

On kind_of_descriptor(pid_t process, int descriptor) {
    const system::Fd taken = system::take_descriptor(process, descriptor);
    struct stat about {};
    if (!taken.valid() || ::fstat(taken.get(), &about) != 0) return On::unknown;
    if (S_ISSOCK(about.st_mode)) return kind_of_socket(taken);
    return S_ISFIFO(about.st_mode) ? On::pipe : On::file;
}

On by_call(const BlockedCall& call) {
    switch (call.call) {
        case Call::read:
            return call.descriptor == 0 ? On::standard_input : On::unknown;
        case Call::accept:
            return On::listening_socket;
        case Call::poll:
        case Call::epoll_wait:
        case Call::select:
            return On::several;
        case Call::sleep:
            return On::time;
        case Call::pause:
        case Call::sigwait:
        case Call::sigsuspend:
            return On::signal;
        case Call::wait:
            return On::child;
        case Call::futex:
            return On::another_thread;
        case Call::flock:
            return On::file;
        default:
            return On::unknown;
    }
}

}  // namespace

model::Wait wait_of(const BlockedCall& call, std::optional<pid_t> process) {
    model::Wait wait{call.call, call.descriptor, by_call(call)};
    if (wait.on == On::unknown && call.descriptor >= 0 && process.has_value())
        wait.on = kind_of_descriptor(*process, call.descriptor);
    if (call.wait == BlockedCall::Wait::timed && call.length.has_value())
        wait.limit_us = std::chrono::duration_cast<std::chrono::microseconds>(*call.length).count();
    return wait;
}

}  // namespace sockgrade::observe
