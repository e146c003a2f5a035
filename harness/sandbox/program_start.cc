#include "sandbox/program_start.hh"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace sockgrade::sandbox {

namespace {

constexpr unsigned long kWaitKillable = 1UL << 5;  // SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV, Linux 5.19

[[noreturn]] void give_up(int control, const char* stage) {
    send_report(control, LaunchedProgram::Report::Kind::not_started, errno, stage);
    ::_exit(127);
}

void limit(int resource, rlim_t value) {
    const rlimit limits{value, value};
    ::setrlimit(static_cast<__rlimit_resource>(resource), &limits);
}

void restore_signals() {
    for (int number = 1; number < NSIG; ++number) ::signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

// Capabilities in our user namespace would let the program rearrange its network.
void drop_capabilities() {
    for (int capability = 0; ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0; ++capability) {
    }
}

// Hands the notification descriptor to the worker, or says that there is none (-1). The filter lets this one
// sendmsg() pass.
bool send_descriptor(int control, int descriptor) {
    char byte = 0;
    iovec data{&byte, 1};
    if (descriptor < 0) return ::send(control, &byte, 1, 0) == 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> buffer{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = buffer.data();
    message.msg_controllen = buffer.size();
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
    return ::sendmsg(control, &message, 0) == 1;
}

void install_filter(const LaunchOptions& options, int control) {
    sock_fprog program{static_cast<unsigned short>(options.filter.size()),
                       const_cast<sock_filter*>(options.filter.data())};
    long listener = ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                              SECCOMP_FILTER_FLAG_NEW_LISTENER | kWaitKillable, &program);
    if (listener < 0 && errno == EINVAL)
        listener =
            ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    if (!send_descriptor(control, static_cast<int>(listener))) give_up(control, "handing out the listener");
    if (listener >= 0) ::close(static_cast<int>(listener));
}

char** as_vector(const std::vector<std::string>& strings) {
    auto** vector = static_cast<char**>(std::calloc(strings.size() + 1, sizeof(char*)));
    for (std::size_t i = 0; i < strings.size(); ++i) vector[i] = const_cast<char*>(strings[i].c_str());
    return vector;
}

}  // namespace

void send_report(int control, LaunchedProgram::Report::Kind kind, int value, const char* stage) {
    LaunchedProgram::Report report{};
    report.kind = kind;
    report.value = value;
    std::strncpy(report.stage, stage, sizeof(report.stage) - 1);
    while (::send(control, &report, sizeof(report), MSG_NOSIGNAL) < 0 && errno == EINTR) {
    }
}

void become_program(const LaunchOptions& options, int control) {
    if (::dup2(options.input, 0) < 0 || ::dup2(options.output, 1) < 0 || ::dup2(options.errors, 2) < 0)
        give_up(control, "dup2");
    ::syscall(SYS_close_range, 3U, static_cast<unsigned>(control - 1), 0U);
    ::syscall(SYS_close_range, static_cast<unsigned>(control + 1), ~0U, 0U);
    ::setsid();
    restore_signals();
    if (::chdir(options.folder.c_str()) < 0) give_up(control, "chdir");
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, options.file_size_limit);
    limit(RLIMIT_NOFILE, 1024);
    drop_capabilities();
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) give_up(control, "no_new_privs");
    char** arguments = as_vector(options.command);
    char** environment = as_vector(options.environment);
    if (!options.filter.empty()) install_filter(options, control);
    ::execve(arguments[0], arguments, environment);
    give_up(control, "exec");
}

}  // namespace sockgrade::sandbox
