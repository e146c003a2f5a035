#include "sandbox/limits.hh"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include "system/fd.hh"

namespace sockgrade::sandbox {

namespace {

namespace fs = std::filesystem;

void limit(int resource, std::size_t value) {
    rlimit limits{};
    ::getrlimit(static_cast<__rlimit_resource>(resource), &limits);
    // What is lower already can't be raised, and need not be.
    if (limits.rlim_max == RLIM_INFINITY || limits.rlim_max > value) limits.rlim_max = value;
    limits.rlim_cur = limits.rlim_max;
    ::setrlimit(static_cast<__rlimit_resource>(resource), &limits);
}

// Every thread counts for RLIMIT_NPROC.
std::size_t threads_of_this_user() {
    std::size_t count = 0;
    std::error_code error;
    for (fs::directory_iterator entry("/proc", error), end; !error && entry != end; entry.increment(error)) {
        struct stat status {};
        if (std::atoi(entry->path().filename().c_str()) <= 0) continue;
        if (::stat(entry->path().c_str(), &status) < 0 || status.st_uid != ::geteuid()) continue;
        struct stat tasks {};  // a folder's links are its folders, and two
        if (::stat((entry->path() / "task").c_str(), &tasks) == 0)
            count += static_cast<std::size_t>(tasks.st_nlink) - 2;
    }
    return count;
}

// Before, the file was the machine's for everybody, and root's number was enough to write it.
bool pid_namespaces_have_limits() {
    utsname kernel{};
    int version = 0;
    int part = 0;
    if (::uname(&kernel) < 0 || std::sscanf(kernel.release, "%d.%d", &version, &part) != 2) return false;
    return version > 6 || (version == 6 && part >= 14);
}

// Of the process that starts a program: its own descriptors, behind all that a program may have.
constexpr rlim_t kOwnDescriptors = 16;

}  // namespace

DescriptorNumbers descriptor_numbers(const Limits& limits) {
    rlimit now{};
    ::getrlimit(RLIMIT_NOFILE, &now);
    const rlim_t most = now.rlim_max > kOwnDescriptors ? now.rlim_max - kOwnDescriptors : kOwnDescriptors;
    const auto program = static_cast<int>(std::min<rlim_t>(limits.open_files, most));
    return {program, program + 1};
}

void raise_descriptor_limit() {
    constexpr rlim_t kEnough = 65536;  // some programs close all that they might have, one by one
    rlimit limits{};
    if (::getrlimit(RLIMIT_NOFILE, &limits) < 0 || limits.rlim_cur >= kEnough) return;
    limits.rlim_cur = std::min(limits.rlim_max, kEnough);
    ::setrlimit(RLIMIT_NOFILE, &limits);
}

void apply_limits(const Limits& limits, Level level) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NPROC, limits.processes + (level == Level::shared ? threads_of_this_user() : 0));
    limit(RLIMIT_NOFILE, static_cast<std::size_t>(descriptor_numbers(limits).program));
    limit(RLIMIT_FSIZE, limits.file_size);
    limit(RLIMIT_CPU, limits.cpu_seconds);
    limit(RLIMIT_DATA, limits.data);
}

bool may_start_any_number(const Limits& limits, Level level) {
    apply_limits(limits, level);
    constexpr std::size_t kOfOthers = 512;  // who share the user, and may end meanwhile
    std::size_t started = 0;
    for (; started < limits.processes + kOfOthers; ++started) {
        const pid_t child = ::fork();
        if (child < 0) break;
        if (child == 0) ::_exit(0);  // counts until it is waited for
    }
    while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
    }
    return started == limits.processes + kOfOthers;
}

void limit_process_numbers(const Limits& limits, const std::string& proc) {
    const auto set = [&proc](const char* name, std::size_t value) {
        const system::Fd file(::open((proc + "/sys/kernel/" + name).c_str(), O_WRONLY | O_CLOEXEC));
        const std::string text = std::to_string(value);
        return file.valid() && ::write(file.get(), text.data(), text.size()) > 0;
    };
    // Numbers below are given out once only, when a namespace is new (RESERVED_PIDS in kernel/pid.c).
    constexpr std::size_t kFirst = 300;
    if (::getpid() == 1 && pid_namespaces_have_limits() && set("pid_max", kFirst + limits.processes))
        set("ns_last_pid", kFirst);
}

}  // namespace sockgrade::sandbox
