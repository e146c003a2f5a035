#include "sandbox/forbidden_calls.hh"

#include <linux/sched.h>
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

}  // namespace

std::vector<sock_filter> forbidden_calls_filter(Level level) {
    system::SeccompProgram program;
    if (!has_own_world(level)) leave_files_as_they_are(program);
    for (const int call :
         {SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter), SCMP_SYS(io_uring_register), SCMP_SYS(add_key),
          SCMP_SYS(request_key), SCMP_SYS(keyctl), SCMP_SYS(bpf), SCMP_SYS(userfaultfd),
          SCMP_SYS(perf_event_open), SCMP_SYS(memfd_create),
          // Its flags are behind a pointer, where a filter can't look; C libraries take clone() then.
          SCMP_SYS(clone3)})
        program.add(SCMP_ACT_ERRNO(ENOSYS), call);
    for (const int family : {AF_VSOCK, AF_ALG, AF_RDS, AF_TIPC})
        program.add(SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket),
                    {SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(family))});
    const scmp_arg_cmp new_user = SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER);
    program.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(unshare), {new_user});
    program.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), {new_user});
    return program.instructions();
}

}  // namespace sockgrade::sandbox
