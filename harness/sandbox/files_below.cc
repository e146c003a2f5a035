#include "sandbox/files_below.hh"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "system/system_error.hh"

namespace sockgrade::sandbox {

using model::event::FileSeen;
using system::check_call;
using system::Fd;
using system::SystemError;

namespace {

// -1 with errno where it can't be had.
Fd try_open_below(const Fd& folder, const std::string& path, int flags) {
    open_how how{};
    how.flags = static_cast<unsigned>(flags | O_CLOEXEC);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    return Fd(static_cast<int>(::syscall(SYS_openat2, folder.get(), path.c_str(), &how, sizeof(how))));
}

Fd open_folder_below(const Fd& folder, const std::string& path) {
    Fd found = try_open_below(folder, path, O_PATH | O_DIRECTORY);
    check_call("open " + path, found.get());
    return found;
}

// Somebody else may have made it in between.
Fd make_folder_below(const Fd& folder, const std::string& name, const Identity& owner) {
    if (::mkdirat(folder.get(), name.c_str(), 0755) == 0)
        check_call("chown",
                   ::fchownat(folder.get(), name.c_str(), owner.uid, owner.gid, AT_SYMLINK_NOFOLLOW));
    else if (errno != EEXIST)
        throw SystemError("mkdir " + name, errno);
    return open_folder_below(folder, name);
}

FileSeen::Kind kind_without(int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
            return FileSeen::Kind::nothing;
        case ELOOP:  // a link
        case EXDEV:
        case ENXIO:  // a socket
            return FileSeen::Kind::other;
        case EACCES:
        case EPERM:
            return FileSeen::Kind::unreadable;
        default:
            throw SystemError("openat2", error);
    }
}

}  // namespace

void write_below(const Fd& folder, const std::string& path, std::string_view bytes, const Identity& owner) {
    Fd place = open_folder_below(folder, ".");
    std::size_t from = 0;
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', from)) {
        place = make_folder_below(place, path.substr(from, slash - from), owner);
        from = slash + 1;
    }
    const std::string name = path.substr(from);
    if (::unlinkat(place.get(), name.c_str(), 0) < 0 && errno != ENOENT)
        throw SystemError("the file " + path, errno);
    constexpr int kAnew = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    const Fd file(check_call("the file " + path, ::openat(place.get(), name.c_str(), kAnew, 0644)));
    check_call("chown", ::fchown(file.get(), owner.uid, owner.gid));
    while (!bytes.empty()) {
        const ssize_t size = ::write(file.get(), bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR) continue;
        check_call("write", size);
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
}

FileSeen look_below(const Fd& folder, const std::string& path, std::size_t most) {
    FileSeen seen{path, FileSeen::Kind::file, {}, 0};
    // Nobody waits for the other end of a pipe.
    const Fd file = try_open_below(folder, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (!file.valid()) {
        seen.kind = kind_without(errno);
        return seen;
    }
    struct stat status {};
    check_call("fstat", ::fstat(file.get(), &status));
    if (!S_ISREG(status.st_mode)) {
        seen.kind = FileSeen::Kind::other;
        return seen;
    }
    seen.size = static_cast<std::size_t>(status.st_size);
    seen.bytes.resize(std::min(most, seen.size));
    std::size_t got = 0;
    while (got < seen.bytes.size()) {
        const ssize_t size = ::read(file.get(), seen.bytes.data() + got, seen.bytes.size() - got);
        if (size < 0 && errno == EINTR) continue;
        check_call("read", size);
        if (size == 0) break;  // it has become shorter
        got += static_cast<std::size_t>(size);
    }
    seen.bytes.resize(got);
    return seen;
}

}  // namespace sockgrade::sandbox
