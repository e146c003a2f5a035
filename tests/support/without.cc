// without WHAT... -- COMMAND...
//
// Runs a command as on a machine that lacks something, so that every level of the isolation ladder can be
// tested on one that has it all. What is taken away is taken away by the kernel, for good.
//
//   user-namespaces   making one is refused (EPERM), as by Ubuntu's AppArmor profile
//   namespaces        making any is refused, as in a container
//   capabilities      all but those that a container's root usually has (no SYS_ADMIN, SYS_PTRACE, NET_ADMIN)
//   root              the command runs as nobody
//   other-users       root can become nobody else (no SETUID, SETGID), as in a container with one number
//   landlock          as with a kernel that has none (ENOSYS)
//   notifications     no process is asked about the system calls of another (EINVAL), as under gVisor
//   pidfd-getfd       descriptors of other processes can't be taken (EPERM), as in a container
//   process-memory    the calls that read and write other processes' are refused (EPERM), as by Docker 20.10
//   control-groups    their file systems are hidden
//   settings          /proc/sys can't be written, and parts of /proc are masked, as in a container
//   host-name         a host can't be given another name (EPERM), as by Docker and podman
//   descriptors       no process may have more than 1024, as in many shells and containers
#include <fmt/format.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "system/seccomp_program.hh"
#include "system/system_error.hh"

namespace {

using sockgrade::system::check_call;

constexpr uid_t kNobody = 65534;

void refuse_namespaces(sockgrade::system::SeccompProgram& program, unsigned flags) {
    for (unsigned bit = 1; bit != 0; bit <<= 1) {
        if ((flags & bit) == 0) continue;
        const scmp_arg_cmp asked = SCMP_A0(SCMP_CMP_MASKED_EQ, bit, bit);
        program.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(unshare), {asked});
        program.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), {asked});
    }
    program.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));  // its flags can't be seen by a filter
}

// Of the bounding set; execve(2) does the rest.
void drop_capabilities() {
    const std::vector<int> kept = {
        CAP_CHOWN,      CAP_DAC_OVERRIDE, CAP_FOWNER,      CAP_FSETID,           CAP_KILL,
        CAP_SETGID,     CAP_SETUID,       CAP_SETPCAP,     CAP_NET_BIND_SERVICE, CAP_NET_RAW,
        CAP_SYS_CHROOT, CAP_MKNOD,        CAP_AUDIT_WRITE, CAP_SETFCAP};
    for (int capability = 0; ::prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; ++capability)
        if (std::find(kept.begin(), kept.end(), capability) == kept.end())
            check_call("drop a capability", ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0));
}

void stay_who_it_is() {
    for (const int capability : {CAP_SETUID, CAP_SETGID})
        check_call("drop a capability", ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0));
}

void hide_control_groups() {
    check_call("unshare", ::unshare(CLONE_NEWNS));
    check_call("mount", ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr));
    check_call("mount", ::mount("none", "/sys/fs/cgroup", "tmpfs", MS_RDONLY, nullptr));
}

void bind_read_only(const char* place) {
    check_call("mount", ::mount(place, place, nullptr, MS_BIND, nullptr));
    check_call("mount", ::mount(nullptr, place, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr));
}

// Then the kernel mounts no other /proc for those who have a user namespace.
void take_settings_away() {
    check_call("unshare", ::unshare(CLONE_NEWNS));
    check_call("mount", ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr));
    bind_read_only("/proc/sys");
    check_call("mount", ::mount("none", "/proc/irq", "tmpfs", MS_RDONLY, nullptr));
}

void leave_few_descriptors() {
    constexpr rlimit kFew{1024, 1024};
    check_call("setrlimit", ::setrlimit(RLIMIT_NOFILE, &kFew));
}

void become_nobody() {
    check_call("setgroups", ::setgroups(0, nullptr));
    check_call("setresgid", ::setresgid(kNobody, kNobody, kNobody));
    check_call("setresuid", ::setresuid(kNobody, kNobody, kNobody));
    ::setenv("HOME", "/tmp", 1);
}

void take_away(const std::vector<std::string>& things) {
    sockgrade::system::SeccompProgram program;
    constexpr unsigned kAll = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWIPC |
                              CLONE_NEWUTS | CLONE_NEWCGROUP;
    bool root = true;
    bool capabilities = true;
    for (const std::string& thing : things) {
        if (thing == "user-namespaces")
            refuse_namespaces(program, CLONE_NEWUSER);
        else if (thing == "namespaces") {
            refuse_namespaces(program, kAll);
            program.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(setns));
        } else if (thing == "capabilities")
            capabilities = false;
        else if (thing == "root")
            root = false;
        else if (thing == "other-users")
            stay_who_it_is();
        else if (thing == "landlock")
            program.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(landlock_create_ruleset));
        else if (thing == "pidfd-getfd")
            program.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(pidfd_getfd));
        else if (thing == "process-memory")
            for (const int call : {SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev)})
                program.add(SCMP_ACT_ERRNO(EPERM), call);
        else if (thing == "notifications")
            program.add(SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(seccomp),
                        {SCMP_A1(SCMP_CMP_MASKED_EQ, SECCOMP_FILTER_FLAG_NEW_LISTENER,
                                 SECCOMP_FILTER_FLAG_NEW_LISTENER)});
        else if (thing == "control-groups")
            hide_control_groups();
        else if (thing == "settings")
            take_settings_away();
        else if (thing == "host-name")
            program.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(sethostname));
        else if (thing == "descriptors")
            leave_few_descriptors();
        else
            throw sockgrade::UsageError("can't take away '" + thing + "'");
    }
    const std::vector<sock_filter> instructions = program.instructions();
    const sock_fprog filter{static_cast<unsigned short>(instructions.size()),
                            const_cast<sock_filter*>(instructions.data())};
    check_call("seccomp",
               static_cast<int>(::syscall(SYS_seccomp, 1 /* SECCOMP_SET_MODE_FILTER */, 0, &filter)));
    if (!capabilities) drop_capabilities();
    if (!root) become_nobody();
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> things;
    int command = 1;
    for (; command < argc && std::string(argv[command]) != "--"; ++command)
        things.emplace_back(argv[command]);
    if (++command >= argc) {
        fmt::print(stderr, "usage: without WHAT... -- COMMAND...\n");
        return 2;
    }
    try {
        take_away(things);
    } catch (const std::exception& error) {
        fmt::print(stderr, "without: {}\n", error.what());
        return 2;
    }
    ::execvp(argv[command], argv + command);
    fmt::print(stderr, "without: {}: {}\n", argv[command], ::strerrordesc_np(errno));
    return 127;
}
