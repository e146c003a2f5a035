#include "batch/results_folder.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <system_error>

#include "base/error.hh"
#include "system/system_error.hh"

namespace sockgrade::batch {

namespace {

namespace fs = std::filesystem;

constexpr const char* kLockName = "results.lock";
constexpr std::string_view kMark = "results\n";

std::uintmax_t size_of(const std::string& path) {
    std::error_code missing;
    const std::uintmax_t size = fs::file_size(path, missing);
    return missing ? 0 : size;
}

// A run that was killed before its first results leaves an empty database behind, and so does a copy that
// went wrong. Only where there were results, the lock's file says so.
void check_nothing_is_lost(const std::string& folder, bool has_results) {
    if (!has_results && size_of(folder + "/" + kLockName) > 0)
        throw UsageError(
            fmt::format("'{0}/{1}' is empty or gone, and held results once: put a copy of it back, or forget "
                        "them with `rm -r` and grade again",
                        folder, kDatabaseName));
}

bool is_empty_or_missing(const std::string& folder) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    if (error == std::errc::no_such_file_or_directory) return true;
    if (error) throw UsageError(fmt::format("can't use the folder '{}': {}", folder, error.message()));
    return entry == fs::directory_iterator();
}

struct flock whole_file() {
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return whole;
}

// What file systems without locks answer.
bool means_no_locks(int error) {
    return error == ENOLCK || error == ENOSYS || error == EOPNOTSUPP || error == EINVAL;
}

}  // namespace

ResultsFolder::ResultsFolder(const std::string& path, bool resume, Locks locks) : path_(path) {
    const bool is_new = is_empty_or_missing(path);
    const bool has_results = size_of(path + "/" + kDatabaseName) > 0;
    check_nothing_is_lost(path, has_results);
    if (!is_new && !has_results && !fs::exists(path + "/" + kLockName))
        throw UsageError(
            fmt::format("'{}' is there and has no results in it; name a folder that is new", path));
    std::error_code error;
    fs::create_directories(path, error);
    if (error) throw UsageError(fmt::format("can't make the folder '{}': {}", path, error.message()));
    lock(locks);
    if (has_results && !resume)
        throw UsageError(
            fmt::format("'{}' has results already: --resume goes on with them, another --out "
                        "keeps them apart, and `rm -r` forgets them",
                        path));
}

// A process's lock goes with it, also when it is killed, and its children do not have it (fcntl(2)).
void ResultsFolder::lock(Locks locks) {
    const std::string file = path_ + "/" + kLockName;
    lock_ = system::Fd(
        system::check_call("open " + file, ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)));
    struct flock whole = whole_file();
    is_locked_ = ::fcntl(lock_.get(), F_SETLK, &whole) == 0;
    if (is_locked_) return;
    if (means_no_locks(errno)) {
        if (locks == Locks::if_there_are_any) return;
        throw UsageError(fmt::format(
            "'{}' lies on a file system without locks ({}), which results need while they are written: "
            "add --scratch FOLDER with a folder on a local disk; they are copied here at the end",
            path_, std::generic_category().message(errno)));
    }
    if (errno != EACCES && errno != EAGAIN) throw system::SystemError("lock " + file, errno);
    pid_t holder = 0;
    if (::fcntl(lock_.get(), F_GETLK, &whole) == 0 && whole.l_type != F_UNLCK) holder = whole.l_pid;
    throw UsageError(
        fmt::format("another sockgrade{} is writing to '{}'; wait for its end, or name another folder",
                    holder > 0 ? fmt::format(" (process {})", holder) : "", path_));
}

// Through this descriptor, since the lock goes with every other one of the file that is closed.
void ResultsFolder::mark() {
    struct stat file {};
    const std::string attempt = "write " + path_ + "/" + kLockName;
    system::check_call(attempt, ::fstat(lock_.get(), &file));
    if (file.st_size == 0) system::check_call(attempt, ::write(lock_.get(), kMark.data(), kMark.size()));
}

bool is_being_written(const std::string& folder) {
    const system::Fd file(::open((folder + "/" + kLockName).c_str(), O_RDWR | O_CLOEXEC));
    struct flock whole = whole_file();
    return file.valid() && ::fcntl(file.get(), F_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
}

}  // namespace sockgrade::batch
