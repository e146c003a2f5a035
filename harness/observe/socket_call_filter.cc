#include "observe/socket_call_filter.hh"

#include <sys/socket.h>

#include <array>

namespace sockgrade::observe {

namespace {

// SO_RCVTIMEO and SO_SNDTIMEO, _OLD and _NEW (asm-generic/socket.h).
constexpr std::array kTimeouts = {20, 21, 66, 67};

}  // namespace

std::vector<sock_filter> socket_call_filter(int exempt_descriptor, bool creation,
                                            const std::function<void(system::SeccompProgram&)>& more) {
    system::SeccompProgram program;
    if (more) more(program);
    if (creation) program.add(SCMP_ACT_NOTIFY, SCMP_SYS(socket));
    for (const int call :
         {SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(connect), SCMP_SYS(sendmmsg), SCMP_SYS(alarm),
          SCMP_SYS(setitimer), SCMP_SYS(timer_settime), SCMP_SYS(timerfd_settime)})
        program.add(SCMP_ACT_NOTIFY, call);
    program.add(SCMP_ACT_NOTIFY, SCMP_SYS(sendto), {SCMP_A4(SCMP_CMP_NE, 0)});
    program.add(SCMP_ACT_NOTIFY, SCMP_SYS(sendmsg),
                {SCMP_A0(SCMP_CMP_NE, static_cast<scmp_datum_t>(exempt_descriptor))});
    for (const int option : kTimeouts)
        program.add(
            SCMP_ACT_NOTIFY, SCMP_SYS(setsockopt),
            {SCMP_A1(SCMP_CMP_EQ, SOL_SOCKET), SCMP_A2(SCMP_CMP_EQ, static_cast<scmp_datum_t>(option))});
    return program.instructions();
}

}  // namespace sockgrade::observe
