#include "sandbox/identity.hh"

#include <grp.h>
#include <linux/capability.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <iterator>
#include <string>

#include "sandbox/free_number.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

using system::check_call;

namespace {

// To become somebody, give files to them, end their processes, and tidy up after them.
bool may_deal_with_others() {
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> sets{};
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    if (::syscall(SYS_capget, &header, sets.data()) < 0) return false;
    for (const int needed : {CAP_SETUID, CAP_SETGID, CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_FOWNER, CAP_KILL})
        if ((sets[0].effective & CAP_TO_MASK(needed)) == 0) return false;
    return true;
}

std::vector<NumberRange> numbers_in(const char* map) {
    std::ifstream file(map);
    return read_number_map(std::string(std::istreambuf_iterator<char>(file), {}));
}

}  // namespace

Identity identity_for_programs() {
    const Identity own{::geteuid(), ::getegid()};
    if (own.uid != 0 || !may_deal_with_others()) return own;
    const auto number =
        free_number(numbers_in("/proc/self/uid_map"), numbers_in("/proc/self/gid_map"), ::getpid());
    return number.has_value() ? Identity{*number, *number} : own;
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
