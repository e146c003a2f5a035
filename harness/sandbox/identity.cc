#include "sandbox/identity.hh"

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "system/system_error.hh"

namespace sockgrade::sandbox {

using system::check_call;

Identity identity_for_programs() {
    if (::geteuid() != 0) return {::geteuid(), ::getegid()};
    constexpr uid_t kFirst = 1'900'000'000;
    const uid_t own = kFirst + static_cast<uid_t>(::getpid());
    return {own, own};
}

bool is_of_caller(const Identity& identity) { return identity.uid == ::geteuid(); }

void end_everything_of(const Identity& identity) {
    if (is_of_caller(identity) || ::geteuid() != 0) return;
    const pid_t child = check_call("fork", ::fork());
    if (child == 0) {
        // man 2 kill: -1 is everybody whom the caller may signal, but for itself. One who forks faster than
        // that is met in the next round.
        constexpr int kRounds = 100;
        if (::setgroups(0, nullptr) < 0 || ::setresgid(identity.gid, identity.gid, identity.gid) < 0 ||
            ::setresuid(identity.uid, identity.uid, identity.uid) < 0)
            ::_exit(1);
        for (int i = 0; i < kRounds && ::kill(-1, SIGKILL) == 0; ++i) {
        }
        ::_exit(0);
    }
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
}

void become(const Identity& identity) {
    if (is_of_caller(identity)) return;
    check_call("setgroups", ::setgroups(0, nullptr));
    check_call("setresgid", ::setresgid(identity.gid, identity.gid, identity.gid));
    check_call("setresuid", ::setresuid(identity.uid, identity.uid, identity.uid));
}

}  // namespace sockgrade::sandbox
