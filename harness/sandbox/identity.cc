#include "sandbox/identity.hh"

#include <grp.h>
#include <unistd.h>

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

void become(const Identity& identity) {
    if (is_of_caller(identity)) return;
    check_call("setgroups", ::setgroups(0, nullptr));
    check_call("setresgid", ::setresgid(identity.gid, identity.gid, identity.gid));
    check_call("setresuid", ::setresuid(identity.uid, identity.uid, identity.uid));
}

}  // namespace sockgrade::sandbox
