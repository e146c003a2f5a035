#include "sandbox/descendants.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace sockgrade::sandbox {

using system::Fd;

Descendants::Descendants()
    : children_(::open(fmt::format("/proc/self/task/{}/children", ::getpid()).c_str(), O_RDONLY | O_CLOEXEC)),
      all_(::opendir("/proc")) {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

bool Descendants::is_child(pid_t process) const {
    const Fd file(
        ::openat(::dirfd(all_.get()), fmt::format("{}/stat", process).c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 512> text{};
    if (!file.valid() || ::read(file.get(), text.data(), text.size() - 1) <= 0) return false;
    const char* after_name = std::strrchr(text.data(), ')');  // the name may contain anything
    char state = 0;
    int parent = 0;
    return after_name != nullptr && std::sscanf(after_name + 1, " %c %d", &state, &parent) == 2 &&
           parent == ::getpid() && state != 'Z';
}

std::vector<pid_t> Descendants::children() {
    std::vector<pid_t> found;
    if (children_.valid()) {
        // The list is made anew for each read from its start; what does not fit is there the next time.
        std::array<char, 4096> text{};
        const ssize_t size = ::pread(children_.get(), text.data(), text.size() - 1, 0);
        const char* at = text.data();
        for (char* rest = nullptr; size > 0; at = rest) {
            const long process = std::strtol(at, &rest, 10);
            if (rest == at) break;
            // The last one may be cut off, and would be somebody else.
            if (*rest == ' ') found.push_back(static_cast<pid_t>(process));
        }
        return found;
    }
    if (!all_) return found;
    ::rewinddir(all_.get());
    while (const dirent* entry = ::readdir(all_.get())) {
        const pid_t process = std::atoi(entry->d_name);
        if (process > 0 && is_child(process)) found.push_back(process);
    }
    return found;
}

void Descendants::end() {
    for (;;) {
        for (const pid_t child : children()) ::kill(child, SIGKILL);
        int status = 0;
        if (::waitpid(-1, &status, 0) < 0 && errno == ECHILD) return;
        while (::waitpid(-1, &status, WNOHANG) > 0) {
        }
    }
}

}  // namespace sockgrade::sandbox
