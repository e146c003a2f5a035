#include "sandbox/program_init.hh"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <optional>

#include "sandbox/descendants.hh"
#include "sandbox/program_start.hh"
#include "sandbox/world.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

namespace {

using system::check_call;
using Kind = LaunchedProgram::Report::Kind;

void enter_files(LaunchOptions& options, int control) {
    try {
        if (options.files == nullptr) return;
        const auto seen = options.files->enter(inside(options.level, options.identity), options.limits);
        options.sees_all_processes = seen == FileView::Processes::all;
    } catch (const system::SystemError& error) {
        send_report(control, Kind::trouble, error.error_number(), error.what());
        ::_exit(1);
    }
}

// Keeps what is needed, at numbers out of the way, and closes every other descriptor of the worker's: a
// listening socket that lives on here would go on listening after its peer has closed it.
void keep_only(LaunchOptions& options, int control) {
    raise_descriptor_limit();
    int next = options.control_descriptor;
    const auto keep = [&next](int& kept) {
        if (::dup3(kept, next, O_CLOEXEC) < 0) ::_exit(1);
        kept = next++;
    };
    keep(control);
    keep(options.input);
    keep(options.output);
    keep(options.errors);
    for (int& group : options.control_groups) keep(group);
    ::syscall(SYS_close_range, 3U, static_cast<unsigned>(options.control_descriptor - 1), 0U);
    ::syscall(SYS_close_range, static_cast<unsigned>(next), ~0U, 0U);
}

bool all_children_gone() {
    siginfo_t info{};
    return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) < 0 && errno == ECHILD;
}

}  // namespace

void run_init(LaunchOptions options, int control) {
    // With a world of its own the program is kept out by capabilities that it lacks, and the worker, which
    // has them, must be able to look; elsewhere the two are equals, and only this keeps the program out.
    ::prctl(PR_SET_DUMPABLE, has_own_world(options.level) ? 1 : 0, 0, 0, 0);
    // What belongs to a session, such as its share of the processor (man 7 sched, autogroup), is not the
    // grader's.
    ::setsid();
    enter_files(options, control);
    keep_only(options, control);
    control = options.control_descriptor;
    // Without a pid namespace a killed init would leave its descendants behind: there the end of `control`
    // tells it.
    if (has_own_world(options.level)) ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    // Ctrl-C reaches every process at the terminal, but this one has the program to end first.
    ::signal(SIGINT, SIG_IGN);
    ::signal(SIGTERM, SIG_IGN);
    ::prctl(PR_SET_NAME, "sockgrade-init", 0, 0, 0);
    std::optional<Descendants> descendants;
    if (!has_own_world(options.level)) descendants.emplace();

    sigset_t child_signal;
    sigemptyset(&child_signal);
    sigaddset(&child_signal, SIGCHLD);
    ::sigprocmask(SIG_BLOCK, &child_signal, nullptr);
    const int signals = ::signalfd(-1, &child_signal, SFD_CLOEXEC);

    // Before there is a program: it may be gone, and this process with it, before anybody could ask.
    if (options.hands_over_folder) {
        const system::Fd folder(::open(options.folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        send_descriptor(control, folder.get());
    }
    const pid_t program = ::fork();
    if (program == 0) become_program(options, control);
    if (program < 0) {
        send_report(control, Kind::not_started, errno, "fork");
        ::_exit(1);
    }
    // The terminal and the pipes are the program's alone, or we would keep them open after its end.
    ::close(options.input);
    ::close(options.output);
    ::close(options.errors);
    for (const int group : options.control_groups) ::close(group);

    for (;;) {
        pollfd waits[] = {{signals, POLLIN, 0}, {control, POLLIN, 0}};
        if (::poll(waits, 2, -1) < 0 && errno != EINTR) break;
        if (waits[1].revents != 0) break;  // the worker is done, or gone
        signalfd_siginfo ignored{};
        if (waits[0].revents != 0 && ::read(signals, &ignored, sizeof(ignored)) < 0) continue;
        int status = 0;
        pid_t ended = 0;
        while ((ended = ::waitpid(-1, &status, WNOHANG)) > 0) {
            if (ended != program) continue;
            send_report(control, Kind::program_ended, status);
            if (!all_children_gone()) send_report(control, Kind::others_left, 1);
        }
        if (all_children_gone()) {
            send_report(control, Kind::all_gone, 0);
            ::_exit(0);
        }
    }
    if (descendants.has_value()) descendants->end();
    ::_exit(0);  // with a pid namespace this takes everything along
}

}  // namespace sockgrade::sandbox
