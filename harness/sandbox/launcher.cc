#include "sandbox/launcher.hh"

#include <poll.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "sandbox/patience.hh"
#include "sandbox/program_init.hh"
#include "system/pidfd.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

using system::check_call;
using system::Fd;

namespace {

// The next message is either one byte, with the descriptor attached where it could be had, or a report: the
// program could not be started.
Fd receive_descriptor(int control) {
    char byte = 0;
    iovec data{&byte, 1};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> buffer{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = buffer.data();
    message.msg_controllen = buffer.size();
    LaunchedProgram::Report peeked{};
    const ssize_t size = ::recv(control, &peeked, sizeof(peeked), MSG_PEEK);
    if (size != 1) return Fd();
    check_call("recvmsg(descriptor)", ::recvmsg(control, &message, MSG_CMSG_CLOEXEC));
    const cmsghdr* header = CMSG_FIRSTHDR(&message);
    if (header == nullptr || header->cmsg_type != SCM_RIGHTS) return Fd();
    int descriptor = -1;
    std::memcpy(&descriptor, CMSG_DATA(header), sizeof(int));
    return Fd(descriptor);
}

// As fork() does it, with a new pid namespace for the child, where programs have one. unshare() could make
// but one of them for this process, and two programs of a case must not end one another by their ends.
pid_t fork_init(Level level) {
    if (!has_own_world(level)) return check_call("fork", ::fork());
    return static_cast<pid_t>(try_patiently("clone", [] {
        return ::syscall(SYS_clone, CLONE_NEWPID | SIGCHLD, nullptr, nullptr, nullptr, 0UL);
    }));
}

// Init can't end before the end of each of its processes has been taken, and that of a thread that we have
// traced is ours to take (man 2 ptrace), whoever should have done it.
void await_end_of(const Fd& init) {
    constexpr int kBetweenMs = 50;
    pollfd wait{init.get(), POLLIN, 0};
    while (::poll(&wait, 1, kBetweenMs) <= 0)
        while (::waitpid(-1, nullptr, __WALL | WNOHANG) > 0) {
        }
    system::wait_for_end(init);
}

}  // namespace

LaunchedProgram::LaunchedProgram(Fd init, pid_t init_pid, Fd reports, Fd listener, Fd folder, Level level)
    : init_(std::move(init)),
      init_pid_(init_pid),
      reports_(std::move(reports)),
      listener_(std::move(listener)),
      folder_(std::move(folder)),
      level_(level) {}

std::optional<LaunchedProgram::Report> LaunchedProgram::next_report() {
    Report report{};
    const ssize_t size = ::recv(reports_.get(), &report, sizeof(report), MSG_DONTWAIT);
    if (size != sizeof(report)) return std::nullopt;
    return report;
}

void LaunchedProgram::kill() {
    if (!init_.valid()) return;
    // A thread that waits for our answer to a socket call could not be killed otherwise: answers end with
    // this.
    listener_.reset();
    if (has_own_world(level_))
        system::send_signal(init_, SIGKILL);
    else
        ::shutdown(reports_.get(), SHUT_RDWR);
    await_end_of(init_);
    init_.reset();
}

LaunchedProgram launch(const LaunchOptions& options) {
    std::array<int, 2> pair{};
    check_call("socketpair", ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair.data()));
    Fd ours(pair[0]);
    Fd theirs(pair[1]);
    const pid_t pid = fork_init(options.level);
    if (pid == 0) {
        ours.reset();
        run_init(options, theirs.get());
    }
    theirs.reset();
    Fd init = system::open_process(pid);
    Fd folder;
    if (options.hands_over_folder) folder = receive_descriptor(ours.get());
    Fd listener;
    if (!options.filter.empty()) listener = receive_descriptor(ours.get());
    return {std::move(init), pid, std::move(ours), std::move(listener), std::move(folder), options.level};
}

}  // namespace sockgrade::sandbox
