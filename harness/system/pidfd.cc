#include "system/pidfd.hh"

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "system/system_error.hh"

namespace sockgrade::system {

Fd open_process(pid_t process) {
    const long descriptor = ::syscall(SYS_pidfd_open, process, 0);
    return Fd(check_call("pidfd_open", static_cast<int>(descriptor)));
}

Fd take_descriptor(pid_t process, int descriptor) {
    const Fd handle(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
    if (!handle.valid()) return Fd();
    return Fd(static_cast<int>(::syscall(SYS_pidfd_getfd, handle.get(), descriptor, 0)));
}

void send_signal(const Fd& process, int number) {
    ::syscall(SYS_pidfd_send_signal, process.get(), number, nullptr, 0);
}

void wait_for_end(const Fd& process) {
    siginfo_t info{};
    while (::waitid(P_PIDFD, static_cast<id_t>(process.get()), &info, WEXITED) < 0 && errno == EINTR) {
    }
}

}  // namespace sockgrade::system
