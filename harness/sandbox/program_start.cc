#include "sandbox/program_start.hh"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "sandbox/landlock.hh"
#include "system/fd.hh"
#include "system/memory_image.hh"
#include "system/system_error.hh"
#include "system/temporary_place.hh"

namespace sockgrade::sandbox {

namespace {

constexpr unsigned long kWaitKillable = 1UL << 5;  // SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV, Linux 5.19

[[noreturn]] void give_up(int control, const char* stage) {
    send_report(control, LaunchedProgram::Report::Kind::not_started, errno, stage);
    ::_exit(127);
}

void restore_signals() {
    for (int number = 1; number < NSIG; ++number) ::signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

void stop_being_root(const LaunchOptions& options, int control) {
    try {
        become(options.identity);
    } catch (const system::SystemError& error) {
        give_up(control, "stopping to be root");
    }
}

// Capabilities in our user namespace would let the program rearrange its network.
void drop_capabilities() {
    for (int capability = 0; ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0; ++capability) {
    }
}

// Before anything is used that the groups count. Not for init: it has to be there to tell when memory is out.
void join_control_groups(const LaunchOptions& options, int control) {
    for (const int group : options.control_groups) {
        if (::write(group, "0", 1) == 1) continue;
        send_report(control, LaunchedProgram::Report::Kind::trouble, errno, "join a control group");
        ::_exit(1);
    }
}

// When memory is short, the kernel takes this program before anybody else's.
void offer_to_the_oom_killer() {
    ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);  // else the file belongs to root
    const system::Fd file(::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC));
    if (file.valid() && ::write(file.get(), "1000", 4) < 0) return;
}

sock_fprog as_program(const std::vector<sock_filter>& filter) {
    return {static_cast<unsigned short>(filter.size()), const_cast<sock_filter*>(filter.data())};
}

void forbid_calls(const LaunchOptions& options, int control) {
    const sock_fprog program = as_program(options.forbidden);
    if (::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) < 0) give_up(control, "seccomp");
}

void install_filter(const LaunchOptions& options, int control) {
    const sock_fprog program = as_program(options.filter);
    long listener = ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                              SECCOMP_FILTER_FLAG_NEW_LISTENER | kWaitKillable, &program);
    if (listener < 0 && errno == EINVAL)
        listener =
            ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    if (!send_descriptor(control, static_cast<int>(listener))) give_up(control, "handing out the listener");
    if (listener >= 0) ::close(static_cast<int>(listener));
}

// A program in a place that lets none be started, as /tmp may be, is started from a copy of it.
system::Fd image_of(const std::string& program, int control) {
    if (system::may_start(program)) return {};
    try {
        return system::copy_to_memory(program);
    } catch (const system::SystemError& error) {
        errno = error.error_number();
        give_up(control, "a copy in memory");
    }
}

char** as_vector(const std::vector<std::string>& strings) {
    auto** vector = static_cast<char**>(std::calloc(strings.size() + 1, sizeof(char*)));
    for (std::size_t i = 0; i < strings.size(); ++i) vector[i] = const_cast<char*>(strings[i].c_str());
    return vector;
}

}  // namespace

// The filter for socket calls lets this one sendmsg() pass.
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

void send_report(int control, LaunchedProgram::Report::Kind kind, int value, const char* stage) {
    LaunchedProgram::Report report{};
    report.kind = kind;
    report.value = value;
    std::strncpy(report.stage, stage, sizeof(report.stage) - 1);
    while (::send(control, &report, sizeof(report), MSG_NOSIGNAL) < 0 && errno == EINTR) {
    }
}

void become_program(const LaunchOptions& options, int control) {
    join_control_groups(options, control);
    if (::dup2(options.input, 0) < 0 || ::dup2(options.output, 1) < 0 || ::dup2(options.errors, 2) < 0)
        give_up(control, "dup2");
    ::syscall(SYS_close_range, 3U, static_cast<unsigned>(control - 1), 0U);
    ::syscall(SYS_close_range, static_cast<unsigned>(control + 1), ~0U, 0U);
    ::setsid();
    restore_signals();
    if (::chdir(options.folder.c_str()) < 0) give_up(control, "chdir");
    offer_to_the_oom_killer();
    drop_capabilities();
    if (options.level == Level::privileged) stop_being_root(options, control);
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) give_up(control, "no_new_privs");
    if (options.sees_all_processes && !confine_to_own_processes()) give_up(control, "Landlock");
    if (!has_own_world(options.level)) confine_files_and_signals(options.readable, options.writable);
    const system::Fd image = image_of(options.command.front(), control);
    char** arguments = as_vector(options.command);
    char** environment = as_vector(options.environment);
    apply_limits(options.limits, options.level);  // from here on we may have no memory to ask for
    if (!options.forbidden.empty()) forbid_calls(options, control);
    if (!options.filter.empty()) install_filter(options, control);
    if (image.valid()) ::execveat(image.get(), "", arguments, environment, AT_EMPTY_PATH);
    ::execve(arguments[0], arguments, environment);
    give_up(control, "exec");
}

}  // namespace sockgrade::sandbox
