#include "observe/socket_call_filter.hh"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::observe {

namespace {

struct ReleaseContext {
    void operator()(void* context) const { seccomp_release(context); }
};

void check_rule(int result) {
    if (result < 0) throw system::SystemError("seccomp rule", -result);
}

// SO_RCVTIMEO and SO_SNDTIMEO, _OLD and _NEW (asm-generic/socket.h).
constexpr std::array kTimeouts = {20, 21, 66, 67};

}  // namespace

std::vector<sock_filter> socket_call_filter(int exempt_descriptor) {
    const std::unique_ptr<void, ReleaseContext> context(seccomp_init(SCMP_ACT_ALLOW));
    if (context == nullptr) throw system::SystemError("seccomp_init", ENOMEM);
    scmp_filter_ctx filter = context.get();

    for (const int call :
         {SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(connect), SCMP_SYS(sendmmsg), SCMP_SYS(alarm),
          SCMP_SYS(setitimer), SCMP_SYS(timer_settime), SCMP_SYS(timerfd_settime)}) {
        const int result = seccomp_rule_add_array(filter, SCMP_ACT_NOTIFY, call, 0, nullptr);
        if (result != -EDOM) check_rule(result);  // EDOM: this architecture has no such call
    }
    const scmp_arg_cmp with_address = SCMP_A4(SCMP_CMP_NE, 0);
    check_rule(seccomp_rule_add_array(filter, SCMP_ACT_NOTIFY, SCMP_SYS(sendto), 1, &with_address));
    const scmp_arg_cmp not_exempt = SCMP_A0(SCMP_CMP_NE, static_cast<scmp_datum_t>(exempt_descriptor));
    check_rule(seccomp_rule_add_array(filter, SCMP_ACT_NOTIFY, SCMP_SYS(sendmsg), 1, &not_exempt));
    for (const int option : kTimeouts) {
        const scmp_arg_cmp arguments[] = {SCMP_A1(SCMP_CMP_EQ, SOL_SOCKET),
                                          SCMP_A2(SCMP_CMP_EQ, static_cast<scmp_datum_t>(option))};
        check_rule(seccomp_rule_add_array(filter, SCMP_ACT_NOTIFY, SCMP_SYS(setsockopt), 2, arguments));
    }
    check_rule(seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(io_uring_setup), 0, nullptr));

    const system::Fd file(system::check_call("memfd_create", ::memfd_create("filter", MFD_CLOEXEC)));
    check_rule(seccomp_export_bpf(filter, file.get()));
    const off_t size = ::lseek(file.get(), 0, SEEK_END);
    std::vector<sock_filter> program(static_cast<std::size_t>(size) / sizeof(sock_filter));
    system::check_call("read(filter)",
                       ::pread(file.get(), program.data(), static_cast<std::size_t>(size), 0));
    return program;
}

}  // namespace sockgrade::observe
