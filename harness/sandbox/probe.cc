#include "sandbox/probe.hh"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <exception>

#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

namespace {

// An address that only a world of our own has.
bool can_bind_lan_address() {
    const system::Fd socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    ::inet_pton(AF_INET, kLanAddress, &address.sin_addr);
    return ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
}

bool can_enter_world() {
    try {
        return enter_world() == Level::namespaces && can_bind_lan_address();
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace

Level probe_level() {
    const pid_t child = system::check_call("fork", ::fork());
    if (child == 0) ::_exit(can_enter_world() ? 0 : 1);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Level::namespaces : Level::shared;
}

}  // namespace sockgrade::sandbox
