#include "sandbox/limits.hh"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

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

}  // namespace

void apply_limits(const Limits& limits, Level level) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NPROC, limits.processes + (level == Level::shared ? threads_of_this_user() : 0));
    limit(RLIMIT_NOFILE, limits.open_files);
    limit(RLIMIT_FSIZE, limits.file_size);
    limit(RLIMIT_CPU, limits.cpu_seconds);
    limit(RLIMIT_DATA, limits.data);
}

}  // namespace sockgrade::sandbox
