#include "run/terminal.hh"

#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <termios.h>

#include "system/system_error.hh"

namespace sockgrade::run {

using system::check_call;
using system::Fd;

Fd open_master() {
    Fd master(check_call("posix_openpt", ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)));
    check_call("unlockpt", ::unlockpt(master.get()));
    return master;
}

// By ioctl rather than by name: the name may mean another terminal in another mount namespace (man 2
// ioctl_tty).
Fd open_slave(const Fd& master, int flags) {
    return Fd(
        check_call("ioctl(TIOCGPTPEER)", ::ioctl(master.get(), TIOCGPTPEER, flags | O_NOCTTY | O_CLOEXEC)));
}

}  // namespace sockgrade::run
