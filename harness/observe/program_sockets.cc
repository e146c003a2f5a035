#include "observe/program_sockets.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

#include "system/pidfd.hh"
#include "system/system_error.hh"

namespace sockgrade::observe {

using system::check_call;
using system::Fd;

namespace {

constexpr int kNowhere = AT_FDCWD;

}  // namespace

// From "socket:[123]".
std::optional<std::uint64_t> socket_behind(int at, const std::string& entry) {
    std::array<char, 64> text{};
    const ssize_t size = ::readlinkat(at, entry.c_str(), text.data(), text.size() - 1);
    constexpr std::string_view kStart = "socket:[";
    if (size <= 0 || !std::string_view(text.data()).starts_with(kStart)) return std::nullopt;
    return std::strtoull(text.data() + kStart.size(), nullptr, 10);
}

ProgramSockets::Means means_here() {
    std::array<int, 2> pair{};
    check_call("socketpair", ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()));
    const Fd ours(pair[0]);
    Fd theirs(pair[1]);
    const pid_t child = check_call("fork", ::fork());
    char byte = 0;
    if (child == 0) {
        ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);  // as a program is that was executed
        if (::write(theirs.get(), &byte, 1) == 1 && ::shutdown(theirs.get(), SHUT_WR) == 0)
            ::_exit(::read(theirs.get(), &byte, 1) < 0 ? 1 : 0);
        ::_exit(1);
    }
    const int number = theirs.get();
    theirs.reset();
    const bool ready = ::read(ours.get(), &byte, 1) == 1;
    const bool taken = ready && system::take_descriptor(child, number).valid();
    ::shutdown(ours.get(), SHUT_WR);
    system::wait_for_end(system::open_process(child));
    return taken ? ProgramSockets::Means::taken : ProgramSockets::Means::kept;
}

Fd ProgramSockets::duplicate(pid_t process, int descriptor) const {
    if (means_ == Means::taken) return system::take_descriptor(process, descriptor);
    const auto inode = socket_behind(kNowhere, fmt::format("/proc/{}/fd/{}", process, descriptor));
    const auto found = inode.has_value() ? kept_.find(*inode) : kept_.end();
    return found == kept_.end() ? Fd() : Fd(::fcntl(found->second.get(), F_DUPFD_CLOEXEC, 0));
}

bool ProgramSockets::make(int notifications, const seccomp_notif& request, seccomp_notif_resp& response) {
    const auto family = static_cast<int>(request.data.args[0]);
    const auto type = static_cast<int>(request.data.args[1]);
    if (means_ != Means::kept || (family != AF_INET && family != AF_INET6)) return false;
    Fd socket(::socket(family, type | SOCK_CLOEXEC, static_cast<int>(request.data.args[2])));
    if (!socket.valid()) {
        response.error = -errno;
        return true;
    }
    seccomp_notif_addfd handed{};
    handed.id = request.id;
    handed.srcfd = static_cast<std::uint32_t>(socket.get());
    handed.newfd_flags = (type & SOCK_CLOEXEC) != 0 ? O_CLOEXEC : 0U;
    const int number = ::ioctl(notifications, SECCOMP_IOCTL_NOTIF_ADDFD, &handed);
    if (number < 0) {
        response.error = -errno;
        return true;
    }
    response.val = number;
    struct stat status {};
    if (::fstat(socket.get(), &status) == 0) kept_.insert_or_assign(status.st_ino, std::move(socket));
    return true;
}

void ProgramSockets::keep_only(const std::set<std::uint64_t>& inodes) {
    std::erase_if(kept_, [&](const auto& entry) { return !inodes.contains(entry.first); });
}

}  // namespace sockgrade::observe
