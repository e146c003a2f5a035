#include "sandbox/world.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "sandbox/loopback_network.hh"
#include "sandbox/machine_network.hh"
#include "sandbox/patience.hh"
#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

using system::check_call;
using system::Fd;

namespace {

constexpr int kOwnNetwork = CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;

void write_file(const char* path, const std::string& text) {
    const Fd file(check_call(path, ::open(path, O_WRONLY | O_CLOEXEC)));
    check_call(path, ::write(file.get(), text.data(), text.size()));
}

void unshare_patiently(int flags) {
    try_patiently("unshare", [flags] { return ::unshare(flags); });
}

// False where it can't be said.
bool say_table_size(const char* path, std::string_view entries) {
    const Fd file(::open(path, O_WRONLY | O_CLOEXEC));
    return file.valid() && ::write(file.get(), entries.data(), entries.size()) > 0;
}

// A look at many sockets walks the kernel's whole table of TCP connections or of UDP sockets, which are as
// large as the machine is: 262144 and 16384 places in one of 24 GiB. Networks may have tables of their own,
// which are as large as the network that they are made in says (Linux 6.1 and 6.2). Where that can't be said,
// looks take longer.
void have_small_tables() {
    const bool tcp = say_table_size("/proc/sys/net/ipv4/tcp_child_ehash_entries", "8192");
    const bool udp = say_table_size("/proc/sys/net/ipv4/udp_child_hash_entries", "256");
    if (tcp || udp) unshare_patiently(CLONE_NEWNET);
}

void enter_user_namespace(const Identity& identity) {
    // Files in /proc/self belong to root as long as this process may not be looked into.
    ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    unshare_patiently(CLONE_NEWUSER | kOwnNetwork);
    write_file("/proc/self/setgroups", "deny");
    write_file("/proc/self/uid_map", fmt::format("{} {} 1", kStudent.uid, identity.uid));
    write_file("/proc/self/gid_map", fmt::format("{} {} 1", kStudent.gid, identity.gid));
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

}  // namespace

void enter_world(Level level, const Identity& identity, const Network& network) {
    switch (level) {
        case Level::limited:
        case Level::namespaces:
            become(identity);
            enter_user_namespace(identity);
            break;
        case Level::privileged:
            unshare_patiently(kOwnNetwork);
            break;
        case Level::own_user:
            become(identity);
            return;
        case Level::shared:
            return;
    }
    have_small_tables();
    if (network.interfaces.empty()) {
        set_up_loopback_network();
        if (network.has_lan_address) add_loopback_address(kLanAddress);
    } else {
        set_up_machine_network(network.interfaces);
    }
    // A container's seccomp profile may refuse it. Then the machine's name is what /etc/hosts has.
    if (::sethostname(kHostName, std::strlen(kHostName)) < 0 && errno != EPERM)
        throw system::SystemError("sethostname", errno);
}

Identity inside(Level level, const Identity& identity) {
    return level == Level::limited || level == Level::namespaces ? kStudent : identity;
}

}  // namespace sockgrade::sandbox
