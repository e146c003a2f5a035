#include "sandbox/forbidden_calls.hh"

#include <linux/ioprio.h>
#include <linux/sched.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <cerrno>

#include "system/seccomp_program.hh"

namespace sockgrade::sandbox {

namespace {

// Newer than our headers; numbers are the same on every architecture since Linux 5.
constexpr int kFchmodat2 = 452;
constexpr int kSetxattrat = 463;
constexpr int kRemovexattrat = 466;
constexpr int kFileSetattr = 469;

// The kernel takes an int of the register that a filter sees the whole of.
scmp_arg_cmp is_number(unsigned argument, scmp_datum_t value) {
    constexpr scmp_datum_t kInt = 0xffffffff;
    return {argument, SCMP_CMP_MASKED_EQ, kInt, value};
}

void leave_files_as_they_are(system::SeccompProgram& program) {
    for (const int call :
         {SCMP_SYS(chmod),       SCMP_SYS(fchmod),       SCMP_SYS(fchmodat),     kFchmodat2,
          SCMP_SYS(chown),       SCMP_SYS(fchown),       SCMP_SYS(lchown),       SCMP_SYS(fchownat),
          SCMP_SYS(utime),       SCMP_SYS(utimes),       SCMP_SYS(futimesat),    SCMP_SYS(utimensat),
          SCMP_SYS(setxattr),    SCMP_SYS(lsetxattr),    SCMP_SYS(fsetxattr),    kSetxattrat,
          SCMP_SYS(removexattr), SCMP_SYS(lremovexattr), SCMP_SYS(fremovexattr), kRemovexattrat,
          kFileSetattr})
        program.add(SCMP_ACT_ERRNO(EPERM), call);
}

// A program must not slow down or limit the process that watches over it. With a pid namespace that is
// process 1, elsewhere it may be any; threads have numbers of their own, so there a program can't set what is
// another thread's either.
void leave_other_processes_alone(system::SeccompProgram& program, Level level) {
    const auto about_others = [level](unsigned argument) {
        return has_own_world(level) ? is_number(argument, 1) : scmp_arg_cmp{argument, SCMP_CMP_NE, 0, 0};
    };
    // Asking (no new limits) is allowed.
    program.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), {about_others(0), SCMP_A2(SCMP_CMP_NE, 0)});
    for (const int call : {SCMP_SYS(sched_setaffinity), SCMP_SYS(sched_setscheduler),
                           SCMP_SYS(sched_setparam), SCMP_SYS(sched_setattr)})
        program.add(SCMP_ACT_ERRNO(EPERM), call, {about_others(0)});
    const auto forbid_which = [&](int call, scmp_datum_t process, scmp_datum_t group, scmp_datum_t user) {
        for (const scmp_datum_t which : {process, group})
            program.add(SCMP_ACT_ERRNO(EPERM), call, {is_number(0, which), about_others(1)});
        program.add(SCMP_ACT_ERRNO(EPERM), call, {is_number(0, user)});
    };
    forbid_which(SCMP_SYS(setpriority), PRIO_PROCESS, PRIO_PGRP, PRIO_USER);
    forbid_which(SCMP_SYS(ioprio_set), IOPRIO_WHO_PROCESS, IOPRIO_WHO_PGRP, IOPRIO_WHO_USER);
}

// What leads out of its network, and what uses the memory of TCP and UDP by other names, which is not
// counted. Many kernels have none of them.
void forbid_other_sockets(system::SeccompProgram& program) {
    for (const int family : {AF_VSOCK, AF_ALG, AF_RDS, AF_TIPC, AF_KCM, AF_SMC})
        program.add(SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket),
                    {is_number(0, static_cast<scmp_datum_t>(family))});
    for (const int protocol : {IPPROTO_MPTCP, IPPROTO_UDPLITE, IPPROTO_SCTP, IPPROTO_DCCP})
        program.add(SCMP_ACT_ERRNO(EPROTONOSUPPORT), SCMP_SYS(socket),
                    {is_number(2, static_cast<scmp_datum_t>(protocol))});
}

// A program that may not be looked into can't be seen to wait, and each of its waits would take all the time
// that there is. It is told that it got what it asked for.
void stay_open_to_looks(system::SeccompProgram& program) {
    program.add(SCMP_ACT_ERRNO(0), SCMP_SYS(prctl), {is_number(0, PR_SET_DUMPABLE)});
}

// A terminal that is held up (tcflow) keeps whoever writes to it in a wait that is no rest, since our own
// questions to the terminal wake him up. It goes on.
void keep_terminals_going(system::SeccompProgram& program) {
    program.add(SCMP_ACT_ERRNO(0), SCMP_SYS(ioctl), {is_number(1, TCXONC)});
}

}  // namespace

std::vector<sock_filter> forbidden_calls_filter(Level level) {
    system::SeccompProgram program;
    if (!has_own_world(level)) leave_files_as_they_are(program);
    leave_other_processes_alone(program, level);
    stay_open_to_looks(program);
    keep_terminals_going(program);
    // Their memory is counted by no limit but a control group's, and without a namespace they stay.
    if (level != Level::limited)
        for (const int call : {SCMP_SYS(shmget), SCMP_SYS(msgget), SCMP_SYS(semget)})
            program.add(SCMP_ACT_ERRNO(ENOSYS), call);
    for (const int call :
         {SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter), SCMP_SYS(io_uring_register), SCMP_SYS(add_key),
          SCMP_SYS(request_key), SCMP_SYS(keyctl), SCMP_SYS(bpf), SCMP_SYS(userfaultfd),
          SCMP_SYS(perf_event_open), SCMP_SYS(memfd_create),
          // Its flags are behind a pointer, where a filter can't look; C libraries take clone() then.
          SCMP_SYS(clone3)})
        program.add(SCMP_ACT_ERRNO(ENOSYS), call);
    forbid_other_sockets(program);
    const scmp_arg_cmp new_user = SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER);
    program.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(unshare), {new_user});
    program.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), {new_user});
    return program.instructions();
}

}  // namespace sockgrade::sandbox
