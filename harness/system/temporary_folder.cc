// How everything is removed. A tree that a student's program made can be deeper than the path limit, the
// descriptor limit and the stack, so it is neither walked by path nor by recursion: each folder inside a
// folder is moved up to the top, until there are only folders without folders. Every call is relative to a
// descriptor of a folder that was opened without following links, so nothing outside can be reached, even
// while somebody swaps names.
#include "system/temporary_folder.hh"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <memory>
#include <utility>

#include "system/system_error.hh"

namespace sockgrade::system {

namespace {

// A process that outlived its case could add files as fast as they are removed; at some point we give up.
constexpr int kMostSteps = 20'000'000;

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

OpenFolder open_folder(int parent, const char* name) noexcept {
    // Permissions may have been taken away by the program. fchmodat(3) with this flag refuses symbolic links.
    ::fchmodat(parent, name, S_IRWXU, AT_SYMLINK_NOFOLLOW);
    Fd fd(::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!fd.valid()) return nullptr;
    OpenFolder folder(::fdopendir(fd.get()));
    if (folder) (void)fd.release();
    return folder;
}

bool is_dot(const char* name) {
    return name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
}

class Remover {
  public:
    explicit Remover(int top) : top_(top) {}

    void remove_everything() noexcept {
        while (progress_ && steps_ < kMostSteps) {
            progress_ = false;
            const OpenFolder top = open_folder(top_, ".");
            if (!top) return;
            while (const dirent* entry = ::readdir(top.get())) {
                if (!is_dot(entry->d_name)) remove(entry->d_name);
            }
        }
    }

  private:
    void remove(const char* name) noexcept {
        ++steps_;
        if (::unlinkat(top_, name, 0) == 0) {
            progress_ = true;
            return;
        }
        // unlink(2): EISDIR is Linux's answer for a folder, EPERM that of POSIX.
        if (errno != EISDIR && errno != EPERM) return;
        empty(name);
        if (::unlinkat(top_, name, AT_REMOVEDIR) == 0) progress_ = true;
    }

    void empty(const char* name) noexcept {
        const OpenFolder folder = open_folder(top_, name);
        if (!folder) return;
        const int fd = ::dirfd(folder.get());
        while (const dirent* entry = ::readdir(folder.get())) {
            if (is_dot(entry->d_name) || ++steps_ > kMostSteps) continue;
            if (::unlinkat(fd, entry->d_name, 0) == 0 || move_up(fd, entry->d_name)) progress_ = true;
        }
    }

    // rename(2): moving a folder changes its "..", so it needs write permission on the folder itself.
    bool move_up(int fd, const char* name) noexcept {
        ::fchmodat(fd, name, S_IRWXU, AT_SYMLINK_NOFOLLOW);
        do {
            std::array<char, 24> fresh{};
            std::to_chars(fresh.data(), fresh.data() + fresh.size() - 1, next_name_++);
            if (::renameat2(fd, name, top_, fresh.data(), RENAME_NOREPLACE) == 0) return true;
        } while (errno == EEXIST && ++steps_ < kMostSteps);
        return false;
    }

    int top_;
    int steps_ = 0;
    bool progress_ = true;
    std::uint64_t next_name_ = 0;
};

std::string place_for_folders() {
    const char* const wished = ::getenv("TMPDIR");
    return wished != nullptr && *wished != '\0' ? wished : "/tmp";
}

bool is_abandoned(int folder) {
    constexpr std::time_t kWhileItIsMade = 60;  // seconds
    struct stat status {};
    return ::fstat(folder, &status) == 0 && status.st_uid == ::geteuid() &&
           std::time(nullptr) - status.st_mtime > kWhileItIsMade && ::flock(folder, LOCK_EX | LOCK_NB) == 0;
}

}  // namespace

TemporaryFolder::TemporaryFolder(std::string_view prefix) {
    const std::string parent = place_for_folders();
    std::string name = (std::filesystem::absolute(parent) / (std::string(prefix) + "-XXXXXX")).string();
    // mkdtemp(3) gives it mode 0700.
    if (::mkdtemp(name.data()) == nullptr) throw SystemError("make a folder in " + parent, errno);
    path_ = std::move(name);
    folder_.reset(::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder_.valid()) {
        const int error = errno;
        ::rmdir(path_.c_str());
        throw SystemError("open " + path_, error);
    }
    // Where files can't be locked, it is never taken for abandoned either.
    ::flock(folder_.get(), LOCK_SH | LOCK_NB);
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})), folder_(std::move(other.folder_)) {}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
    if (this != &other) {
        remove();
        path_ = std::exchange(other.path_, {});
        folder_ = std::move(other.folder_);
    }
    return *this;
}

void TemporaryFolder::remove() noexcept {
    if (path_.empty()) return;
    // Its own permissions may be gone as well; the descriptor reaches it all the same.
    ::fchmod(folder_.get(), S_IRWXU);
    Remover(folder_.get()).remove_everything();
    // rmdir(2) removes an empty folder and nothing else, so this is safe by name.
    ::rmdir(path_.c_str());
    folder_.reset();
    path_.clear();
}

void remove_abandoned_folders() {
    const OpenFolder parent(::opendir(place_for_folders().c_str()));
    if (!parent) return;
    while (const dirent* entry = ::readdir(parent.get())) {
        if (!std::string_view(entry->d_name).starts_with("sockgrade")) continue;
        const Fd folder(
            ::openat(::dirfd(parent.get()), entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!folder.valid() || !is_abandoned(folder.get())) continue;
        Remover(folder.get()).remove_everything();
        ::unlinkat(::dirfd(parent.get()), entry->d_name, AT_REMOVEDIR);
    }
}

}  // namespace sockgrade::system
